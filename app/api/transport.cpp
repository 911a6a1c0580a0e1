// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/transport.h"

#include "app/api/networkerrors.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslError>
#include <QThread>

#ifdef Q_OS_LINUX
// Qt asks Kerberos for credentials when a 401 or 407 names "Negotiate", before any signal, and no
// setting prevents that (qGssapiTestGetCredentials() in qauthenticator.cpp). Requests are
// authenticated only by their signature. This function replaces the one of the library: it returns
// no name, so that nothing is looked up.
extern "C" __attribute__((visibility("default"))) unsigned
gss_import_name(unsigned *minor, const void *, const void *, void **name)
{
    constexpr unsigned BadName = 2U << 16; // GSS_S_BAD_NAME
    *minor = 0;
    *name = nullptr;
    return BadName;
}
#endif

namespace clusterdeck
{

bool isLoopbackHost(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

/// Gives the proxies that a Transport knows to the network manager.
class KnownProxies : public QNetworkProxyFactory
{
public:
    explicit KnownProxies(SystemProxies &proxies)
        : m_proxies(proxies)
    {
    }
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &) override
    {
        return m_proxies.proxies();
    }

private:
    SystemProxies &m_proxies;
};

struct Transport::Trust {
    CaFileState state = CaFileState::Fine;
    QList<QSslCertificate> certificates;
};

Transport::Transport(const QString &caFile, const QUrl &url)
{
    if (!url.isEmpty()) {
        m_proxies = std::make_unique<SystemProxies>(url);
        setProxyFactory(new KnownProxies(*m_proxies)); // the base class takes ownership
        connect(m_proxies.get(), &SystemProxies::settled, this, &Transport::emitIfReady);
    }
    connect(this, &QNetworkAccessManager::sslErrors, this,
            [this](const QNetworkReply *reply, const QList<QSslError> &errors) {
                m_tlsProblems.insert(reply->url().host(), tlsProblemOf(errors));
            });
    connect(this, &QNetworkAccessManager::encrypted, this,
            [this](const QNetworkReply *reply) { m_reached.insert(reply->url().host()); });
    if (!caFile.isEmpty())
        read(caFile);
}

Transport::~Transport()
{
    if (m_reader)
        m_reader->wait();
}

void Transport::read(const QString &caFile)
{
    m_trust = std::make_shared<Trust>();
    m_reader.reset(QThread::create([caFile, trust = m_trust] {
        trust->state = readCaFile(caFile, trust->certificates);
        // With own authorities Qt no longer loads the system's on demand (seen with 6.4.2, also
        // with addCaCertificates()). Without those, no public cloud would be accepted.
        if (trust->state == CaFileState::Fine)
            trust->certificates += QSslConfiguration::systemCaCertificates();
    }));
    connect(m_reader.get(), &QThread::finished, this, [this] {
        finishReading();
        emitIfReady();
    });
    m_reader->start();
}

void Transport::finishReading()
{
    if (!m_reader)
        return;
    m_reader->wait();
    m_reader.reset();
}

CaFileState Transport::caFileState()
{
    finishReading();
    return m_trust ? m_trust->state : CaFileState::Fine;
}

void Transport::emitIfReady()
{
    if (isReady())
        emit ready();
}

bool Transport::hasReached(const QString &host) const
{
    return m_reached.contains(host);
}

TlsProblem Transport::lastTlsProblem(const QString &host) const
{
    return m_tlsProblems.value(host, TlsProblem::Other);
}

QSslConfiguration Transport::configuration()
{
    finishReading();
    if (!m_configuration) {
        m_configuration = QSslConfiguration::defaultConfiguration();
        m_configuration->setProtocol(QSsl::TlsV1_2OrLater);
        m_configuration->setPeerVerifyMode(QSslSocket::VerifyPeer);
        if (m_trust && m_trust->state == CaFileState::Fine)
            m_configuration->addCaCertificates(m_trust->certificates);
        else if (m_trust)
            m_configuration->setCaCertificates({});
    }
    return *m_configuration;
}

QNetworkReply *Transport::createRequest(Operation operation, const QNetworkRequest &request,
                                        QIODevice *body)
{
    if (request.url().scheme() != QLatin1String("https"))
        return QNetworkAccessManager::createRequest(operation, request, body);
    QNetworkRequest secured = request;
    secured.setSslConfiguration(configuration());
    return QNetworkAccessManager::createRequest(operation, secured, body);
}

} // namespace clusterdeck
