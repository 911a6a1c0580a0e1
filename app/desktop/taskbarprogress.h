// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace clusterdeck
{

/// How far the program is, on its button in the desktop's task bar: the signal Update of
/// com.canonical.Unity.LauncherEntry on the session's D-Bus, which Unity, KDE and others listen to.
/// Where nobody does, nothing comes of it. Sends only what has changed; nothing before show().
class TaskbarProgress
{
public:
    TaskbarProgress() = default;
    ~TaskbarProgress();
    Q_DISABLE_COPY_MOVE(TaskbarProgress)

    /// `percent`: 0 to 100. `urgent`: a person is wanted.
    void show(int percent, bool urgent);
    void clear();

private:
    static void send(int percent, bool visible, bool urgent);

    int m_percent = -1; ///< none is shown
    bool m_urgent = false;
};

} // namespace clusterdeck
