// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/gatekeeper.h"
#include "tests/app/api/vectors.h"

#include <QTest>

using namespace clusterdeck::demo;

namespace
{

const QByteArray Common =
    "access_key_id=QYACCESSKEYIDEXAMPLE&signature_method=HmacSHA256"
    "&signature_version=1&timestamp=2021-08-19T16%3A44%3A40Z&version=1&zone=jn1a";

qint64 vectorTime()
{
    return vectors::moment().toMSecsSinceEpoch();
}

Gatekeeper vectorGate(const QByteArray &zone = "jn1a")
{
    return Gatekeeper("QYACCESSKEYIDEXAMPLE", "SECRETACCESSKEY", zone);
}

WireRequest vectorA()
{
    return {"GET",
            "/api/cluster/list",
            Common + "&signature=W68niby0THV%252BXsKcRxuGblFm2a4XbTdto129JkSH2%252FM%253D",
            {},
            {}};
}

int codeOf(const std::optional<Refusal> &refusal)
{
    return refusal ? refusal->code : 0;
}

} // namespace

class TestDemoGatekeeper : public QObject
{
    Q_OBJECT

private slots:
    void acceptsTheVectors_data();
    void acceptsTheVectors();
    void acceptsEveryReadingOfTheSignature_data();
    void acceptsEveryReadingOfTheSignature();
    void refuses_data();
    void refuses();
    void signsWhatIsMeantNotHowItIsWritten();
    void timeWindow_data();
    void timeWindow();
};

void TestDemoGatekeeper::acceptsTheVectors_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < vectors::all().size(); ++i)
        QTest::newRow(vectors::all().at(i).name) << i;
}

void TestDemoGatekeeper::acceptsTheVectors()
{
    QFETCH(int, index);
    const vectors::Vector vector = vectors::all().at(index);
    Gatekeeper gate = vectorGate();
    const bool isRead = vector.request.method == clusterdeck::Method::Get;
    const WireRequest request{isRead ? "GET" : "POST", vector.request.path,
                              vectors::canonicalQuery(vector) + "&signature=" + vector.signature,
                              "application/json", vector.request.body};
    QCOMPARE(codeOf(gate.check(request, vectorTime())), 0);

    WireRequest other = request;
    other.body += ' ';
    QCOMPARE(codeOf(gate.check(other, vectorTime())), 1200);
    other = request;
    other.path += "s";
    QCOMPARE(codeOf(gate.check(other, vectorTime())), 1200);
    other = request;
    other.method = isRead ? "POST" : "GET";
    QCOMPARE(codeOf(gate.check(other, vectorTime())), 1200);
}

void TestDemoGatekeeper::acceptsEveryReadingOfTheSignature_data()
{
    QTest::addColumn<QByteArray>("signature");
    QTest::newRow("twice") << QByteArray(
        "W68niby0THV%252BXsKcRxuGblFm2a4XbTdto129JkSH2%252FM%253D");
    QTest::newRow("once") << QByteArray("W68niby0THV%2BXsKcRxuGblFm2a4XbTdto129JkSH2%2FM%3D");
    QTest::newRow("bare") << QByteArray("W68niby0THV+XsKcRxuGblFm2a4XbTdto129JkSH2/M=");
}

void TestDemoGatekeeper::acceptsEveryReadingOfTheSignature()
{
    QFETCH(QByteArray, signature);
    WireRequest request = vectorA();
    request.query = Common + "&signature=" + signature;
    Gatekeeper gate = vectorGate();
    QCOMPARE(codeOf(gate.check(request, vectorTime())), 0);
}

