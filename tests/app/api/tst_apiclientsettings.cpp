// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/api/apicloud.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace clusterdeck;
using namespace std::chrono_literals;

namespace
{

ApiSettings mended(const ApiClient &client)
{
    ApiSettings settings = client.settings();
    settings.credentials = {QStringLiteral("OTHERKEY"), QStringLiteral("OTHERSECRET")};
    settings.runUser = QStringLiteral("usr-other");
    settings.deletePath = "/api/other/delete";
    settings.callsAnHour = 100;
    return settings;
}

} // namespace

/// What happens to a client whose account is edited or closed while it works.
class TestApiClientSettings : public QObject
{
    Q_OBJECT

private slots:
    void whatWaitsTakesTheNewSettings();
    void whatIsOnItsWayEndsAsItBegan();
    void aRepeatedReadTakesTheNewKey();
    void theAccountStaysWhatItIs();
    void countAndTimeStay();
    void theSameConnectionServesANewKey();
    void retiringEndsWhatWaits();
    void retiringHearsWhatIsOnItsWay();
    void retiringEndsReadsBetweenTwoTries();
    void nothingIsAskedAgainAfterwards();
    void retiredForGood();
    void destroyedFromTheCallbackOfARetiredCall();
};

void TestApiClientSettings::whatWaitsTakesTheNewSettings()
{
    Busy cloud;
    cloud.send();
    QTRY_VERIFY(cloud.full());
    cloud.client->setSettings(mended(*cloud.client));
    QCOMPARE(cloud.client->settings().runUser, QStringLiteral("usr-other"));
    cloud.occupants[0].reset();
    QTRY_COMPARE(cloud.server.complete("POST"), 1);
    const RecordedRequest request = cloud.server.requests().constLast();
    QCOMPARE(request.path(), QByteArray("/api/other/delete"));
    QCOMPARE(request.parameter("access_key_id"), QByteArray("OTHERKEY"));
    QVERIFY(request.body.contains("usr-other"));
}

void TestApiClientSettings::whatIsOnItsWayEndsAsItBegan()
{
    Cloud cloud;
    cloud.answerAll(FaultAnswer::of(Fault::HangInBody));
    cloud.send();
    QTRY_COMPARE(cloud.server.complete("POST"), 1);
    cloud.client->setSettings(mended(*cloud.client));
    QTest::qWait(0);
    QCOMPARE(cloud.sent.size(), 0);
    cloud.server.resetConnections();
    QTRY_COMPARE(cloud.sent.size(), 1);
    QCOMPARE(errorOf(cloud.sent.first()).outcome, Outcome::Unknown);
    QCOMPARE(cloud.server.requests().size(), 1);
    QCOMPARE(cloud.server.requests().first().parameter("access_key_id"),
             vectors::credentials().accessKeyId.toLatin1());
}

void TestApiClientSettings::aRepeatedReadTakesTheNewKey()
{
    Cloud cloud;
    cloud.answerAll(FaultAnswer::code(5000));
    cloud.list();
    QTRY_COMPARE(cloud.clock.waiting(), 1);
    cloud.client->setSettings(mended(*cloud.client));
    cloud.answerAll(noClusters());
    cloud.clock.advance(1s);
    QTRY_COMPARE(cloud.pages.size(), 1);
    QCOMPARE(cloud.server.requests().last().parameter("access_key_id"), QByteArray("OTHERKEY"));
}

/// A request for one cloud is never sent to another.
void TestApiClientSettings::theAccountStaysWhatItIs()
{
    FaultServer elsewhere;
    Cloud cloud;
    const ApiSettings before = cloud.client->settings();
    ApiSettings settings = mended(*cloud.client);
    settings.baseUrl = elsewhere.url();
    settings.zone = QStringLiteral("elsewhere");
    settings.owner = QStringLiteral("usr-elsewhere");
    cloud.client->setSettings(settings);
    QCOMPARE(cloud.client->settings().baseUrl, before.baseUrl);
    QCOMPARE(cloud.client->settings().zone, before.zone);
    QCOMPARE(cloud.client->settings().owner, before.owner);
    cloud.send();
    QTRY_COMPARE(cloud.sent.size(), 1);
    QCOMPARE(cloud.server.complete("POST"), 1);
    QCOMPARE(elsewhere.connections(), 0);
}

void TestApiClientSettings::countAndTimeStay()
{
    Cloud cloud([](ApiSettings &settings) { settings.callsAnHour = 10; });
    const QDateTime there = cloud.clock.utcNow().addSecs(600);
    cloud.answerAll(withDate(noClusters(), there));
    cloud.list();
    QTRY_COMPARE(cloud.pages.size(), 1);
    QCOMPARE(cloud.client->callsLeft(), 9);
    const QDateTime known = cloud.client->serverNow();
    cloud.client->setSettings(mended(*cloud.client));
    QCOMPARE(cloud.client->callsLeft(), 99);
    QCOMPARE(cloud.client->serverNow(), known);
    QVERIFY(cloud.client->serverAhead() > 9min);
}

