// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/transport.h"
#include "tests/app/api/apicloud.h"
#include "tests/support/authority.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTest>

#include <sys/stat.h>

using namespace clusterdeck;

QT_WARNING_DISABLE_DEPRECATED // this test uses the old protocols

    namespace
{

    /// Makes OpenSSL accept every protocol, so that only the program's own checks refuse.
    constexpr auto Permissive = R"(openssl_conf = here
[here]
ssl_conf = ssl
[ssl]
system_default = all
[all]
MinProtocol = TLSv1
CipherString = DEFAULT@SECLEVEL=0
)";

    struct Case {
        const char *name;
        Authority::Order order;
        char file; ///< 'a' the authority's, 'b' another authority's, 's' the server's own, '-' none
        TlsProblem problem;
    };

    QList<Case> cases()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const Authority::Order good;
        Authority::Order expired = good, early = good, elsewhere = good, own = good, both = good;
        expired.from = both.from = now.addDays(-10);
        expired.until = both.until = now.addDays(-1);
        early.from = now.addDays(1);
        early.until = now.addDays(10);
        elsewhere.names = both.names = "DNS:cloud.example,IP:127.0.0.2";
        own.selfSigned = true;
        return {
            {"valid", good, 'a', TlsProblem::None},
            {"expired", expired, 'a', TlsProblem::Expired},
            {"not yet valid", early, 'a', TlsProblem::Expired},
            {"wrong host", elsewhere, 'a', TlsProblem::WrongHost},
            {"wrong host and expired", both, 'a', TlsProblem::WrongHost},
            {"wrong host, unknown issuer", elsewhere, '-', TlsProblem::WrongHost},
            {"self-signed", own, '-', TlsProblem::SelfSigned},
            {"self-signed, another CA file", own, 'a', TlsProblem::SelfSigned},
            {"self-signed, by its own file", own, 's', TlsProblem::None},
            {"own CA, not configured", good, '-', TlsProblem::UnknownIssuer},
            {"own CA, another configured", good, 'b', TlsProblem::UnknownIssuer},
        };
    }

    /// A client that makes one read and one write to `url`.
    std::unique_ptr<Cloud> asked(const QUrl &url, const QString &caFile)
    {
        auto cloud = std::make_unique<Cloud>([&](ApiSettings &settings) {
            settings.baseUrl = url;
            settings.caFile = caFile;
        });
        cloud->list();
        cloud->send();
        return cloud;
    }

    bool allAnswered(const Cloud &cloud)
    {
        return cloud.pages.size() == 1 && cloud.sent.size() == 1;
    }

    QList<ApiError> errorsOf(const Cloud &cloud)
    {
        return {errorOf(cloud.pages.constFirst()), errorOf(cloud.sent.constFirst())};
    }

    void rubbish(const QString &name, const QByteArray &bytes)
    {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

} // namespace

/// The TLS matrix, with a real TLS server: what is accepted, what is refused and with which error,
/// and that nothing of a refused request reaches the server.
class TestTls : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void certificates_data();
    void certificates();
    void protocols_data();
    void protocols();
    void badCaFiles_data();
    void badCaFiles();
    void aRelativeCaFileIsNotUsed();
    void plainTextNeedsAGoodCaFileToo();
    void trustIsReadBesideTheEventLoop();
    void theSystemsAuthoritiesStay();
    void anotherCaFileEndsOldConnections();
    void anotherCaFileWhileACallIsOnItsWay();

private:
    Authority m_authority;
    Authority m_other;
};

/// The default configuration is as permissive as possible: only the program's own checks refuse.
void TestTls::initTestCase()
{
    for (const char *name : {"https_proxy", "HTTPS_PROXY", "http_proxy", "all_proxy"})
        qunsetenv(name);
    QSslConfiguration careless = QSslConfiguration::defaultConfiguration();
    careless.setProtocol(QSsl::AnyProtocol);
    careless.setPeerVerifyMode(QSslSocket::VerifyNone);
    QSslConfiguration::setDefaultConfiguration(careless);
}

void TestTls::certificates_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < cases().size(); ++i)
        QTest::newRow(cases().at(i).name) << i;
}

void TestTls::certificates()
{
    QFETCH(int, index);
    const Case wanted = cases().at(index);
    QString own;
    FaultServer server(m_authority.issue(wanted.order, &own));
    server.answerWith([](const RecordedRequest &) { return noClusters(); });
    const QHash<char, QString> files{{'a', m_authority.file()}, {'b', m_other.file()}, {'s', own}};
    const auto cloud = asked(server.url(), files.value(wanted.file));
    QTRY_VERIFY(allAnswered(*cloud));
    QVERIFY(server.connections() > 0);
    if (wanted.problem == TlsProblem::None) {
        QVERIFY(cloud->pages.first().has_value());
        QVERIFY(cloud->sent.first().has_value());
        return;
    }
    for (const ApiError &error : errorsOf(*cloud)) {
        QCOMPARE(error.kind, ErrorKind::Tls);
        QCOMPARE(error.tls, wanted.problem);
        QCOMPARE(error.outcome, Outcome::NotSent);
        QVERIFY(!error.detail.contains(QStringLiteral("signature")));
    }
    QCOMPARE(server.requests().size(), 0); // counted from the first byte
}

