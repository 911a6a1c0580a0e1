// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/listindex.h"
#include "app/clusters/table/clustersearch.h"
#include "tests/app/clusters/table/randomrecords.h"

#include <QTest>

using namespace clusterdeck;

namespace
{

/// The meaning of the search, implemented in the simplest way.
bool plainlyMatches(const ClusterRecord &record, const AccountLabel &label, const QString &filter)
{
    QStringList texts{label.environment, label.zone, label.name};
    for (const ClusterField &field : ClusterFields) {
        if (field.searched)
            texts.append(record.*std::get<QString ClusterRecord::*>(field.member));
    }
    const QStringList words = filter.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&](const QString &word) {
        return std::any_of(texts.begin(), texts.end(), [&](const QString &text) {
            return text.contains(word, Qt::CaseInsensitive) ||
                   text.contains(narrowedForList(word), Qt::CaseInsensitive);
        });
    });
}

} // namespace

class TestClusterSearch : public QObject
{
    Q_OBJECT

private slots:
    /// The search on encoded rows finds the same as a search on the texts.
    void findsWhatThereIs()
    {
        const QStringList filters{QString(),
                                  QStringLiteral(" "),
                                  QStringLiteral("n"),
                                  QStringLiteral("NODE"),
                                  QStringLiteral("node 10"),
                                  QStringLiteral("k"),
                                  QStringLiteral("SHARP"),
                                  QStringLiteral("kelvin"),
                                  QStringLiteral("\u212A"),
                                  QStringLiteral("é"),
                                  QStringLiteral("ÉVARISTE"),
                                  QStringLiteral("ærø"),
                                  QStringLiteral("σίσυφος"),
                                  QStringLiteral("气象"),
                                  QStringLiteral("象 WING"),
                                  QStringLiteral("报x"),
                                  QStringLiteral("half"),
                                  QString(QChar(0xD800)),
                                  QStringLiteral("😀"),
                                  QStringLiteral("PROD"),
                                  QStringLiteral("jn1a lab"),
                                  QString(301, u'x'),
                                  QString(300, u'X')};
        const AccountLabel label{QStringLiteral("My Lab"), QStringLiteral("jn1a"),
                                 QStringLiteral("prod")};
        RandomRecords random(3);
        int found = 0;
        for (int i = 0; i < 1000; ++i) {
            ClusterRecord record = random.record(QStringLiteral("ehpc-%1").arg(i));
            // Most texts are empty, so that a filter matches some records only.
            for (auto field : {&ClusterRecord::status, &ClusterRecord::transition,
                               &ClusterRecord::type, &ClusterRecord::owner, &ClusterRecord::runUser,
                               &ClusterRecord::billing, &ClusterRecord::mountPoint}) {
                if (random.chance(95))
                    (record.*field).clear();
            }
            for (const QString &filter : filters) {
                const bool expected = plainlyMatches(record, label, filter);
                found += expected;
                const bool matches = ClusterSearch(filter).matches(record, label);
                QVERIFY2(matches == expected,
                         qPrintable(filter + u'|' + record.name + u'|' + record.description));
            }
        }
        QVERIFY(found > 3000);
    }

    void findsNothingAcrossTexts()
    {
        ClusterRecord record;
        record.name = QStringLiteral("wing");
        record.id = QStringLiteral("ehpc-1");
        QVERIFY(ClusterSearch(QStringLiteral("wing ehpc")).matches(record, {}));
        QVERIFY(!ClusterSearch(QStringLiteral("wingehpc")).matches(record, {}));
        QVERIFY(ClusterSearch(QString()).isEmpty());
        QVERIFY(ClusterSearch(QStringLiteral("  ")).isEmpty());
    }

    /// An id copied from a letter, a chat or a Chinese keyboard.
    void findsWhatLooksTheSame()
    {
        ClusterRecord record;
        record.name = QStringLiteral("prod–c");
        record.id = QStringLiteral("ehpc-1a");
        for (const char *typed : {"ehpc‑1a", "ehpc–1A", "ehpc−1a", "ｅｈｐｃ－１ａ", "ehpc—1a",
                                  "\xE2\x80\x8E"
                                  "ehpc-1a\xE2\x80\x8F",
                                  "prod–c"})
            QVERIFY2(ClusterSearch(QString::fromUtf8(typed)).matches(record, {}), typed);
        QVERIFY(!ClusterSearch(QStringLiteral("ehpc—2")).matches(record, {}));
        QVERIFY(ClusterSearch(QStringLiteral("\u200E")).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestClusterSearch)
#include "tst_clustersearch.moc"
