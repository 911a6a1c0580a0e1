// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/table/sortedrows.h"
#include "tests/app/clusters/table/randomrecords.h"
#include "tests/support/listing.h"
#include "tests/support/longrun.h"
#include "tests/support/utc.h"

#include <QTest>

using namespace clusterdeck;

class TestSortedRows : public QObject
{
    Q_OBJECT

private:
    static constexpr int Ids = 80;

    static ClusterRecord record(int number, quint32 seed)
    {
        RandomRecords random(seed);
        ClusterRecord record = random.record(QStringLiteral("ehpc-%1").arg(number));
        if (random.chance(50))
            record.runningJobs = record.pendingJobs = 0; // only then days without use are counted
        return record;
    }

    /// What an earlier run knew of the use of the records whose seed is their number: a third of
    /// them is unused for 7 days, the others for 10.
    static void setUse(ClusterModel &model, const QString &account)
    {
        LastUse use(account);
        for (const int day : {0, 3, 10}) {
            QList<ClusterRecord> records;
            for (int i = 0; i < Ids; ++i)
                records.append(record(i, day == 0 && i % 3 == 0 ? quint32(Ids + i) : quint32(i)));
            use.follow(listing(records).clusters, utc(qint64(day) * 24 * 60 * 60 * 1000));
        }
        model.setLastUse(account, use);
    }

    /// Adds the values of a column.
    static void addValues(const ClusterModel &model, int column, QSet<QString> &values)
    {
        for (int row = 0; row < model.rowCount(); ++row) {
            const QVariant value = model.index(row, column).data();
            if (!value.isNull())
                values.insert(value.toString());
        }
    }

    /// A column whose values are all the same is not tested by their order.
    static bool areSeveral(int column, const QSet<QString> &values)
    {
        const ColumnSource &source = specOf(ClusterColumn(column)).source;
        return values.size() >= 2 || std::holds_alternative<QString AccountLabel::*>(source);
    }

    /// Checks that `rows` has the values in the order of `first`, and equal values in the order of
    /// `second`.
    void checkLevels(const ClusterModel &model, int column, const QList<int> &first,
                     const QList<int> &second, const QList<int> &rows)
    {
        const auto value = [&](int row) {
            return model.index(row, column).data().toString().toCaseFolded();
        };
        QStringList expected;
        QStringList seen;
        for (int place = 0; place < rows.size(); ++place) {
            expected.append(value(first.at(place)));
            seen.append(value(rows.at(place)));
        }
        if (column != int(ClusterColumn::Created))
            QCOMPARE(seen, expected);
        QList<int> placeIn(rows.size());
        for (int place = 0; place < second.size(); ++place)
            placeIn[second.at(place)] = place;
        for (int place = 1; place < rows.size(); ++place) {
            const int row = rows.at(place);
            const int before = rows.at(place - 1);
            if (value(row) == value(before))
                QVERIFY(placeIn.at(before) < placeIn.at(row));
        }
    }

private slots:
    void mendingIsAsGoodAsBuilding_data()
    {
        QTest::addColumn<int>("column");
        for (int column = 0; column < ClusterColumnCount; ++column)
            QTest::addRow("column %d", column) << column;
    }

    /// After any changes, the updated order equals a newly built order.
    void mendingIsAsGoodAsBuilding()
    {
        QFETCH(int, column);
        ClusterModel model;
        model.setAccount(QStringLiteral("a"), {QStringLiteral("b-lab"), QStringLiteral("jn1a")});
        model.setAccount(QStringLiteral("b"), {QStringLiteral("a-lab"), QString()});
        for (const QString &account : {QStringLiteral("a"), QStringLiteral("b")})
            setUse(model, account);
        QSet<QString> values;
        SortedRows mended{ClusterColumn(column)};
        mended.build(model);
        int updates = 0;
        connect(&model, &ClusterModel::updateEnds, this, [&](const ClusterUpdate &update) {
            ++updates;
            addValues(model, column, values);
            mended.applyUpdate(model, update);
            SortedRows built{ClusterColumn(column)};
            built.build(model);
            QCOMPARE(mended.rows(), built.rows());
            QCOMPARE(mended.descending(), built.descending());
        });
        RandomRecords random{quint32(column)};
        const int rounds = runs(60, 200);
        for (int round = 0; round < rounds; ++round) {
            const QString account = random.chance(50) ? QStringLiteral("a") : QStringLiteral("b");
            QList<ClusterRecord> records;
            const bool few = random.chance(70);
            for (int i = 0; i < Ids; ++i) {
                // The same seed for most records, so that most stay unchanged.
                const bool same = few && !random.chance(3);
                const auto seed = quint32(same ? i : 1000 + random.below(1000));
                if (!random.chance(few ? 2 : 20))
                    records.append(record(i, seed));
            }
            model.apply(listing(records, account, random.chance(80)));
        }
        disconnect(&model, nullptr, this, nullptr);
        QVERIFY(updates > rounds / 2);
        QVERIFY2(areSeveral(column, values), "the random records have no values for this column");
    }

    void twoLevels_data() { mendingIsAsGoodAsBuilding_data(); }

    /// Equal to comparing pairs: by the first column, then by the second column, then by row
    /// number.
    void twoLevels()
    {
        QFETCH(int, column);
        ClusterModel model;
        QList<ClusterRecord> records;
        for (int i = 0; i < Ids; ++i)
            records.append(record(i, quint32(i)));
        model.apply(listing(records, QStringLiteral("a"), true));
        setUse(model, QStringLiteral("a"));
        QSet<QString> values;
        addValues(model, column, values);
        QVERIFY2(areSeveral(column, values), "the random records have no values for this column");
        SortedRows first{ClusterColumn(column)};
        first.build(model);
        for (int other = 0; other < ClusterColumnCount; ++other) {
            SortedRows second{ClusterColumn(other)};
            second.build(model);
            const QList<int> up = first.sortedWith(model, Qt::AscendingOrder, second.descending());
            const QList<int> down =
                first.sortedWith(model, Qt::DescendingOrder, second.descending());
            QList<int> sorted = up;
            std::sort(sorted.begin(), sorted.end());
            for (int row = 0; row < sorted.size(); ++row)
                QCOMPARE(sorted.at(row), row); // each row once
            checkLevels(model, column, first.rows(), second.descending(), up);
            checkLevels(model, column, first.descending(), second.descending(), down);
        }
    }

    void unknownStaysBehind()
    {
        ClusterModel model;
        QList<ClusterRecord> records(4);
        for (int i = 0; i < 4; ++i)
            records[i].id = QString::number(i);
        records[0].nodes = 5;
        records[2].nodes = 3;
        model.apply(listing(records, QStringLiteral("a"), true));
        SortedRows rows(ClusterColumn::Nodes);
        rows.build(model);
        QCOMPARE(rows.rows(), (QList<int>{2, 0, 1, 3}));
        QCOMPARE(rows.descending(), (QList<int>{0, 2, 1, 3}));
    }
};

QTEST_APPLESS_MAIN(TestSortedRows)
#include "tst_sortedrows.moc"
