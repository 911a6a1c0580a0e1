// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/systemproxies.h"

#include "app/api/proxylookup.h"
#include "app/api/transport.h"

#include <QPromise>

#include <atomic>
#include <thread>
#include <utility>

namespace clusterdeck
{

namespace
{

using Proxies = QList<QNetworkProxy>;

std::atomic<int> askingThreads = 0; ///< threads that wait for a look-up

QFuture<Proxies> askSystem(const QUrl &url)
{
    QPromise<Proxies> promise;
    QFuture<Proxies> future = promise.future();
    promise.start();
    ++askingThreads;
    // Detached: the look-up cannot be stopped and may end long after its object was destroyed.
    std::thread([url, promise = std::move(promise)]() mutable {
        promise.addResult(QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url)));
        promise.finish();
        --askingThreads;
    }).detach();
    return future;
}

QString nameOf(const QNetworkProxy &proxy)
{
    return QStringLiteral("%1:%2").arg(proxy.hostName()).arg(proxy.port());
}

} // namespace

SystemProxies::SystemProxies(QUrl url, QObject *parent)
    : QObject(parent)
    , m_url(std::move(url))
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &SystemProxies::settled);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &SystemProxies::answered);
    // Plain http and the demo service must not leave the machine. With a custom factory neither Qt
    // nor libproxy excludes loopback addresses.
    if (isLoopbackHost(m_url.host())) {
        m_known = Proxies{QNetworkProxy::NoProxy};
        return;
    }
    m_deadline.start(Deadline);
    ask();
}

void SystemProxies::ask()
{
    m_watcher.setFuture(askSystem(m_url));
}

void SystemProxies::answered()
{
    const bool first = m_deadline.isActive();
    m_deadline.stop();
    m_known = m_watcher.result();
    m_age.start();
    if (first)
        emit settled();
}

SystemProxies::State SystemProxies::state() const
{
    return m_known ? State::Known : m_deadline.isActive() ? State::Asked : State::Silent;
}

QList<QNetworkProxy> SystemProxies::proxies()
{
    if (m_age.isValid() && m_age.hasExpired(std::chrono::milliseconds(MostAge).count()) &&
        !m_watcher.isRunning())
        ask();
    return m_known.value_or(Proxies{QNetworkProxy::NoProxy});
}

bool SystemProxies::isProxied() const
{
    return m_known && m_known->value(0).type() != QNetworkProxy::NoProxy;
}

QString SystemProxies::name() const
{
    if (m_known)
        return isProxied() ? nameOf(m_known->constFirst()) : QString();
    // The order of libproxy.
    const QByteArray ofScheme = m_url.scheme().toLatin1() + "_proxy";
    for (const QByteArray &variable :
         {ofScheme, QByteArray("http_proxy"), QByteArray("all_proxy")}) {
        for (const QByteArray &spelling : {variable, variable.toUpper()}) {
            const QUrl set(qEnvironmentVariable(spelling.constData()));
            if (!set.isEmpty())
                return set.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery);
        }
    }
    return {};
}

bool isProxyLookupUnderWay()
{
    return askingThreads > 0;
}

} // namespace clusterdeck
