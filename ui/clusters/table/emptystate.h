// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

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

    struct Button {
        QString text;
        std::function<void()> clicked;
    };
    struct Content {
        QString icon; ///< of resources/icons
        QString title;
        QString text;
        QList<Button> buttons; ///< the first is the most likely choice
    };
    void show(const Content &content);

private:
    void showButtons();

    class Icon;
    Icon *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QHBoxLayout *m_row;
    QList<Button> m_offers;
    QList<QPushButton *> m_buttons; ///< as many as were ever shown at a time
};

} // namespace clusterdeck
