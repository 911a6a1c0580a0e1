// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

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

    struct Button {
        QString text;
        std::function<void()> clicked;
    };
    struct Content {
        QString icon; ///< of resources/icons
        QString title;
        QString text;
        QList<Button> buttons; ///< the first one is what most people want
    };
    void show(const Content &content);

private:
    void showButtons();

    class Sign;
    Sign *m_sign;
    QLabel *m_title;
    QLabel *m_text;
    QHBoxLayout *m_row;
    QList<Button> m_offers;
    QList<QPushButton *> m_buttons; ///< as many as were ever shown at a time
};

} // namespace clusterdeck
