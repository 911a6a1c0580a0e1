// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/gatekeeper.h"
#include "tests/app/api/vectors.h"

#include <QTest>

using namespace clusterdeck::demo;

namespace
{

qint64 vectorTime()
{
    return vectors::moment().toMSecsSinceEpoch();
}

Gatekeeper vectorGate(const QByteArray &zone = "jn1a")
{
    return Gatekeeper("QYACCESSKEYIDEXAMPLE", "SECRETACCESSKEY", zone);
}

WireRequest requestOf(const vectors::Vector &vector)
{
    return {vector.request.method == clusterdeck::Method::Get ? "GET" : "POST", vector.request.path,
            vectors::canonicalQuery(vector) + "&signature=" + vector.signature, "application/json",
            vector.request.body};
}

WireRequest vectorA()
{
    return requestOf(vectors::all().constFirst());
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
    void acceptsTheVectors();
    void checks_data();
    void checks();
    void signsWhatIsMeantNotHowItIsWritten();
};

void TestDemoGatekeeper::acceptsTheVectors()
{
    for (const vectors::Vector &vector : vectors::all()) {
        Gatekeeper gate = vectorGate();
        const WireRequest request = requestOf(vector);
        QCOMPARE(codeOf(gate.check(request, vectorTime())), 0);
        WireRequest other = request;
        other.body += ' ';
        QCOMPARE(codeOf(gate.check(other, vectorTime())), 1200);
        other = request;
        other.path += "s";
        QCOMPARE(codeOf(gate.check(other, vectorTime())), 1200);
        other = request;
        other.method = request.method == "GET" ? "POST" : "GET";
        QCOMPARE(codeOf(gate.check(other, vectorTime())), 1200);
    }
}

/// The answer to a changed request, or to the same request at a later time.
void TestDemoGatekeeper::checks_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<int>("late"); // seconds
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, int code, const QByteArray &from = {},
                        const QByteArray &to = {},
                        int late = 0) { QTest::newRow(name) << from << to << late << code; };
    row("signature encoded once", 0, "%25", "%");
    row("signature bare", 0, "W68niby0THV%252BXsKcRxuGblFm2a4XbTdto129JkSH2%252FM%253D",
        "W68niby0THV+XsKcRxuGblFm2a4XbTdto129JkSH2/M=");
    for (const char *name : {"access_key_id=QYACCESSKEYIDEXAMPLE&", "signature_method=HmacSHA256&",
                             "signature_version=1&", "timestamp=2021-08-19T16%3A44%3A40Z&",
                             "&version=1", "&zone=jn1a"})
        row(name, 1100, name);
    row("no signature", 1100, "&signature=", "&sign=");
    row("another method", 1100, "HmacSHA256", "HmacSHA1");
    row("another signature version", 1100, "signature_version=1", "signature_version=2");
    row("another version", 1100, "&version=1", "&version=2");
    row("time without a Z", 1100, "40Z", "40");
    row("time not padded", 1100, "08-19", "8-19");
    row("unknown key", 1200, "QYACC", "QYXXX");
    row("added parameter", 1200, "&version", "&limit=1&version");
    row("changed zone", 1200, "jn1a", "jn1b");
    row("changed time", 1200, "%3A40Z", "%3A41Z");
    row("wrong signature", 1200, "W68n", "W68m");
    row("bad percent signs", 1200, "%252B", "%25%zz%");
    row("60 s old", 0, {}, {}, 60);
    row("61 s old", 1300, {}, {}, 61);
    row("60 s ahead", 0, {}, {}, -60);
    row("61 s ahead", 1300, {}, {}, -61);
}

void TestDemoGatekeeper::checks()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(int, late);
    QFETCH(int, code);
    WireRequest request = vectorA();
    QVERIFY(from.isEmpty() || request.query.contains(from));
    if (!from.isEmpty())
        request.query.replace(from, to);
    QCOMPARE(codeOf(vectorGate().check(request, vectorTime() + late * 1000)), code);
}

void TestDemoGatekeeper::signsWhatIsMeantNotHowItIsWritten()
{
    Gatekeeper gate = vectorGate();
    WireRequest request = vectorA();
    // Another order, lower-case hex and unneeded encoding have the same meaning: the service
    // decodes and encodes again.
    request.query = "zone=%6an1a&" + vectorA().query;
    request.query.replace("%3A", "%3a").replace("&zone=jn1a", "");
    QCOMPARE(codeOf(gate.check(request, vectorTime())), 0);
    // A parameter without a value is removed before the check.
    request.query += "&owner=";
    QCOMPARE(codeOf(gate.check(request, vectorTime())), 0);
    // The path may or may not end in a slash.
    request.path += '/';
    QCOMPARE(codeOf(gate.check(request, vectorTime())), 0);
    // "~" is signed as %7E, in whichever form it is sent.
    const QueryItems bare = decodedQuery("a=x~y");
    QCOMPARE(bare, decodedQuery("a=x%7Ey"));
    QCOMPARE(expectedSignature("GET", "/p", bare, {}, "k"),
             QByteArray("0uzedXh+bd02c0IAcsW7uDjpwRwUjvIdbe8+bN11/qk="));

    Gatekeeper elsewhere = vectorGate("jinan1a");
    QCOMPARE(codeOf(elsewhere.check(vectorA(), vectorTime())), 1100);
}

QTEST_GUILESS_MAIN(TestDemoGatekeeper)
#include "tst_demogatekeeper.moc"
