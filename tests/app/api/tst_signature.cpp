// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/signature.h"
#include "tests/app/api/vectors.h"

#include <QCryptographicHash>
#include <QTest>

#include <stdexcept>

using namespace clusterdeck;

class TestSignature : public QObject
{
    Q_OBJECT

private slots:
    void vectors_data();
    void vectors();
    void percentEncoding_data();
    void percentEncoding();
    void closingSlashIsAddedOnce();
    void emptyValuesAreLeftOut();
    void aSignatureIsNotSigned();
    void namesAreSortedByByte();
    void localTimeIsSignedAsUtc();
    void absurdTimesAreNotSigned();
};

void TestSignature::vectors_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < ::vectors::all().size(); ++i)
        QTest::newRow(::vectors::all().at(i).name) << i;
}

void TestSignature::vectors()
{
    QFETCH(int, index);
    const ::vectors::Vector vector = ::vectors::all().at(index);
    const ApiRequest &request = vector.request;
    QCOMPARE(QCryptographicHash::hash(request.body, QCryptographicHash::Md5).toHex(),
             vector.bodyDigest);
    const QByteArray query =
        signedQuery(request.method, request.path, request.parameters, request.body,
                    ::vectors::credentials(), ::vectors::moment())
            .value();
    QCOMPARE(query, ::vectors::canonicalQuery(vector) + "&signature=" + vector.signature);
}

void TestSignature::percentEncoding_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("encoded");
    const QString unreserved = QStringLiteral("AZaz09_.-/");
    QTest::newRow("unreserved") << unreserved << unreserved.toLatin1();
    QTest::newRow("space") << " " << QByteArray("%20");
    QTest::newRow("tilde") << "~" << QByteArray("%7E");
    QTest::newRow("plus") << "+" << QByteArray("%2B");
    QTest::newRow("percent") << "%41" << QByteArray("%2541");
    QTest::newRow("colon") << ":" << QByteArray("%3A");
    QTest::newRow("sub-delimiters")
        << "!$&'()*,;=@" << QByteArray("%21%24%26%27%28%29%2A%2C%3B%3D%40");
    QTest::newRow("query and fragment") << "?#[]" << QByteArray("%3F%23%5B%5D");
    QTest::newRow("Chinese") << QString::fromUtf8("测试") << QByteArray("%E6%B5%8B%E8%AF%95");
    QTest::newRow("beyond the BMP") << QString::fromUtf8("🚀") << QByteArray("%F0%9F%9A%80");
    QTest::newRow("control characters") << QStringLiteral("\n\u007f") << QByteArray("%0A%7F");
}

void TestSignature::percentEncoding()
{
    QFETCH(QString, text);
    QTEST(percentEncode(text), "encoded");
}

void TestSignature::closingSlashIsAddedOnce()
{
    const QByteArray wanted = "POST\n/api/x/\na=1\nd41d8cd98f00b204e9800998ecf8427e";
    QCOMPARE(stringToSign(Method::Post, "/api/x", "a=1", {}), wanted);
    QCOMPARE(stringToSign(Method::Post, "/api/x/", "a=1", {}), wanted);
}

void TestSignature::emptyValuesAreLeftOut()
{
    const ApiRequest request = ::vectors::all().constFirst().request;
    Parameters parameters = request.parameters;
    parameters[QStringLiteral("owner")] = QString();
    QCOMPARE(signedQuery(Method::Get, request.path, parameters, {}, ::vectors::credentials(),
                         ::vectors::moment())
                 .value(),
             signedQuery(Method::Get, request.path, request.parameters, {},
                         ::vectors::credentials(), ::vectors::moment())
                 .value());
}

void TestSignature::aSignatureIsNotSigned()
{
    Parameters parameters;
    parameters[QStringLiteral("signature")] = QStringLiteral("stale");
    const QByteArray query = signedQuery(Method::Get, "/api/x", parameters, {},
                                         ::vectors::credentials(), ::vectors::moment())
                                 .value();
    QVERIFY(!query.contains("stale"));
    QCOMPARE(query.count("signature="), 1);
}

void TestSignature::namesAreSortedByByte()
{
    // In UTF-16 units, the surrogates of the rocket sort before the full-width letter; in bytes,
    // after it.
    Parameters parameters;
    parameters[QString::fromUtf8("🚀")] = QStringLiteral("1");
    parameters[QString::fromUtf8("ａ")] = QStringLiteral("2");
    parameters[QStringLiteral("Z")] = QStringLiteral("3");
    const QByteArray query = signedQuery(Method::Get, "/api/x", parameters, {},
                                         ::vectors::credentials(), ::vectors::moment())
                                 .value();
    QVERIFY(query.startsWith("Z=3&access_key_id="));
    QVERIFY(query.contains("&%EF%BD%81=2&%F0%9F%9A%80=1&signature="));
}

void TestSignature::localTimeIsSignedAsUtc()
{
    const QDateTime elsewhere = ::vectors::moment().toOffsetFromUtc(8 * 3600);
    const QByteArray query = signedQuery(Method::Get, "/api/x", {}, {}, ::vectors::credentials(),
                                         elsewhere.addMSecs(400))
                                 .value();
    QVERIFY(query.contains("timestamp=2021-08-19T16%3A44%3A40Z&"));
}

/// Time after the year 9999 used to be formatted as an empty timestamp.
void TestSignature::absurdTimesAreNotSigned()
{
    const auto signs = [](const QDateTime &utc) {
        const Result<QByteArray> query =
            signedQuery(Method::Post, "/api/x", {}, "{}", ::vectors::credentials(), utc);
        return query ? query->contains("timestamp=2")
                     : query.error().kind != ErrorKind::ClockSkew ||
                           query.error().outcome != Outcome::NotSent;
    };
    const auto utc = [](const char *text) {
        const QDateTime time = QDateTime::fromString(QLatin1String(text), Qt::ISODate);
        return time.isValid() ? time : throw std::invalid_argument(text);
    };
    QVERIFY(!signs({}));
    QVERIFY(!signs(QDateTime(QDate(2026, 2, 31), QTime(0, 0)))); // invalid, not empty
    QVERIFY(!signs(utc("1970-01-01T00:00:00Z")));
    QVERIFY(!signs(utc("2019-12-31T23:59:59Z")));
    QVERIFY(signs(utc("2020-01-01T00:00:00Z")));
    QVERIFY(signs(utc("2099-12-31T23:59:59Z")));
    QVERIFY(!signs(utc("2100-01-01T00:00:00Z")));
    QVERIFY(!signs(utc("2099-12-31T23:59:59-01:00")));
    QVERIFY(!signs(utc("9999-12-31T23:59:59Z")));
    QVERIFY(!signs(utc("9999-12-31T23:59:59Z").addSecs(1)));
    QVERIFY(!signs(utc("2026-01-01T00:00:00Z").addYears(-4000)));
}

QTEST_GUILESS_MAIN(TestSignature)
#include "tst_signature.moc"