void TestTls::protocols_data()
{
    QTest::addColumn<int>("protocol");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("TLS 1.0") << int(QSsl::TlsV1_0) << false;
    QTest::newRow("TLS 1.1") << int(QSsl::TlsV1_1) << false;
    QTest::newRow("TLS 1.2") << int(QSsl::TlsV1_2) << true;
    QTest::newRow("TLS 1.3") << int(QSsl::TlsV1_3) << true;
}

void TestTls::protocols()
{
    QFETCH(int, protocol);
    QFETCH(bool, accepted);
    QSslConfiguration tls = m_authority.issue({});
    tls.setProtocol(QSsl::SslProtocol(protocol));
    FaultServer server(tls);
    server.answerWith([](const RecordedRequest &) { return noClusters(); });

    // Another client in this process can connect to the server.
    QNetworkAccessManager careless;
    std::unique_ptr<QNetworkReply> reply(careless.get(QNetworkRequest(server.url())));
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    QCOMPARE(server.requests().size(), 1);

    const auto cloud = asked(server.url(), m_authority.file());
    QTRY_VERIFY(allAnswered(*cloud));
    QCOMPARE(server.requests().size(), accepted ? 3 : 1);
    for (const ApiError &error : errorsOf(*cloud)) {
        QCOMPARE(error.kind == ErrorKind::Tls, !accepted);
        QCOMPARE(error.tls, accepted ? TlsProblem::None : TlsProblem::TooOld);
        if (!accepted)
            QCOMPARE(error.outcome, Outcome::NotSent);
    }
}

void TestTls::badCaFiles_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("state");
    QTest::newRow("missing") << "missing" << int(CaFileState::Unreadable);
    QTest::newRow("a folder") << "." << int(CaFileState::Unreadable);
    QTest::newRow("a pipe") << "pipe" << int(CaFileState::Unreadable);
    QTest::newRow("endless") << "/dev/zero" << int(CaFileState::Unreadable);
    QTest::newRow("empty") << "empty" << int(CaFileState::NoCertificate);
    QTest::newRow("garbage") << "garbage" << int(CaFileState::NoCertificate);
    QTest::newRow("broken certificate") << "broken" << int(CaFileState::NoCertificate);
    QTest::newRow("a key") << "ca.key" << int(CaFileState::NoCertificate);
    QTest::newRow("too large") << "large" << int(CaFileState::TooLarge);
}

