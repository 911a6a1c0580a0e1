// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QWidget>

class QLabel;
class QPushButton;

namespace clusterdeck
{

/// What stands in the middle where rows would be: a sign, a title, a sentence, and perhaps one
/// thing to do. All texts are shown as plain text.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    struct Content {
        QString icon; ///< of resources/icons
        QString title;
        QString text;
        QString code;   ///< selectable, in a fixed pitch; may be empty
        QString button; ///< empty: none
    };
    void show(const Content &content);

signals:
    void buttonClicked();

private:
    class Sign;
    Sign *m_sign;
    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_code;
    QPushButton *m_button;
};

} // namespace clusterdeck
