// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QNetworkProxy>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <optional>

namespace clusterdeck
{

/// The proxies for one address, from the environment or the desktop's settings. The settings may
/// name a script (PAC) on a server that never answers: therefore the look-up runs in its own
/// thread, and nothing waits for it longer than Deadline. An answer older than MostAge is looked up
/// again while requests go on with the old one.
///
/// For a loopback address there is no look-up and no proxy; state() is Known at once.
class SystemProxies : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds Deadline{5000};
    static constexpr std::chrono::seconds MostAge{60};

    explicit SystemProxies(QUrl url, QObject *parent = nullptr);

    enum class State {
        Asked,  ///< no answer yet, within the deadline
        Silent, ///< no answer by the deadline; one may still come
        Known,
    };
    [[nodiscard]] State state() const;

    /// The known proxies, in the order in which they are tried; a direct connection while they are
    /// not known. May start another look-up.
    [[nodiscard]] QList<QNetworkProxy> proxies();

    /// Whether the known answer is a proxy and not a direct connection.
    [[nodiscard]] bool isProxied() const;

    /// The first of the known proxies, or the environment's setting, without a password; empty when
    /// neither is known.
    [[nodiscard]] QString name() const;

signals:
    /// state() is no longer Asked. Once, from the event loop; never if it was Known at once.
    void settled();

private:
    void ask();
    void answered();

    const QUrl m_url;
    std::optional<QList<QNetworkProxy>> m_known;
    QFutureWatcher<QList<QNetworkProxy>> m_watcher;
    QTimer m_deadline;
    QElapsedTimer m_age;
};

} // namespace clusterdeck
