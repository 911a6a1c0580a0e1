// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/transport.h"
#include "tests/app/api/apicloud.h"
#include "tests/app/api/connectproxy.h"
#include "tests/support/authority.h"

#include <QNetworkProxy>
#include <QTest>

using namespace clusterdeck;
using namespace std::chrono_literals;
using Conduct = ConnectProxy::Conduct;

namespace
{

/// Every variable that libproxy reads.
void setProxy(const QByteArray &url)
{
    for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY",
                             "ALL_PROXY", "no_proxy", "NO_PROXY"}) {
        if (url.isEmpty() || qstrlen(name) == 8)
            qunsetenv(name);
        else
            qputenv(name, url);
    }
}

} // namespace

/// The system's proxy from the environment: what passes through it, what never does, and what is
/// reported when it fails. Only the proxy can resolve the cloud's host name.
class TestProxy : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { setProxy({}); }
    void tunnel();
    void certificateBehindTheProxy();
    void proxyFaults_data();
    void proxyFaults();
    void atMostOnce_data();
    void atMostOnce();
    void cutTunnel();
    void silenceBehindAProxyThatWorks();
    void neverToThisMachine_data();
    void neverToThisMachine();
    void withoutAProxy();

private:
    std::unique_ptr<Cloud> cloudBehind(const QByteArray &proxy,
                                       std::chrono::milliseconds deadline = 30s,
                                       int readTries = ApiSettings().readTries);

    Authority m_authority;
    QSslConfiguration m_tls;
};

void TestProxy::initTestCase()
{
    m_tls = m_authority.issue({.names = "DNS:cloud.invalid"});
}

std::unique_ptr<Cloud> TestProxy::cloudBehind(const QByteArray &proxy,
                                              std::chrono::milliseconds deadline, int readTries)
{
    setProxy(proxy);
    return std::make_unique<Cloud>([this, deadline, readTries](ApiSettings &settings) {
        settings.baseUrl = QUrl(QStringLiteral("https://cloud.invalid"));
        settings.caFile = m_authority.file();
        settings.deadline = deadline;
        settings.readTries = readTries;
    });
}

void TestProxy::tunnel()
{
    FaultServer server(m_tls);
    server.answerWith([](const RecordedRequest &) { return noClusters(); });
    ConnectProxy proxy(server.serverPort());
    const auto cloud = cloudBehind(proxy.url());
    cloud->list();
    QTRY_COMPARE(cloud->pages.size(), 1);
    QVERIFY(cloud->pages.first().has_value());
    cloud->send();
    QTRY_COMPARE(cloud->sent.size(), 1);
    QVERIFY(cloud->sent.first().has_value());
    QCOMPARE(server.complete("POST"), 1);
    QCOMPARE(server.complete("GET"), 1);
    // The proxy sees nothing else:
    for (const QByteArray &request : proxy.requests)
        QCOMPARE(request, QByteArray("CONNECT cloud.invalid:443 HTTP/1.1"));
}

/// A proxy that intercepts TLS fails: its certificate is checked like any other.
void TestProxy::certificateBehindTheProxy()
{
    FaultServer server(m_authority.issue({.names = "DNS:proxy.invalid"}));
    ConnectProxy proxy(server.serverPort());
    const auto cloud = cloudBehind(proxy.url());
    cloud->send();
    QTRY_COMPARE(cloud->sent.size(), 1);
    QCOMPARE(errorOf(cloud->sent.first()).kind, ErrorKind::Tls);
    QCOMPARE(errorOf(cloud->sent.first()).tls, TlsProblem::WrongHost);
    QCOMPARE(errorOf(cloud->sent.first()).outcome, Outcome::NotSent);
    QCOMPARE(server.requests().size(), 0);
}

