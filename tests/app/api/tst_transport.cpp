// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/networkerrors.h"
#include "app/api/transport.h"

#include <QSslError>
#include <QTest>

using namespace clusterdeck;
using Net = QNetworkReply;

/// The transport's decisions without a network: which addresses are this machine, and what an error
/// means.
class TestTransport : public QObject
{
    Q_OBJECT

private slots:
    void loopback_data();
    void loopback();
    void faults_data();
    void faults();
    void answers();
    void certificateErrors_data();
    void certificateErrors();
    void handshakes_data();
    void handshakes();
};

void TestTransport::loopback_data()
{
    QTest::addColumn<bool>("here");
    for (const char *host : {"localhost", "127.0.0.1", "127.255.1.2", "::1", "::ffff:127.0.0.1"})
        QTest::newRow(host) << true;
    for (const char *host : {"", "localhost.example.com", "127.0.0.1.example.com", "10.0.0.1",
                             "0.0.0.0", "::2", "::", "cloud.invalid", "mylocalhost", "128.0.0.1"})
        QTest::newRow(host) << false;
}

void TestTransport::loopback()
{
    QFETCH(bool, here);
    QCOMPARE(isLoopbackHost(QString::fromLatin1(QTest::currentDataTag())), here);
}

void TestTransport::faults_data()
{
    QTest::addColumn<int>("error");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("behindProxy"); ///< the error kind when a proxy is used
    QTest::addColumn<bool>("connected");
    const auto row = [](Net::NetworkError error, ErrorKind kind, ErrorKind behind, bool connected) {
        QTest::addRow("%d", int(error)) << int(error) << int(kind) << int(behind) << connected;
    };
    const ErrorKind proxy = ErrorKind::Proxy;
    row(Net::ConnectionRefusedError, ErrorKind::ConnectionRefused, proxy, false);
    row(Net::HostNotFoundError, ErrorKind::HostNotFound, proxy, false);
    row(Net::SslHandshakeFailedError, ErrorKind::Tls, ErrorKind::Tls, false);
    row(Net::UnknownNetworkError, ErrorKind::Network, proxy, true);
    for (const auto error : {Net::ProxyConnectionRefusedError, Net::ProxyConnectionClosedError,
                             Net::ProxyNotFoundError, Net::ProxyTimeoutError,
                             Net::ProxyAuthenticationRequiredError, Net::UnknownProxyError})
        row(error, proxy, proxy, false);
    for (const auto error :
         {Net::RemoteHostClosedError, Net::TimeoutError, Net::ContentReSendError,
          Net::NetworkSessionFailedError, Net::ProtocolFailure, Net::ContentNotFoundError})
        row(error, ErrorKind::Network, ErrorKind::Network, true);
}

void TestTransport::faults()
{
    QFETCH(int, error);
    QFETCH(int, kind);
    QFETCH(int, behindProxy);
    QFETCH(bool, connected);
    const auto what = Net::NetworkError(error);
    QCOMPARE(networkFaultOf(what, false), (NetworkFault{ErrorKind(kind), connected}));
    QCOMPARE(networkFaultOf(what, true), (NetworkFault{ErrorKind(behindProxy), connected}));
}

void TestTransport::answers()
{
    for (const auto error :
         {Net::ProtocolInvalidOperationError, Net::ContentAccessDenied, Net::ContentNotFoundError,
          Net::AuthenticationRequiredError, Net::UnknownContentError, Net::InternalServerError,
          Net::ServiceUnavailableError, Net::UnknownServerError})
        QVERIFY(isOfHttpStatus(error));
    for (const auto error :
         {Net::NoError, Net::ContentReSendError, Net::ProxyAuthenticationRequiredError,
          Net::UnknownNetworkError, Net::SslHandshakeFailedError, Net::RemoteHostClosedError,
          Net::ProtocolFailure, Net::OperationCanceledError})
        QVERIFY(!isOfHttpStatus(error));
}

void TestTransport::certificateErrors_data()
{
    QTest::addColumn<QList<QSslError>>("errors");
    QTest::addColumn<int>("problem");
    const auto row = [](const char *name, const QList<QSslError::SslError> &errors,
                        TlsProblem problem) {
        QList<QSslError> list;
        for (const QSslError::SslError error : errors)
            list += QSslError(error);
        QTest::newRow(name) << list << int(problem);
    };
    row("none", {}, TlsProblem::Other);
    row("expired", {QSslError::CertificateExpired}, TlsProblem::Expired);
    row("early", {QSslError::CertificateNotYetValid}, TlsProblem::Expired);
    row("host", {QSslError::HostNameMismatch}, TlsProblem::WrongHost);
    row("self", {QSslError::SelfSignedCertificate}, TlsProblem::SelfSigned);
    row("chain", {QSslError::SelfSignedCertificateInChain}, TlsProblem::UnknownIssuer);
    row("issuer", {QSslError::UnableToGetIssuerCertificate}, TlsProblem::UnknownIssuer);
    row("local", {QSslError::UnableToGetLocalIssuerCertificate}, TlsProblem::UnknownIssuer);
    row("first", {QSslError::UnableToVerifyFirstCertificate}, TlsProblem::UnknownIssuer);
    row("untrusted", {QSslError::CertificateUntrusted}, TlsProblem::UnknownIssuer);
    row("revoked", {QSslError::CertificateRevoked}, TlsProblem::Other);
    row("self, then host", {QSslError::SelfSignedCertificate, QSslError::HostNameMismatch},
        TlsProblem::WrongHost);
    row("issuer, expired",
        {QSslError::UnableToVerifyFirstCertificate, QSslError::CertificateExpired},
        TlsProblem::Expired);
    row("issuer, revoked",
        {QSslError::CertificateRevoked, QSslError::UnableToVerifyFirstCertificate},
        TlsProblem::UnknownIssuer);
}

void TestTransport::certificateErrors()
{
    QFETCH(QList<QSslError>, errors);
    QFETCH(int, problem);
    QCOMPARE(int(tlsProblemOf(errors)), problem);
}

void TestTransport::handshakes_data()
{
    QTest::addColumn<int>("problem");
    for (const char *message :
         {"SSL handshake failed: error:0A000102:SSL routines::unsupported protocol",
          "握手失败：error:0A00042E:SSL routines::tlsv1 alert protocol version"})
        QTest::newRow(message) << int(TlsProblem::TooOld);
    for (const char *message :
         {"", "SSL handshake failed: error:0A00010B:SSL routines::wrong version number",
          "SSL handshake failed: error:0A000410:SSL routines::sslv3 alert handshake failure"})
        QTest::newRow(message) << int(TlsProblem::Other);
}

void TestTransport::handshakes()
{
    QFETCH(int, problem);
    QCOMPARE(int(tlsProblemOf(QString::fromUtf8(QTest::currentDataTag()))), problem);
}

QTEST_GUILESS_MAIN(TestTransport)
#include "tst_transport.moc"
