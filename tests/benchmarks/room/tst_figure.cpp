// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/room/figure.h"

#include <QTest>

using namespace clusterdeck;

/// The arithmetic behind every number that the benchmarks print.
class TestFigure : public QObject
{
    Q_OBJECT

private slots:
    void statistics_data();
    void statistics();
    void percentiles_data();
    void percentiles();
    void lines();
};

namespace
{

Samples samplesOf(const QList<double> &values)
{
    Samples samples;
    for (const double value : values)
        samples.add(value);
    return samples;
}

} // namespace

void TestFigure::statistics_data()
{
    QTest::addColumn<QList<double>>("values");
    QTest::addColumn<double>("median");
    QTest::addColumn<double>("minimum");
    QTest::addColumn<double>("maximum");
    QTest::newRow("none") << QList<double>{} << 0. << 0. << 0.;
    QTest::newRow("one") << QList<double>{7} << 7. << 7. << 7.;
    QTest::newRow("two") << QList<double>{9, 4} << 6.5 << 4. << 9.;
    QTest::newRow("odd, unsorted") << QList<double>{5, 1, 3} << 3. << 1. << 5.;
    QTest::newRow("even, unsorted") << QList<double>{8, 2, 6, 4} << 5. << 2. << 8.;
    QTest::newRow("equal ones") << QList<double>{2, 2, 9, 2} << 2. << 2. << 9.;
    QTest::newRow("negative") << QList<double>{-1, -5, 3} << -1. << -5. << 3.;
}

void TestFigure::statistics()
{
    QFETCH(QList<double>, values);
    const Samples samples = samplesOf(values);
    QCOMPARE(samples.size(), int(values.size()));
    QTEST(samples.median(), "median");
    QTEST(samples.minimum(), "minimum");
    QTEST(samples.maximum(), "maximum");
}

void TestFigure::percentiles_data()
{
    QTest::addColumn<int>("count"); // of the values 1, 2, 3 and so on
    QTest::addColumn<double>("percent");
    QTest::addColumn<double>("expected");
    QTest::newRow("none") << 0 << 95. << 0.;
    QTest::newRow("one") << 1 << 95. << 1.;
    QTest::newRow("95 of 100") << 100 << 95. << 95.;
    QTest::newRow("99 of 100") << 100 << 99. << 99.;
    QTest::newRow("95 of 20") << 20 << 95. << 19.;
    QTest::newRow("95 of 19: the largest") << 19 << 95. << 19.;
    QTest::newRow("99 of 10: the largest") << 10 << 99. << 10.;
    QTest::newRow("0: the smallest") << 10 << 0. << 1.;
    QTest::newRow("100: the largest") << 10 << 100. << 10.;
}

void TestFigure::percentiles()
{
    QFETCH(int, count);
    QFETCH(double, percent);
    Samples samples;
    for (int value = count; value > 0; --value)
        samples.add(value);
    QTEST(samples.percentile(percent), "expected");
}

void TestFigure::lines()
{
    Figure figure{
        QStringLiteral("sort\tby status"), QStringLiteral("ms"), samplesOf({12.5, 8, 10}), {}, {},
        QStringLiteral("<= 33 ms")};
    QCOMPARE(figure.line(),
             QByteArray("figure\tsort by status\tms\t10.0\t8.000\t12.5\t3\t\t\t\t\t\t<= 33 ms"));
    figure.peerName = QStringLiteral("Qt's proxy");
    figure.peer = samplesOf({100, 300});
    QCOMPARE(figure.line(), QByteArray("figure\tsort by status\tms\t10.0\t8.000\t12.5\t3\t"
                                       "Qt's proxy\t200.0\t100.0\t300.0\t2\t<= 33 ms"));
}

QTEST_GUILESS_MAIN(TestFigure)
#include "tst_figure.moc"
