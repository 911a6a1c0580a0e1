// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/journal/jsonline.h"
#include "tests/support/hostiletexts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <limits>

using namespace clusterdeck;

class TestJsonLine : public QObject
{
    Q_OBJECT

private slots:
    void readsAsItWasWritten()
    {
        QString every;
        for (char16_t letter = 0; letter < 0x300; ++letter)
            every += QChar(letter);
        QStringList texts;
        for (const HostileText &hostile : hostileTexts())
            texts << hostile.text;
        texts << every << QString() << QStringLiteral("测试 😀 \"\\/");
        for (const QString &text : std::as_const(texts)) {
            JsonLine line;
            line.add("text", text);
            line.add("list", QStringList{text, QString(), text});
            line.add("count", -7);
            line.add("hours", 0.1);
            const QJsonObject read = QJsonDocument::fromJson(line.take().toUtf8()).object();
            const QJsonObject expected{{QStringLiteral("text"), text},
                                       {QStringLiteral("list"), QJsonArray{text, QString(), text}},
                                       {QStringLiteral("count"), -7},
                                       {QStringLiteral("hours"), 0.1}};
            QCOMPARE(read, expected);
        }
    }

    void numbersComeBackToTheLastBit()
    {
        for (const double number : {0.0, -0.5, 1.0 / 3, 1e300, 5e-324, 123456789.123}) {
            JsonLine line;
            line.add("number", number);
            const QByteArray written = line.take().toUtf8();
            QCOMPARE(QJsonDocument::fromJson(written)["number"].toDouble(-1), number);
        }
        JsonLine line;
        line.add("infinite", std::numeric_limits<double>::infinity());
        line.add("none", std::numeric_limits<double>::quiet_NaN());
        QCOMPARE(line.take(), QStringLiteral("{}"));
    }
};

QTEST_APPLESS_MAIN(TestJsonLine)
#include "tst_jsonline.moc"