void TestDemoGatekeeper::refuses_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<int>("code");

    for (const char *name : {"access_key_id=QYACCESSKEYIDEXAMPLE&", "signature_method=HmacSHA256&",
                             "signature_version=1&", "timestamp=2021-08-19T16%3A44%3A40Z&",
                             "&version=1", "&zone=jn1a"})
        QTest::newRow(name) << QByteArray(name) << QByteArray() << 1100;
    QTest::newRow("no signature") << QByteArray("&signature=") << QByteArray("&sign=") << 1100;
    QTest::newRow("another method") << QByteArray("HmacSHA256") << QByteArray("HmacSHA1") << 1100;
    QTest::newRow("another signature version")
        << QByteArray("signature_version=1") << QByteArray("signature_version=2") << 1100;
    QTest::newRow("another version")
        << QByteArray("&version=1") << QByteArray("&version=2") << 1100;
    QTest::newRow("time without a Z") << QByteArray("40Z") << QByteArray("40") << 1100;
    QTest::newRow("time not padded") << QByteArray("08-19") << QByteArray("8-19") << 1100;
    QTest::newRow("unknown key") << QByteArray("QYACC") << QByteArray("QYXXX") << 1200;
    QTest::newRow("added parameter")
        << QByteArray("&version") << QByteArray("&limit=1&version") << 1200;
    QTest::newRow("changed zone") << QByteArray("jn1a") << QByteArray("jn1b") << 1200;
    QTest::newRow("changed time") << QByteArray("%3A40Z") << QByteArray("%3A41Z") << 1200;
    QTest::newRow("wrong signature") << QByteArray("W68n") << QByteArray("W68m") << 1200;
    QTest::newRow("bad percent signs") << QByteArray("%252B") << QByteArray("%25%zz%") << 1200;
}

void TestDemoGatekeeper::refuses()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(int, code);
    WireRequest request = vectorA();
    QVERIFY(request.query.contains(from));
    request.query.replace(from, to);
    Gatekeeper gate = vectorGate();
    QCOMPARE(codeOf(gate.check(request, vectorTime())), code);
}

void TestDemoGatekeeper::signsWhatIsMeantNotHowItIsWritten()
{
    Gatekeeper gate = vectorGate();
    WireRequest request = vectorA();
    // Another order, lower-case hex and needless encoding mean the same: decoded, then encoded
    // anew.
    request.query = "zone=%6an1a&" + vectorA().query;
    request.query.replace("%3A", "%3a").replace("&zone=jn1a", "");
    QCOMPARE(codeOf(gate.check(request, vectorTime())), 0);
    // A parameter without a value is dropped before the check.
    request.query += "&owner=";
    QCOMPARE(codeOf(gate.check(request, vectorTime())), 0);
    // The path may or may not end in a slash.
    request.path += '/';
    QCOMPARE(codeOf(gate.check(request, vectorTime())), 0);
    // "~" is signed as %7E, whichever way it came over the wire.
    const QueryItems bare = decodedQuery("a=x~y");
    QCOMPARE(bare, decodedQuery("a=x%7Ey"));
    QCOMPARE(expectedSignature("GET", "/p", bare, {}, "k"),
             QByteArray("0uzedXh+bd02c0IAcsW7uDjpwRwUjvIdbe8+bN11/qk="));

    Gatekeeper elsewhere = vectorGate("jinan1a");
    QCOMPARE(codeOf(elsewhere.check(vectorA(), vectorTime())), 1100);
}

void TestDemoGatekeeper::timeWindow_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<int>("code");
    QTest::newRow("60 s old") << 60 << 0;
    QTest::newRow("61 s old") << 61 << 1300;
    QTest::newRow("60 s ahead") << -60 << 0;
    QTest::newRow("61 s ahead") << -61 << 1300;
    QTest::newRow("a year old") << 365 * 86400 << 1300;
}

void TestDemoGatekeeper::timeWindow()
{
    QFETCH(int, seconds);
    QFETCH(int, code);
    Gatekeeper gate = vectorGate();
    QCOMPARE(codeOf(gate.check(vectorA(), vectorTime() + qint64(seconds) * 1000)), code);
}

QTEST_GUILESS_MAIN(TestDemoGatekeeper)
#include "tst_demogatekeeper.moc"
