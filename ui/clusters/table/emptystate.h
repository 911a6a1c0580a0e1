// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace clusterdeck
{

/// What stands in the middle where rows would be: a sign, a title, a sentence, and perhaps things
/// to do. All texts are shown as plain text.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    /// `columns`: how wide the sentence is, in characters.
    explicit EmptyState(QWidget *parent = nullptr, int columns = 84);

    struct Content {
        QString icon; ///< of resources/icons
        QString title;
        QString text;
        QStringList buttons; ///< the first one is what most people want
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
