// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/resources.h"
#include "ui/operations/verbtext.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace clusterdeck;

/// English is right only with its catalogue: every text with a number has its two forms in it.
class TestEnglish : public QObject
{
    Q_OBJECT

private slots:
    void plurals();
    void everyNumberedTextIsInTheCatalogue();
};

void TestEnglish::plurals()
{
    loadResources(*QCoreApplication::instance());
    QCOMPARE(readingText(1), QStringLiteral("Reading fresh facts for 1 cluster…"));
    QCOMPARE(readingText(2), QStringLiteral("Reading fresh facts for 2 clusters…"));
}

void TestEnglish::everyNumberedTextIsInTheCatalogue()
{
    QFile file(QStringLiteral(CLUSTERDECK_SOURCE_DIR "/resources/translations/clusterdeck_en.ts"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader reader(&file);
    QSet<QString> known;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        QVERIFY(reader.attributes().value(QStringLiteral("type")) != u"unfinished");
        if (reader.name() == u"source")
            known.insert(reader.readElementText());
    }
    QVERIFY(!reader.hasError());

    // Texts may be written in several pieces.
    static const QRegularExpression pieces(QStringLiteral("\"\\s*\\n?\\s*\""));
    static const QRegularExpression call(QStringLiteral("tr\\(\\s*\"([^\"]*%L?n[^\"]*)\""));
    QDirIterator sources(QStringLiteral(CLUSTERDECK_SOURCE_DIR "/ui"), {QStringLiteral("*.cpp")},
                         QDir::Files, QDirIterator::Subdirectories);
    int found = 0;
    while (sources.hasNext()) {
        QFile source(sources.next());
        QVERIFY(source.open(QIODevice::ReadOnly));
        const QString code = QString::fromUtf8(source.readAll()).remove(pieces);
        for (auto match = call.globalMatch(code); match.hasNext(); ++found) {
            const QString text = match.next().captured(1);
            QVERIFY2(known.contains(text), qPrintable(text));
        }
    }
    QVERIFY(found > 15);
}

QTEST_GUILESS_MAIN(TestEnglish)
#include "tst_english.moc"
