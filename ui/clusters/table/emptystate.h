// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace clusterdeck
{

/// Shown in place of rows when there are none: an icon, a title, a sentence and possibly buttons.
/// All texts are plain text.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    /// `columns`: the width of the sentence in characters.
    explicit EmptyState(QWidget *parent = nullptr, int columns = 84);

    struct Content {
        QString icon; ///< of resources/icons
        QString title;
        QString text;
        QStringList buttons; ///< the first is the most likely choice
    };
    void show(const Content &content);

signals:
    /// `button` counts from 0, in the order of Content::buttons.
    void buttonClicked(int button);

private:
    void showButtons(const QStringList &texts);

    class Sign;
    Sign *m_sign;
    QLabel *m_title;
    QLabel *m_text;
    QHBoxLayout *m_row;
    QList<QPushButton *> m_buttons;
};

} // namespace clusterdeck