void TestProxy::proxyFaults_data()
{
    QTest::addColumn<int>("conduct"); ///< -1: closed port, -2: unknown host
    QTest::addColumn<int>("status");
    QTest::newRow("closed port") << -1 << 0;
    QTest::newRow("no such host") << -2 << 0;
    QTest::newRow("hangs") << int(Conduct::Hang) << 0;
    QTest::newRow("closes at once") << int(Conduct::CloseAtOnce) << 0;
    QTest::newRow("closes unsaid") << int(Conduct::CloseUnsaid) << 0;
    QTest::newRow("no HTTP") << int(Conduct::NoHttp) << 0;
    for (const int status : {400, 403, 404, 405, 407, 500, 502, 503, 504})
        QTest::addRow("%d", status) << int(Conduct::Answer) << status;
}

void TestProxy::proxyFaults()
{
    QFETCH(int, conduct);
    QFETCH(int, status);
    FaultServer server(m_tls);
    ConnectProxy proxy(server.serverPort());
    proxy.conduct = conduct < 0 ? Conduct::Tunnel : Conduct(conduct);
    proxy.status = status;
    QByteArray url = proxy.url();
    if (conduct == -1)
        url = "http://127.0.0.1:" + QByteArray::number(FaultServer::closedPort());
    if (conduct == -2)
        url = "http://proxy.invalid:3128";
    // Qt reports no error for some of these; only the deadline ends them.
    const bool silent = proxy.conduct == Conduct::Hang || proxy.conduct == Conduct::CloseAtOnce ||
                        proxy.conduct == Conduct::CloseUnsaid;
    const auto cloud = cloudBehind(url, silent ? 500ms : 30'000ms);
    cloud->list();
    cloud->send();
    QTRY_VERIFY_WITH_TIMEOUT(cloud->sent.size() == 1 && cloud->pages.size() == 1, 20'000);
    QCOMPARE(errorOf(cloud->sent.first()).kind, ErrorKind::Proxy);
    QCOMPARE(errorOf(cloud->sent.first()).outcome, Outcome::NotSent);
    QCOMPARE(errorOf(cloud->sent.first()).retCode, 0);
    QCOMPARE(errorOf(cloud->pages.first()).kind, ErrorKind::Proxy);
    QCOMPARE(server.connections(), 0);
}

void TestProxy::atMostOnce_data()
{
    QTest::addColumn<int>("fault");
    QTest::newRow("close after the headers") << int(Fault::CloseAfterHead);
    QTest::newRow("read and close") << int(Fault::ReadAndClose);
    QTest::newRow("read and reset") << int(Fault::ReadAndReset);
    QTest::newRow("close in the header") << int(Fault::CloseInHeader);
    QTest::newRow("close in the body") << int(Fault::CloseInBody);
    QTest::newRow("hang") << int(Fault::Hang);
}

/// Through a proxy, the results of the lost-answer matrix are the same.
void TestProxy::atMostOnce()
{
    QFETCH(int, fault);
    FaultServer server(m_tls);
    server.answerWith([fault](const RecordedRequest &request) {
        return request.method == "POST" ? FaultAnswer::of(Fault(fault)) : noClusters();
    });
    ConnectProxy proxy(server.serverPort());
    const auto cloud = cloudBehind(proxy.url(), fault == int(Fault::Hang) ? 1000ms : 30'000ms);
    cloud->send();
    QTRY_COMPARE_WITH_TIMEOUT(cloud->sent.size(), 1, 20'000);
    QVERIFY(!cloud->sent.first().has_value());
    QCOMPARE(errorOf(cloud->sent.first()).outcome, Outcome::Unknown);
    QCOMPARE(errorOf(cloud->sent.first()).kind,
             fault == int(Fault::Hang) ? ErrorKind::Timeout : ErrorKind::Network);
    cloud->list(); // any pending request has been sent after this
    QTRY_COMPARE(cloud->pages.size(), 1);
    QVERIFY(cloud->pages.first().has_value());
    int deliveries = 0;
    for (const RecordedRequest &request : server.requests())
        deliveries += request.method == "POST" ? 1 : 0;
    QCOMPARE(deliveries, 1);
}

/// The proxy breaks after the request was sent: the outcome is unknown, and the request is not sent
/// again.
void TestProxy::cutTunnel()
{
    FaultServer server(m_tls);
    server.answerWith([](const RecordedRequest &) { return FaultAnswer::of(Fault::Hang); });
    ConnectProxy proxy(server.serverPort());
    const auto cloud = cloudBehind(proxy.url(), 5s);
    cloud->send();
    QTRY_COMPARE(server.complete("POST"), 1);
    proxy.cut();
    QTRY_COMPARE(cloud->sent.size(), 1);
    QCOMPARE(errorOf(cloud->sent.first()).kind, ErrorKind::Network);
    QCOMPARE(errorOf(cloud->sent.first()).outcome, Outcome::Unknown);
    QCOMPARE(server.requests().size(), 1);

    // The proxy answers 200 and closes the tunnel. By now Qt 6.11 has opened a new tunnel for the
    // first client.
    proxy.conduct = Conduct::CloseTunnel;
    const auto other = cloudBehind(proxy.url(), 5s);
    other->send();
    QTRY_COMPARE_WITH_TIMEOUT(other->sent.size(), 1, 20'000);
    QCOMPARE(errorOf(other->sent.first()).outcome, Outcome::NotSent);
    QCOMPARE(server.requests().size(), 1);
}

/// After an answer through the proxy, a timeout is not reported as the proxy's fault.
void TestProxy::silenceBehindAProxyThatWorks()
{
    FaultServer server(m_tls);
    server.answerWith([](const RecordedRequest &) { return noClusters(); });
    ConnectProxy proxy(server.serverPort());
    const auto cloud = cloudBehind(proxy.url(), 2000ms, 1);
    cloud->list();
    QTRY_COMPARE(cloud->pages.size(), 1);
    QVERIFY(cloud->pages.first().has_value());
    server.answerWith([](const RecordedRequest &) { return FaultAnswer::of(Fault::Hang); });
    cloud->list();
    QTRY_COMPARE(cloud->pages.size(), 2);
    QCOMPARE(errorOf(cloud->pages.last()).kind, ErrorKind::Timeout);
}

void TestProxy::neverToThisMachine_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addColumn<QString>("host");
    QTest::newRow("plain, address") << false << "127.0.0.1";
    QTest::newRow("plain, name") << false << "localhost";
    QTest::newRow("TLS, address") << true << "127.0.0.1";
    QTest::newRow("TLS, name") << true << "localhost";
}

/// Loopback addresses and plain text never use a proxy, whatever the environment says.
void TestProxy::neverToThisMachine()
{
    QFETCH(bool, tls);
    QFETCH(QString, host);
    FaultServer secure(m_authority.issue({}));
    FaultServer plain;
    FaultServer &server = tls ? secure : plain;
    ConnectProxy proxy(server.serverPort());
    setProxy(proxy.url());
    // The system itself would use the proxy for this machine, too.
    const QList<QNetworkProxy> named =
        QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(server.url()));
    QCOMPARE(named.value(0).port(), proxy.serverPort());
    Cloud cloud([&](ApiSettings &settings) {
        settings.baseUrl = server.url();
        settings.baseUrl.setHost(host);
        settings.caFile = tls ? m_authority.file() : QString();
    });
    cloud.send();
    QTRY_COMPARE(cloud.sent.size(), 1);
    QCOMPARE(server.complete("POST"), 1);
    QCOMPARE(proxy.connections, 0);
}

void TestProxy::withoutAProxy()
{
    const auto unknown = cloudBehind({});
    unknown->send();
    QTRY_COMPARE_WITH_TIMEOUT(unknown->sent.size(), 1, 20'000);
    QCOMPARE(errorOf(unknown->sent.first()).kind, ErrorKind::HostNotFound);
    QCOMPARE(errorOf(unknown->sent.first()).outcome, Outcome::NotSent);

    Cloud closed(
        [](ApiSettings &settings) { settings.baseUrl.setPort(FaultServer::closedPort()); });
    closed.send();
    QTRY_COMPARE(closed.sent.size(), 1);
    QCOMPARE(errorOf(closed.sent.first()).kind, ErrorKind::ConnectionRefused);
    QCOMPARE(errorOf(closed.sent.first()).outcome, Outcome::NotSent);
}

QTEST_GUILESS_MAIN(TestProxy)
#include "tst_proxy.moc"
