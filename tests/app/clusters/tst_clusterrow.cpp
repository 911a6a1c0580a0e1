// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/clusterrow.h"
#include "tests/app/clusters/table/randomrecords.h"

#include <QTest>

using namespace clusterdeck;

class TestClusterRow : public QObject
{
    Q_OBJECT

private slots:
    void whatGoesInComesOut()
    {
        QCOMPARE(ClusterRow(ClusterRecord()).record(), ClusterRecord());
        QCOMPARE(ClusterRow().record(), ClusterRecord());
        RandomRecords random(1);
        for (int i = 0; i < 2000; ++i) {
            const ClusterRecord record = random.record(random.text());
            const ClusterRow row = record;
            QVERIFY(row.record() == record);
            QCOMPARE(row.text(&ClusterRecord::name), record.name);
            QCOMPARE(row.text(&ClusterRecord::id), record.id);
            QCOMPARE(row.text(&ClusterRecord::description), record.description);
            QCOMPARE(row.text(&ClusterRecord::appClusterId), record.appClusterId);
            QCOMPARE(row.text(&ClusterRecord::createdText), record.createdText);
            QCOMPARE(row.number(&ClusterRecord::nodes).has_value(), record.nodes.has_value());
            QCOMPARE(row.number(&ClusterRecord::deletedJobs).value_or(-9),
                     record.deletedJobs.value_or(-9));
            QCOMPARE(row.number(&ClusterRecord::cpuHours), record.cpuHours);
            QCOMPARE(row.number(&ClusterRecord::memoryHours), record.memoryHours);
            QCOMPARE(row.time(&ClusterRecord::created), record.created);
            QCOMPARE(row.idBytes(), QByteArrayView(ClusterRow::idBytes(record.id)));
        }
    }

    /// Rows saved by an earlier version have zeros where the set of known texts is stored.
    void rowsOfEarlierVersions()
    {
        constexpr qsizetype Counts = ClusterRow::CountCount + ClusterRow::CountCount % 2;
        constexpr qsizetype Told = // after the numbers
            8 * ClusterRow::TimeCount + 8 * ClusterRow::AmountCount + 4 * Counts + 4;
        RandomRecords random(3);
        for (int i = 0; i < 200; ++i) {
            ClusterRecord record = random.record(QStringLiteral("ehpc-1"));
            record.description = QStringLiteral("");
            QByteArray bytes = ClusterRow(record).bytes();
            QVERIFY(!ClusterRow(record).record().description.isNull());
            bytes.replace(Told, 4, QByteArray(4, '\0'));
            const auto row = ClusterRow::fromBytes(bytes);
            QVERIFY(row);
            QVERIFY(row->record() == record); // equality does not distinguish empty and unknown
            QVERIFY(row->record().description.isNull());
        }
    }

    void equalWhenTheRecordsAre()
    {
        RandomRecords random(2);
        for (int i = 0; i < 500; ++i) {
            const ClusterRecord record = random.record(QStringLiteral("ehpc-1"));
            ClusterRecord other = record;
            QVERIFY(ClusterRow(record) == ClusterRow(other));
            const int what = random.below(4);
            if (what == 0)
                other.nodes = record.nodes ? std::nullopt : std::optional(0);
            else if (what == 1)
                other.transition += u'x';
            else if (what == 2)
                other.memoryHours = record.memoryHours.value_or(0) + 0.001;
            else
                other.created = record.created.isValid() ? record.created.addMSecs(1)
                                                         : QDateTime::fromMSecsSinceEpoch(0);
            QVERIFY(!(ClusterRow(record) == ClusterRow(other)));
        }
    }

    /// A text of any length leaves the other texts unchanged.
    void longTexts_data()
    {
        QTest::addColumn<int>("length");
        for (const int length : {0, 1, 127, 128, 129, 16383, 16384, 3000000})
            QTest::addRow("%d", length) << length;
    }

    void longTexts()
    {
        QFETCH(int, length);
        ClusterRecord record;
        record.id = QStringLiteral("ehpc-1");
        record.name = QString(length, u'n');
        record.description = QString(length, u'测');
        record.projectRole = QStringLiteral("last but one");
        QVERIFY(ClusterRow(record).record() == record);
    }

    void searchedTextsStandApart()
    {
        ClusterRecord record;
        record.id = QStringLiteral("ehpc-1");
        record.name = QStringLiteral("wing");
        record.appClusterId = QStringLiteral("cl-1");
        const QByteArray searched = ClusterRow(record).searched().toByteArray();
        QVERIFY(searched.startsWith("wing ehpc-1 "));
        QVERIFY(!searched.contains("cl-1"));
        QCOMPARE(searched.count(' '), ClusterRow::SearchedTexts);
    }

    void scripts_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("script");
        QTest::newRow("ASCII") << "wing" << int(ClusterRow::Script::Ascii);
        QTest::newRow("Chinese") << QStringLiteral("气象") << int(ClusterRow::Script::Utf8);
        QTest::newRow("Kelvin") << QStringLiteral("\u212A") << int(ClusterRow::Script::Odd);
        QTest::newRow("half a pair") << QString(QChar(0xD800)) << int(ClusterRow::Script::Odd);
    }

    void scripts()
    {
        QFETCH(QString, name);
        ClusterRecord record;
        record.id = QStringLiteral("ehpc-1");
        record.name = name;
        QTEST(int(ClusterRow(record).script()), "script");
        record.name.clear();
        record.nasPath = name; // not searched
        QCOMPARE(ClusterRow(record).script(), ClusterRow::Script::Ascii);
    }
};

QTEST_APPLESS_MAIN(TestClusterRow)
#include "tst_clusterrow.moc"
