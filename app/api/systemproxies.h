// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QNetworkProxyFactory>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <optional>

namespace clusterdeck
{

/// Which proxies lead to one address, by the environment or the desktop's settings. The settings
/// may name a script that a server has to deliver first, and that server may be silent for ever:
/// therefore the system is asked in a thread of its own, and nobody waits for it longer than
/// Deadline. What is known is asked for anew, beside the requests, when it is older than MostAge.
///
/// Never asked about this machine itself.
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

    /// Known ones, in the order in which they are tried; may ask the system again.
    [[nodiscard]] QList<QNetworkProxy> proxies();

    /// Whether what is known is a proxy, and not the direct way.
    [[nodiscard]] bool isProxied() const;

    /// The first of the known proxies, or the setting that is to name one, without a password;
    /// empty when neither is known.
    [[nodiscard]] QString name() const;

signals:
    /// state() has left Asked; from the event loop.
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
