// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/canonicaljson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <limits>

using namespace clusterdeck;

class TestCanonicalJson : public QObject
{
    Q_OBJECT

private slots:
    void fixed_data();
    void fixed();
    void notANumberIsNull();
};

void TestCanonicalJson::fixed_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QByteArray>("python");

    const auto text = [](const char *name, const QString &value, const QByteArray &python) {
        QTest::newRow(name) << QJsonObject{{"k", value}} << "{\"k\": \"" + python + "\"}";
    };
    const auto number = [](const char *python, double value) {
        QTest::newRow(python) << QJsonObject{{"k", value}} << QByteArray("{\"k\": ") + python + "}";
    };
    // The expected values are the output of Python 3.
    QTest::newRow("empty") << QJsonObject() << QByteArray("{}");
    QTest::newRow("vector C")
        << QJsonObject{{"zone", "jn1a"},
                       {"cluster_ids", QJsonArray{"hpc-6o2qc9tl"}},
                       {"run_user", "usr-IuZxPyn2"}}
        << QByteArray(
               R"({"cluster_ids": ["hpc-6o2qc9tl"], "run_user": "usr-IuZxPyn2", "zone": "jn1a"})");
    QTest::newRow("vector D")
        << QJsonObject{{"zone", "jn1a"},
                       {"cluster_id", "ehpc-h15dp0b1"},
                       {"description", QString::fromUtf8("测试")}}
        << QByteArray(
               R"({"cluster_id": "ehpc-h15dp0b1", "description": "\u6d4b\u8bd5", "zone": "jn1a"})");
    QTest::newRow("nested")
        << QJsonObject{{"b", QJsonArray{1, QJsonArray(), QJsonObject{{"z", true}, {"a", false}}}},
                       {"a", QJsonValue::Null}}
        << QByteArray(R"({"a": null, "b": [1, [], {"a": false, "z": true}]})");
    QTest::newRow("keys by code point")
        << QJsonObject{{QString::fromUtf8("🚀"), 1},
                       {QString::fromUtf8("ａ"), 2},
                       {QString(QChar(0xd83d)), 3},
                       {"z", 4},
                       {"Z", 5},
                       {"", 6}}
        << QByteArray(R"({"": 6, "Z": 5, "z": 4, "\ud83d": 3, "\uff41": 2, "\ud83d\ude80": 1})");
    text("short escapes", QStringLiteral("\b\f\n\r\t\"\\/"), R"(\b\f\n\r\t\"\\/)");
    text("control characters",
         QString(QChar(0)) + QChar(1) + QChar(0x1f) + QChar(0x7f) + QChar(0x80),
         "\\u0000\\u0001\\u001f\\u007f\\u0080");
    text("line separators", QString(QChar(0x2028)) + QChar(0xfeff), R"(\u2028\ufeff)");
    text("surrogate pair", QString::fromUtf8("🚀"), R"(\ud83d\ude80)");
    text("lone surrogates", QString(QChar(0xde80)) + QChar(0xd83d), R"(\ude80\ud83d)");
    number("0", 0);
    number("-7", -7);
    number("9007199254740992", 9007199254740992.0);
    number("0.1", 0.1);
    number("-1.5", -1.5);
    number("123456.789", 123456.789);
    number("0.0001", 0.0001);
    number("1e-05", 0.00001);
    number("1.5e-07", 1.5e-7);
    number("1e+22", 1e22);
    number("1.7976931348623157e+308", 1.7976931348623157e308);
    number("5e-324", 5e-324);
    number("2251799813685248.5", 2251799813685248.5);
    number("0.30000000000000004", 0.1 + 0.2);
    QTest::newRow("64 bit") << QJsonObject{{"k", std::numeric_limits<qint64>::max()}}
                            << QByteArray(R"({"k": 9223372036854775807})");
    QTest::newRow("whole, parsed from a fraction")
        << QJsonDocument::fromJson(R"({"k": 2.0})").object() << QByteArray(R"({"k": 2})");
}

void TestCanonicalJson::fixed()
{
    QFETCH(QJsonObject, body);
    QTEST(canonicalJson(body), "python");
}

void TestCanonicalJson::notANumberIsNull()
{
    QCOMPARE(canonicalJson({{"k", std::numeric_limits<double>::infinity()}}),
             QByteArray(R"({"k": null})"));
}

QTEST_GUILESS_MAIN(TestCanonicalJson)
#include "tst_canonicaljson.moc"
