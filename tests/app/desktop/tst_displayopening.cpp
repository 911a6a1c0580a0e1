// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/displayopening.h"

#include <QTest>

using namespace clusterdeck;

class TestDisplayOpening : public QObject
{
    Q_OBJECT

private slots:
    void sentence_data();
    void sentence();
    void plugins();
};

void TestDisplayOpening::sentence_data()
{
    QTest::addColumn<DisplayFacts>("facts");
    QTest::addColumn<QStringList>("says");
    const QStringList all{"xcb", "wayland", "offscreen"};
    QTest::newRow("nothing is set") << DisplayFacts{{}, {}, {}, all, false}
                                    << QStringList{"no display can be opened", "DISPLAY is not set",
                                                   "WAYLAND_DISPLAY is not set"};
    QTest::newRow("dead") << DisplayFacts{{}, ":77", "wayland-9", all, false}
                          << QStringList{"no display can be opened", "DISPLAY is :77",
                                         "WAYLAND_DISPLAY is wayland-9"};
    QTest::newRow("deaf") << DisplayFacts{{}, ":77", {}, {}, true}
                          << QStringList{"does not answer", "DISPLAY is :77"};
    QTest::newRow("no such plug-in")
        << DisplayFacts{"nonsense", ":0", {}, all, false}
        << QStringList{"plug-in is not installed", "QT_QPA_PLATFORM is nonsense"};
    QTest::newRow("one of several plug-ins")
        << DisplayFacts{"eglfs;xcb:title=x", ":0", {}, all, false}
        << QStringList{"no display can be opened", "QT_QPA_PLATFORM is eglfs;xcb:title=x"};
    QTest::newRow("neither plug-in") << DisplayFacts{{}, ":0", {}, QStringList{"offscreen"}, false}
                                     << QStringList{"plug-in is not installed"};
    QTest::newRow("hostile") << DisplayFacts{{}, "\u001B[31m\n\u202E", {}, all, false}
                             << QStringList{"U+001B", "U+202E"};
}

void TestDisplayOpening::sentence()
{
    QFETCH(const DisplayFacts, facts);
    QFETCH(const QStringList, says);
    const QString sentence = displayProblem(facts);
    for (const QString &part : says)
        QVERIFY2(sentence.contains(part), qPrintable(sentence));
    QVERIFY(sentence.endsWith(u'.') && !sentence.contains(u'\n'));
    QVERIFY(sentence.contains("list, plan and apply"));
}

void TestDisplayOpening::plugins()
{
    QCOMPARE(
        pluginsIn("It failed to start.\n\nAvailable platform plugins are: xcb, wayland-egl.\n"),
        std::optional(QStringList{"xcb", "wayland-egl"}));
    QCOMPARE(pluginsIn("Could not find DRM device!"), std::optional<QStringList>());
}

QTEST_GUILESS_MAIN(TestDisplayOpening)
#include "tst_displayopening.moc"
