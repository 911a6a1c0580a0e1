// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace clusterdeck
{

/// A menu with several entries to check: a click or Space on a checkable entry leaves it open,
/// Enter checks and closes. A letter that is no mnemonic moves to the next entry that begins with
/// it.
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
