// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace clusterdeck
{

/// Shows progress on the program's button in the task bar: sends the signal Update of
/// com.canonical.Unity.LauncherEntry on the session's D-Bus, which Unity, KDE and others support.
/// Other desktops ignore it. Sends only changes, and nothing before show().
class TaskbarProgress
{
public:
    TaskbarProgress() = default;
    ~TaskbarProgress();
    Q_DISABLE_COPY_MOVE(TaskbarProgress)

    /// `percent`: 0 to 100. `urgent`: the user should look at the window.
    void show(int percent, bool urgent);
    void clear();

private:
    static void send(int percent, bool visible, bool urgent);

    int m_percent = -1; ///< -1: no progress is shown
    bool m_urgent = false;
};

} // namespace clusterdeck
