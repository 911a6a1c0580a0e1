// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/firststep.h"

#include <QTest>

using namespace clusterdeck;

class TestFirstStep : public QObject
{
    Q_OBJECT

private slots:
    void table_data();
    void table();
};

void TestFirstStep::table_data()
{
    QTest::addColumn<bool>("practice");
    QTest::addColumn<bool>("done");
    QTest::addColumn<int>("clusters");
    QTest::addColumn<int>("deletable");
    QTest::addColumn<int>("step");
    const auto row = [](const char *name, bool practice, bool done, int clusters, int deletable,
                        FirstStep step) {
        QTest::newRow(name) << practice << done << clusters << deletable << int(step);
    };
    row("nothing selected", true, false, 60, 0, FirstStep::Select);
    row("something selected", true, false, 60, 1, FirstStep::Delete);
    row("many selected", true, false, 60, 60, FirstStep::Delete);
    row("not read yet", true, false, 0, 0, FirstStep::None);
    row("done", true, true, 60, 0, FirstStep::None);
    row("done, something selected", true, true, 60, 3, FirstStep::None);
    row("a cloud of one's own", false, false, 60, 0, FirstStep::None);
    row("a cloud of one's own, something selected", false, false, 60, 3, FirstStep::None);
    row("no account", false, false, 0, 0, FirstStep::None);
}

void TestFirstStep::table()
{
    QFETCH(const bool, practice);
    QFETCH(const bool, done);
    QFETCH(const int, clusters);
    QFETCH(const int, deletable);
    QTEST(int(firstStepOf({practice, done, false, clusters, deletable})), "step");
    QCOMPARE(firstStepOf({practice, done, true, clusters, deletable}), FirstStep::None);
}

QTEST_APPLESS_MAIN(TestFirstStep)
#include "tst_firststep.moc"
