// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/cluster.h"
#include "app/clusters/listing/clusterlisting.h"
#include "app/support/namedfile.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <functional>

namespace clusterdeck
{

class ConfirmDialog;
class MainWindow;
class Session;

/// Performs the main task in the real window, with keys and the real actions and buttons: filter,
/// select three clusters, delete them, wait for the end. Prints a line for each step and saves
/// numbered screenshots in a folder of this user.
class Tour : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::minutes Limit{2};

    /// Prepares `folder` for screenshots, or returns a sentence that says why it cannot. Call it
    /// before the application object is made: it sets the input method.
    [[nodiscard]] static tl::expected<OutputFolder, QString> prepare(const QString &folder);

    /// `window` shows `session`, whose only account is the practice cloud. All three outlive the
    /// tour.
    Tour(MainWindow &window, Session &session, const OutputFolder &folder,
         QObject *parent = nullptr);

    /// Starts from the event loop. Call once.
    void start();

signals:
    /// Emitted exactly once. `exitCode` is 0 only if a complete listing after the deletion lacks
    /// exactly the deleted clusters of the listing before; else it is 1.
    void finished(int exitCode);

private:
    void step();
    void say(const QString &line);
    bool picture(const QString &name);
    void then(std::chrono::milliseconds pause, std::function<bool()> ready,
              std::function<void()> next);
    void end(int exitCode, const QString &line);

    void showAll();
    void filter();
    void select();
    void openDialog();
    void typeCount();
    void confirm();
    void sendNow();
    void watch();
    void verify();
    void compare(const ClusterListing &after);

    MainWindow &m_window;
    Session &m_session;
    const OutputFolder &m_folder;
    int m_pictures = 0;
    QElapsedTimer m_clock;
    QTimer m_poll;
    QTimer m_limit;
    std::function<bool()> m_ready;
    std::function<void()> m_next;
    qint64 m_notBefore = 0;
    QSet<QString> m_before;
    QSet<QString> m_chosen;
    QPointer<ConfirmDialog> m_dialog;
    bool m_ended = false;
};

} // namespace clusterdeck
