// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apierror.h"
#include "app/api/cafile.h"
#include "app/api/eventloopqueue.h"
#include "app/api/systemproxies.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QSet>
#include <QSslConfiguration>

#include <memory>
#include <optional>

class QThread;

namespace clusterdeck
{

/// Whether `host` (as QUrl::host() has it) is this machine itself, by its name or address alone.
[[nodiscard]] bool isLoopbackHost(const QString &host);

/// The network as one account uses it. Whatever is asked through it
/// - speaks TLS 1.2 or newer and has the server's certificate judged, whatever the default is;
/// - trusts the system's authorities and those of the account's CA file, if one is set;
/// - goes through the system's proxy, but never to this machine itself;
/// - is authenticated by its signature alone, whatever a server or a proxy asks for. (On Linux; on
///   other systems Qt looks for the desktop's credentials before it gives up.)
///
/// With a CA file that is no good nothing is trusted; ask caFileState() first. For another CA file
/// make another one: clearConnectionCache() would take the answers that are still to come with it
/// (Qt 6.4.2), and a connection that stands was judged by the old one.
class Transport : public QNetworkAccessManager
{
    Q_OBJECT

public:
    /// `url`: what the system's proxies are looked up for; without one everything is asked
    /// directly.
    explicit Transport(const QString &caFile = {}, const QUrl &url = {});
    ~Transport() override;

    /// Whether the CA file has been read and the proxies are known, or did not become known in
    /// time. Both happen beside the event loop: the system's authorities must be read with the file
    /// (100 ms), and asking anything earlier waits for that; the proxies may never be told.
    [[nodiscard]] bool isReady() const
    {
        return !m_reader && (!m_proxies || m_proxies->state() != SystemProxies::State::Asked);
    }
    /// Fine when none is set.
    [[nodiscard]] CaFileState caFileState();

    /// Nothing when everything is asked directly.
    [[nodiscard]] const SystemProxies *proxies() const { return m_proxies.get(); }

    /// Whether a TLS connection to `host` has ever come about.
    [[nodiscard]] bool hasReached(const QString &host) const;

    /// What was wrong with the certificate of `host` when it was last judged. Qt tells only one of
    /// the requests that wait for the same connection; the others fail without a reason.
    [[nodiscard]] TlsProblem lastTlsProblem(const QString &host) const;

    /// In which answers are read that take their time.
    [[nodiscard]] EventLoopQueue &eventLoopQueue() { return m_eventLoopQueue; }

    /// What a request over TLS is made with.
    [[nodiscard]] QSslConfiguration configuration();

signals:
    /// isReady() has become true; from the event loop.
    void ready();

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *body) override;

private:
    struct Trust;
    void read(const QString &caFile);
    void finishReading();
    void tellIfReady();

    std::unique_ptr<SystemProxies> m_proxies;
    std::unique_ptr<QThread> m_reader;
    std::shared_ptr<Trust> m_trust; ///< the reader's while that runs; empty without a CA file
    std::optional<QSslConfiguration> m_configuration;
    QHash<QString, TlsProblem> m_tlsProblems; ///< by host
    QSet<QString> m_reached;                  ///< hosts
    EventLoopQueue m_eventLoopQueue;
};

} // namespace clusterdeck
