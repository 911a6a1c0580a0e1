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

/// Whether `host` (from QUrl::host()) is this machine, by name or address, without a look-up.
[[nodiscard]] bool isLoopbackHost(const QString &host);

/// The network manager of one account. Every request through it
/// - uses TLS 1.2 or newer and verifies the server's certificate, whatever Qt's default is;
/// - trusts the system's authorities and those of the account's CA file, if one is set;
/// - uses the system's proxy, but never for this machine itself;
/// - is authenticated only by its signature, whatever a server or a proxy asks for. (On Linux. On
///   other systems Qt first looks for the desktop's credentials.)
///
/// With a CA file that cannot be used nothing is trusted: check caFileState() first. For another CA
/// file make another Transport: with clearConnectionCache() running requests never finish (Qt
/// 6.4.2), and an open connection was verified with the old file.
class Transport : public QNetworkAccessManager
{
    Q_OBJECT

public:
    /// `url`: the address to look up the system's proxies for; if empty, no proxy is used.
    explicit Transport(const QString &caFile = {}, const QUrl &url = {});
    ~Transport() override;

    /// Whether the CA file was read and the look-up of the proxies has ended or is too late. Both
    /// run in threads: the system's authorities are read with the file (100 ms), and a request
    /// before that blocks; the look-up may never end.
    [[nodiscard]] bool isReady() const
    {
        return !m_reader && (!m_proxies || m_proxies->state() != SystemProxies::State::Asked);
    }
    /// Fine when no CA file is set. Blocks until the file is read.
    [[nodiscard]] CaFileState caFileState();

    /// Null when no proxy is used.
    [[nodiscard]] const SystemProxies *proxies() const { return m_proxies.get(); }

    /// Whether there was ever a TLS connection to `host`.
    [[nodiscard]] bool hasReached(const QString &host) const;

    /// The problem with the certificate of `host` when it was last verified. Qt reports it to only
    /// one of the requests that wait for the same connection; the others fail without a reason.
    [[nodiscard]] TlsProblem lastTlsProblem(const QString &host) const;

    /// For parsing large answers.
    [[nodiscard]] EventLoopQueue &eventLoopQueue() { return m_eventLoopQueue; }

    /// The TLS settings of every request. Blocks until the CA file is read.
    [[nodiscard]] QSslConfiguration configuration();

signals:
    /// isReady() has become true. From the event loop.
    void ready();

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *body) override;

private:
    struct Trust;
    void read(const QString &caFile);
    void finishReading();
    void emitIfReady();

    std::unique_ptr<SystemProxies> m_proxies;
    std::unique_ptr<QThread> m_reader;
    std::shared_ptr<Trust> m_trust; ///< used by the reader while it runs; null without a CA file
    std::optional<QSslConfiguration> m_configuration;
    QHash<QString, TlsProblem> m_tlsProblems; ///< by host
    QSet<QString> m_reached;                  ///< hosts
    EventLoopQueue m_eventLoopQueue;
};

} // namespace clusterdeck