void TestApiClientSettings::theSameConnectionServesANewKey()
{
    Cloud cloud;
    cloud.answerAll(noClusters());
    cloud.list();
    QTRY_COMPARE(cloud.pages.size(), 1);
    cloud.client->setSettings(mended(*cloud.client));
    cloud.list();
    QTRY_COMPARE(cloud.pages.size(), 2);
    QCOMPARE(cloud.server.connections(), 1);
}

void TestApiClientSettings::retiringEndsWhatWaits()
{
    Busy cloud;
    cloud.send();
    cloud.list();
    QTRY_VERIFY(cloud.full());
    QSignalSpy called(cloud.client.get(), &ApiClient::called);
    cloud.client->retire();
    QVERIFY(cloud.client->settings().credentials.secretAccessKey.isEmpty());
    QVERIFY(cloud.client->settings().credentials.accessKeyId.isEmpty());
    cloud.send();
    cloud.list();
    QCOMPARE(cloud.sent.size() + cloud.pages.size(), 0); // never from within the call itself
    QTRY_COMPARE(cloud.sent.size() + cloud.pages.size(), 2);
    for (auto &occupant : cloud.occupants)
        occupant.reset();
    QTRY_VERIFY(cloud.sent.size() == 2 && cloud.pages.size() == 2);
    for (const Result<Accepted> &sent : cloud.sent) {
        QCOMPARE(errorOf(sent).kind, ErrorKind::Cancelled);
        QCOMPARE(errorOf(sent).outcome, Outcome::NotSent);
    }
    for (const Result<Page<ClusterRecord>> &page : cloud.pages)
        QCOMPARE(errorOf(page).outcome, Outcome::NotSent);
    QCOMPARE(cloud.server.complete(), ApiClient::MaxInFlight);
    QCOMPARE(cloud.server.complete("POST"), 0);
    QCOMPARE(called.count(), 0);
}

void TestApiClientSettings::retiringHearsWhatIsOnItsWay()
{
    Cloud cloud;
    cloud.answerAll(FaultAnswer::json(R"({"ret_code": 0, "job_id": "j-1"})"));
    cloud.send();
    cloud.client->retire();
    QTRY_COMPARE(cloud.sent.size(), 1);
    QVERIFY(cloud.sent.first().has_value());
    QCOMPARE(cloud.sent.first()->jobId, QStringLiteral("j-1"));
}

void TestApiClientSettings::retiringEndsReadsBetweenTwoTries()
{
    Cloud cloud;
    cloud.answerAll(FaultAnswer::code(5000));
    cloud.list();
    QTRY_COMPARE(cloud.clock.waiting(), 1);
    cloud.client->retire();
    QTRY_COMPARE(cloud.pages.size(), 1);
    cloud.clock.advance(10s);
    QTest::qWait(0);
    QCOMPARE(cloud.pages.size(), 1);
    QCOMPARE(cloud.server.complete(), 1);
}

/// Not even automatic repetitions; the cloud's answer is still reported.
void TestApiClientSettings::nothingIsAskedAgainAfterwards()
{
    Cloud cloud;
    cloud.server.answerWith([&cloud](const RecordedRequest &) {
        cloud.client->retire();
        return withDate(FaultAnswer::code(1300), cloud.clock.utcNow().addSecs(600));
    });
    cloud.send();
    QTRY_COMPARE(cloud.sent.size(), 1);
    QCOMPARE(errorOf(cloud.sent.first()).kind, ErrorKind::ClockSkew);
    QCOMPARE(errorOf(cloud.sent.first()).outcome, Outcome::Refused);
    QCOMPARE(cloud.server.complete(), 1);
}

void TestApiClientSettings::retiredForGood()
{
    Cloud cloud;
    const ApiSettings settings = mended(*cloud.client);
    cloud.client->retire();
    cloud.client->setSettings(settings);
    QVERIFY(cloud.client->settings().credentials.accessKeyId.isEmpty());
    cloud.send();
    QTRY_COMPARE(cloud.sent.size(), 1);
    QCOMPARE(errorOf(cloud.sent.first()).outcome, Outcome::NotSent);
    QCOMPARE(cloud.server.connections(), 0);
}

void TestApiClientSettings::destroyedFromTheCallbackOfARetiredCall()
{
    Cloud cloud;
    cloud.client->retire();
    cloud.client->send(Verb::Stop, {QStringLiteral("hpc-1")}, cloud.asker.get(),
                       [&cloud](const Result<Accepted> &) { cloud.client.reset(); });
    cloud.list();
    QTRY_VERIFY(!cloud.client);
    QTest::qWait(0);
    QCOMPARE(cloud.pages.size(), 0);
}

QTEST_GUILESS_MAIN(TestApiClientSettings)
#include "tst_apiclientsettings.moc"
