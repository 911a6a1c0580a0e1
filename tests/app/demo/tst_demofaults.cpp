// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/faults.h"

#include <QTest>

using namespace clusterdeck::demo;

class TestDemoFaults : public QObject
{
    Q_OBJECT

private slots:
    void aboutAsOftenAsAsked();
    void sameSeedSameFaults();
    void dialsAreIndependent();
};

void TestDemoFaults::aboutAsOftenAsAsked()
{
    FaultDice dice(7);
    Faults faults;
    faults.refusePercent = 20;
    faults.losePercent = 5;
    int refused = 0;
    int lost = 0;
    for (int i = 0; i < 10000; ++i) {
        refused += dice.refuses(faults) ? 1 : 0;
        lost += dice.loses(faults) ? 1 : 0;
    }
    QVERIFY2(refused > 1800 && refused < 2200, qPrintable(QString::number(refused)));
    QVERIFY2(lost > 400 && lost < 600, qPrintable(QString::number(lost)));
}

void TestDemoFaults::sameSeedSameFaults()
{
    Faults faults;
    faults.refusePercent = 50;
    const auto pattern = [&](quint64 seed) {
        FaultDice dice(seed);
        QList<bool> found;
        for (int i = 0; i < 64; ++i)
            found.append(dice.refuses(faults));
        return found;
    };
    QCOMPARE(pattern(3), pattern(3));
    QVERIFY(pattern(3) != pattern(4));
}

void TestDemoFaults::dialsAreIndependent()
{
    Faults faults;
    faults.refusePercent = 50;
    faults.losePercent = 50;
    FaultDice alone(3);
    FaultDice both(3);
    for (int i = 0; i < 64; ++i) {
        (void)both.loses(faults);
        (void)both.failsRead(faults, "/api/user");
        QCOMPARE(both.refuses(faults), alone.refuses(faults));
    }
}

QTEST_GUILESS_MAIN(TestDemoFaults)
#include "tst_demofaults.moc"
