// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace clusterdeck
{

/// A menu in which one ticks several things: a click or Space on what can be ticked leaves it open.
/// Enter ticks and closes; a letter that is no entry's key goes on to the next entry that begins
/// with it.
class ChoiceMenu : public QMenu
{
    Q_OBJECT

public:
    using QMenu::QMenu;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] bool tick(QAction *action);
    [[nodiscard]] bool goTo(QChar letter);
};

} // namespace clusterdeck
