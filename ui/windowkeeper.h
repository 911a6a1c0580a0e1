// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mainwindow.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace clusterdeck
{

class Translation;

/// Keeps the one window over a session, and makes it anew when another language is chosen: what is
/// under way goes on, what is selected, filtered and shown stays. Never while something is being
/// asked or read for a confirmation: then it waits for the end of that.
class WindowKeeper : public QObject
{
    Q_OBJECT

public:
    WindowKeeper(Session &session, Translation &translation,
                 MainWindow::Memory memory = MainWindow::Memory::Kept);
    ~WindowKeeper() override;

    [[nodiscard]] MainWindow &window() const { return *m_window; }

    /// Remembers the wish, and speaks that language from then on, if it is another one.
    void useLanguage(const QString &wish);

signals:
    /// As MainWindow::demoWanted(), of whichever window there is.
    void demoWanted();
    /// The window was made anew; the one before is gone.
    void renewed();

private:
    void make();
    void renewWhenIdle();
    void renew();

    Session &m_session;
    Translation &m_translation;
    MainWindow::Memory m_memory;
    std::unique_ptr<MainWindow> m_window;
    QString m_wish;
    bool m_waiting = false;
};

} // namespace clusterdeck