/// With such a file nothing is sent: there is not even a connection.
void TestTls::badCaFiles()
{
    QFETCH(QString, what);
    QFETCH(int, state);
    const QDir folder = QFileInfo(m_authority.file()).dir();
    const auto path = [&folder](const char *name) {
        return folder.filePath(QString::fromLatin1(name));
    };
    rubbish(path("empty"), {});
    rubbish(path("garbage"), QByteArray(3000, '\x80'));
    rubbish(path("broken"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    rubbish(path("large"), QByteArray(MaxCaFileBytes + 1, '\n'));
    mkfifo(qPrintable(path("pipe")), 0600);
    const QString file = folder.filePath(what); // an absolute path stays unchanged
    QCOMPARE(int(checkCaFile(file)), state);

    FaultServer server(m_authority.issue({}));
    const auto cloud = asked(server.url(), file);
    const QSignalSpy called(cloud->client.get(), &ApiClient::called);
    QTRY_VERIFY(allAnswered(*cloud));
    for (const ApiError &error : errorsOf(*cloud)) {
        QCOMPARE(error.kind, ErrorKind::Tls);
        QCOMPARE(error.tls, TlsProblem::CaFile);
        QCOMPARE(error.outcome, Outcome::NotSent);
    }
    QCOMPARE(server.connections(), 0);
    QCOMPARE(called.count(), 0);
}

/// The file is good, but a relative path depends on the folder in which the program starts.
void TestTls::aRelativeCaFileIsNotUsed()
{
    const QFileInfo file(m_authority.file());
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(file.path()));
    const QString name = file.fileName();
    FaultServer server(m_authority.issue({}));
    for (const QString &path :
         {name, QStringLiteral("./") + name, QStringLiteral("~/") + name, QStringLiteral(":/ca")}) {
        QCOMPARE(checkCaFile(path), CaFileState::NotAbsolute);
        const auto cloud = asked(server.url(), path);
        QTRY_VERIFY(allAnswered(*cloud));
        for (const ApiError &error : errorsOf(*cloud)) {
            QCOMPARE(error.tls, TlsProblem::CaFile);
            QCOMPARE(error.outcome, Outcome::NotSent);
        }
    }
    QVERIFY(QDir::setCurrent(before));
    QCOMPARE(checkCaFile(m_authority.file()), CaFileState::Fine);
    QCOMPARE(server.connections(), 0);
}

void TestTls::plainTextNeedsAGoodCaFileToo()
{
    Cloud cloud([](ApiSettings &settings) { settings.caFile = QStringLiteral("/nowhere/ca.pem"); });
    cloud.send();
    QTRY_COMPARE(cloud.sent.size(), 1);
    QCOMPARE(errorOf(cloud.sent.first()).tls, TlsProblem::CaFile);
    QCOMPARE(cloud.server.connections(), 0);
}

void TestTls::trustIsReadBesideTheEventLoop()
{
    QVERIFY(Transport().isReady());
    Transport network(m_authority.file());
    QSignalSpy ready(&network, &Transport::ready);
    QVERIFY(!network.isReady());
    QTRY_VERIFY(network.isReady());
    QCOMPARE(ready.count(), 1);
    QCOMPARE(network.caFileState(), CaFileState::Fine);

    Transport bad(QStringLiteral("/nowhere/ca.pem"));
    QCOMPARE(bad.caFileState(), CaFileState::Unreadable); // waits for the file
    QVERIFY(bad.configuration().caCertificates().isEmpty());

    Transport forgotten(m_authority.file()); // destroyed while it reads the file
}

/// Qt loads the system's authorities on demand, unless a configuration names some; then only these
/// count.
void TestTls::theSystemsAuthoritiesStay()
{
    QSslConfiguration expected = QSslConfiguration::defaultConfiguration();
    expected.setProtocol(QSsl::TlsV1_2OrLater);
    expected.setPeerVerifyMode(QSslSocket::VerifyPeer);
    QVERIFY(Transport().configuration() == expected); // this comparison includes on-demand loading

    Transport network(m_authority.file());
    const QList<QSslCertificate> trusted = network.configuration().caCertificates();
    const QSslCertificate own = QSslCertificate::fromPath(m_authority.file()).value(0);
    QVERIFY(!own.isNull());
    QVERIFY(trusted.contains(own));
    const QList<QSslCertificate> system = QSslConfiguration::systemCaCertificates();
    if (system.isEmpty())
        QSKIP("this system has no authorities");
    for (const QSslCertificate &certificate : system)
        QVERIFY(trusted.contains(certificate));
}

void TestTls::anotherCaFileEndsOldConnections()
{
    FaultServer server(m_authority.issue({}));
    server.answerWith([](const RecordedRequest &) { return noClusters(); });
    const auto cloud = asked(server.url(), m_authority.file());
    QTRY_VERIFY(allAnswered(*cloud));
    const int before = server.connections();
    cloud->list();
    QTRY_COMPARE(cloud->pages.size(), 2);
    QCOMPARE(server.connections(), before); // the connection is reused

    ApiSettings settings = cloud->client->settings();
    for (const QString &file : {QString(), m_other.file()}) {
        settings.caFile = file;
        cloud->client->setSettings(settings);
        cloud->pages.clear();
        cloud->list();
        QTRY_COMPARE(cloud->pages.size(), 1);
        QCOMPARE(errorOf(cloud->pages.first()).tls, TlsProblem::UnknownIssuer);
        QCOMPARE(server.requests().size(), 3);
    }
    settings.caFile = m_authority.file();
    cloud->client->setSettings(settings);
    cloud->list();
    QTRY_COMPARE(cloud->pages.size(), 2);
    QVERIFY(cloud->pages.last().has_value());
    QCOMPARE(server.requests().size(), 4);
}

void TestTls::anotherCaFileWhileACallIsOnItsWay()
{
    FaultServer server(m_authority.issue({}));
    server.answerWith([](const RecordedRequest &request) {
        return request.method == "GET" ? noClusters() : FaultAnswer::of(Fault::HangInBody);
    });
    const auto cloud = asked(server.url(), m_authority.file());
    QTRY_VERIFY(cloud->pages.size() == 1 && server.complete("POST") == 1);

    ApiSettings settings = cloud->client->settings();
    settings.caFile.clear();
    cloud->client->setSettings(settings);
    for (int i = 0; i < 3; ++i)
        cloud->list();
    QTRY_COMPARE(cloud->pages.size(), 4);
    for (const Result<Page<ClusterRecord>> &page : cloud->pages.mid(1))
        QCOMPARE(errorOf(page).tls, TlsProblem::UnknownIssuer);
    QCOMPARE(server.requests().size(), 2);
    QCOMPARE(cloud->sent.size(), 0); // the write is still under way
    server.resetConnections();
    QTRY_COMPARE(cloud->sent.size(), 1);
    QCOMPARE(errorOf(cloud->sent.first()).outcome, Outcome::Unknown);
}

int main(int argc, char **argv)
{
    // OpenSSL reads this file when it starts, before any test.
    QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("openssl.cnf"));
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(Permissive) < 0)
        return 1;
    file.close();
    qputenv("OPENSSL_CONF", name.toLocal8Bit());
    QCoreApplication app(argc, argv);
    TestTls test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_tls.moc"
