// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/connectioncheck.h"
#include "app/api/proxylookup.h"
#include "app/api/systemproxies.h"
#include "tests/app/api/apicloud.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace clusterdeck;
using namespace std::chrono_literals;

namespace
{

/// A server for the proxy script that the environment names.
class ScriptServer : public QTcpServer
{
public:
    ScriptServer()
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("cannot listen on loopback");
        url =
            "pac+http://user:password@127.0.0.1:" + QByteArray::number(serverPort()) + "/proxy.pac";
        qputenv("http_proxy", url);
        qputenv("https_proxy", url);
        connect(this, &QTcpServer::newConnection, this, [this] { ++asked; });
    }
    ~ScriptServer() override
    {
        qunsetenv("http_proxy");
        qunsetenv("https_proxy");
    }

    /// Ends the wait for the script: there is none.
    void giveUp()
    {
        for (QTcpSocket *socket : findChildren<QTcpSocket *>())
            socket->abort();
    }

    QByteArray url;
    int asked = 0;
};

std::unique_ptr<Cloud> cloudElsewhere()
{
    return std::make_unique<Cloud>([](ApiSettings &settings) {
        settings.baseUrl = QUrl(QStringLiteral("https://cloud.invalid"));
    });
}

} // namespace

/// A server for the proxy's script that accepts connections and never answers: the system's look-up
/// waits without end.
class TestSilentProxy : public QObject
{
    Q_OBJECT

private slots:
    void theEventLoopGoesOn();
    void theConnectionCheckNamesIt();
    void theProgramEnds();
};

void TestSilentProxy::theEventLoopGoesOn()
{
    ScriptServer script;
    const auto cloud = cloudElsewhere();
    const SystemProxies *proxies = cloud->client->proxies();
    cloud->list();
    cloud->send();
    QCOMPARE(proxies->state(), SystemProxies::State::Asked);
    QVERIFY(cloud->pages.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(script.asked, 1, 60'000); // the server needs this thread's event loop
    QCOMPARE(proxies->name(),
             QStringLiteral("pac+http://127.0.0.1:%1/proxy.pac").arg(script.serverPort()));

    QTRY_VERIFY_WITH_TIMEOUT(cloud->pages.size() == 1 && cloud->sent.size() == 1, 60'000);
    QCOMPARE(proxies->state(), SystemProxies::State::Silent);
    QCOMPARE(errorOf(cloud->pages.first()).kind, ErrorKind::Proxy);
    QCOMPARE(errorOf(cloud->sent.first()).kind, ErrorKind::Proxy);
    QCOMPARE(errorOf(cloud->sent.first()).outcome, Outcome::NotSent);
    QVERIFY(isProxyLookupUnderWay());

    // Later requests do not wait again.
    cloud->send();
    QCOMPARE(proxies->state(), SystemProxies::State::Silent);
    QTRY_COMPARE(cloud->sent.size(), 2);
    QCOMPARE(errorOf(cloud->sent.last()).kind, ErrorKind::Proxy);

    // An account on this machine needs no proxy.
    Cloud here;
    here.answerAll(noClusters());
    here.list();
    QTRY_COMPARE(here.pages.size(), 1);
    QVERIFY(here.pages.first().has_value());

    // A late answer is used.
    script.giveUp();
    QTRY_COMPARE_WITH_TIMEOUT(proxies->state(), SystemProxies::State::Known, 60'000);
    QTRY_VERIFY(!isProxyLookupUnderWay());
}

void TestSilentProxy::theConnectionCheckNamesIt()
{
    ScriptServer script;
    ApiSettings settings;
    settings.baseUrl = QUrl(QStringLiteral("https://cloud.invalid"));
    settings.zone = QStringLiteral("z");
    settings.credentials = vectors::credentials();
    SystemClock clock;
    auto check = std::make_unique<ConnectionCheck>(settings, clock);
    QSignalSpy finished(check.get(), &ConnectionCheck::finished);
    check->start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
    const CheckFinding finding = check->findings().at(int(CheckStep::Reachable));
    QCOMPARE(finding.reason, CheckReason::ProxySilent);
    QCOMPARE(finding.name,
             QStringLiteral("pac+http://127.0.0.1:%1/proxy.pac").arg(script.serverPort()));
    check.reset(); // while the look-up waits
    QVERIFY(isProxyLookupUnderWay());
    script.giveUp();
    QTRY_VERIFY_WITH_TIMEOUT(!isProxyLookupUnderWay(), 60'000);
}

/// The real program prints one error and ends, although the look-up has not ended.
void TestSilentProxy::theProgramEnds()
{
    ScriptServer script;
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QINGCLOUD_ACCESS_KEY_ID"), QStringLiteral("ID"));
    environment.insert(QStringLiteral("QINGCLOUD_SECRET_ACCESS_KEY"), QStringLiteral("SECRET"));
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(CLUSTERDECK_PROGRAM),
                  {QStringLiteral("plan"), QStringLiteral("delete"), QStringLiteral("--ids-from"),
                   QStringLiteral("-"), QStringLiteral("--endpoint=https://cloud.invalid"),
                   QStringLiteral("--zone=z"), QStringLiteral("--owner=usr-a")});
    program.write("ehpc-v4uu2l\n");
    program.closeWriteChannel();
    QTRY_COMPARE_WITH_TIMEOUT(program.state(), QProcess::NotRunning, 100'000);
    const QByteArray said = program.readAllStandardError();
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QVERIFY2(program.exitCode() == 5, said.constData());
    QVERIFY2(said.contains("proxy"), said.constData());
    QCOMPARE(script.asked, 1);
}

QTEST_GUILESS_MAIN(TestSilentProxy)
#include "tst_silentproxy.moc"
