// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/paintwatch/picture.h"

#include <QTest>

using namespace paintwatch;

namespace
{

/// 100 × 10, all of one colour but the first `other` pixels.
Picture picture(int other = 0, std::uint32_t colour = 0x202020)
{
    Picture made{100, 10, std::vector<std::uint32_t>(1000, 0xffffff)};
    for (int i = 0; i < other; ++i)
        made.pixels[std::size_t(i)] = colour;
    return made;
}

} // namespace

class TestPicture : public QObject
{
    Q_OBJECT

private slots:
    void differenceCountsPixels()
    {
        QCOMPARE(difference(picture(), picture()), 0.0);
        QCOMPARE(difference(picture(7), picture()), 0.007);
        QCOMPARE(difference(picture(1000), picture()), 1.0);
    }

    void theHighestByteIsNoColour()
    {
        QCOMPARE(difference(picture(500, 0xff000000), picture(500, 0x00000000)), 0.0);
    }

    void sizesDifferInEverything()
    {
        Picture turned = picture();
        std::swap(turned.width, turned.height);
        QCOMPARE(difference(picture(), turned), 1.0);
        QCOMPARE(difference(Picture(), Picture()), 1.0);
    }

    void blankIsNearlyOneColour()
    {
        QVERIFY(isBlank(picture()));
        QVERIFY(isBlank(picture(5)));
        QVERIFY(!isBlank(picture(6)));
        QVERIFY(isBlank(Picture()));
    }

    void painted_data()
    {
        QTest::addColumn<std::vector<double>>("differences");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("steady");
        using Row = std::vector<double>;
        QTest::newRow("one picture") << Row{0} << 0 << 0;
        QTest::newRow("empty, filled") << Row{0.4, 0} << 1 << 1;
        QTest::newRow("filled, then a cursor") << Row{0.4, 0.002, 0} << 1 << 1;
        QTest::newRow("just 1 % is not the same") << Row{0.01, 0} << 1 << 1;
        QTest::newRow("at once") << Row{0.001, 0.001, 0} << 0 << 0;
        QTest::newRow("flashed") << Row{0.5, 0.001, 0.3, 0.001, 0} << 1 << 3;
    }
    void painted()
    {
        QFETCH(std::vector<double>, differences);
        const Painted found = paintwatch::painted(differences);
        QTEST(int(found.first), "first");
        QTEST(int(found.steady), "steady");
    }
};

QTEST_GUILESS_MAIN(TestPicture)
#include "tst_picture.moc"
