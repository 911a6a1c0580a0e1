// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/environment.h"
#include "ui/theme/glyphlabel.h"
#include "ui/theme/resources.h"
#include "ui/widgets/messagebar.h"

#include <QApplication>
#include <QLabel>
#include <QScreen>
#include <QTest>

using namespace clusterdeck;

/// Two screens, the second with twice the resolution: see CMakeLists.txt.
class TestSecondScreen : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void signsFollowTheirScreen();
    void iconsHaveEveryScale();
};

void TestSecondScreen::initTestCase()
{
    loadResources(*QCoreApplication::instance());
    const QList<QScreen *> screens = QGuiApplication::screens();
    QCOMPARE(screens.size(), 2);
    QCOMPARE(screens.at(0)->devicePixelRatio(), 1.0);
    QCOMPARE(screens.at(1)->devicePixelRatio(), 2.0);
}

void TestSecondScreen::signsFollowTheirScreen()
{
    MessageBar messageBar(Glyph::Warning, StatusColor::Warning,
                          QStringLiteral("Something is wrong."));
    auto *sign = messageBar.findChild<QLabel *>(QString(), Qt::FindDirectChildrenOnly);
    QVERIFY(sign);
    for (const int place : {0, 1, 0}) {
        QScreen *screen = QGuiApplication::screens().at(place);
        messageBar.setGeometry(
            QRect(screen->geometry().topLeft() + QPoint(20, 20), QSize(300, 40)));
        messageBar.show();
        QVERIFY(QTest::qWaitForWindowExposed(&messageBar));
        QTRY_COMPARE(messageBar.screen(), screen);
        messageBar.update();
        sign->update();
        QTRY_COMPARE(sign->pixmap().devicePixelRatio(), screen->devicePixelRatio());
        QCOMPARE(sign->pixmap().size(),
                 (QSizeF(GlyphSize, GlyphSize) * screen->devicePixelRatio()).toSize());
    }
}

void TestSecondScreen::iconsHaveEveryScale()
{
    const QSize size(GlyphSize, GlyphSize);
    for (const qreal scale : {1.0, 1.5, 2.0, 3.0}) {
        for (const QIcon &icon :
             {environmentIcon(EnvironmentColor::Red), glyphIcon(Glyph::Check, StatusColor::Good),
              lineIcon(QStringLiteral("clear")), applicationIcon()})
            QCOMPARE(icon.pixmap(size, scale).size(), (QSizeF(size) * scale).toSize());
    }
}

QTEST_MAIN(TestSecondScreen)
#include "tst_secondscreen.moc"
