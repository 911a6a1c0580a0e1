// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/accountform.h"
#include "tests/app/accounts/scriptedstore.h"
#include "tests/ui/builders.h"
#include "tests/ui/demowindow.h"
#include "ui/accounts/accountdialog.h"
#include "ui/help/aboutdialog.h"
#include "ui/help/safetyguarantees.h"
#include "ui/settings/settingsdialog.h"
#include "ui/theme/glyphlabel.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/textstyle.h"
#include "ui/widgets/messagebar.h"

#include <QApplication>
#include <QLabel>
#include <QSettings>
#include <QTest>
#include <QToolBar>
#include <QToolButton>

using namespace clusterdeck;

/// After a change of theme at run time, every window looks as if it had been created with the new
/// theme.
class TestLook : public DemoWindow
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        prepare();
        QApplication::setCursorFlashTime(0); // so that pictures can be compared
    }
    void cleanup() { applyTheme(Theme::Light); }
    void windowsChangeWhole_data();
    void windowsChangeWhole();
    void mainWindowChangesWhole();
    void typeScale();

private:
    [[nodiscard]] static QImage seen(QWidget *widget)
    {
        QCoreApplication::processEvents();
        return widget->grab().toImage().convertToFormat(QImage::Format_RGB32);
    }
    /// The number of pixels that clearly differ.
    [[nodiscard]] static int differing(const QImage &a, const QImage &b)
    {
        int differing = 0;
        for (int y = 0; y < a.height(); ++y) {
            for (int x = 0; x < a.width(); ++x)
                differing += isNear(QColor(a.pixel(x, y)), QColor(b.pixel(x, y))) ? 0 : 1;
        }
        return differing;
    }
    static bool isNear(const QColor &a, const QColor &b)
    {
        return qAbs(a.red() - b.red()) + qAbs(a.green() - b.green()) + qAbs(a.blue() - b.blue()) <
               60;
    }
};

void TestLook::windowsChangeWhole_data()
{
    QTest::addColumn<QString>("which");
    for (const char *name : {"about", "promises", "settings", "account", "confirm", "strip"})
        QTest::addRow("%s", name) << QString::fromLatin1(name);
}

void TestLook::windowsChangeWhole()
{
    QFETCH(QString, which);
    AccountStore saved;
    ScriptedStore secrets;
    AccountBook book(saved, secrets, [](const QString &) { return true; });
    Settings settings(false, Settings::Memory::None);
    const auto make = [&]() -> QWidget * {
        QWidget *window = nullptr;
        if (which == u"about")
            window = new AboutDialog(nullptr);
        else if (which == u"promises")
            window = new SafetyGuaranteesWindow(nullptr);
        else if (which == u"settings")
            window = new SettingsDialog(settings, {}, nullptr);
        else if (which == u"account")
            window = new AccountDialog(book, {}, formFrom(Account()), nullptr);
        else if (which == u"confirm")
            window = new ConfirmDialog(planOf(Verb::Delete, 12), {}, m_clock);
        else
            window =
                new MessageBar(Glyph::Warning, StatusColor::Warning, QStringLiteral("A sentence"));
        window->setAttribute(Qt::WA_DeleteOnClose, false);
        window->show();
        return window;
    };
    applyTheme(Theme::Light);
    const std::unique_ptr<QWidget> changed(make());
    QVERIFY(QTest::qWaitForWindowExposed(changed.get()));
    const QImage before = seen(changed.get());
    applyTheme(Theme::Dark);
    m_clock.skip(ConfirmDialog::DeadTime);
    const QImage after = seen(changed.get());
    QVERIFY(after != before);
    changed->hide();
    const std::unique_ptr<QWidget> fresh(make());
    QVERIFY(QTest::qWaitForWindowExposed(fresh.get()));
    fresh->resize(changed->size());
    m_clock.skip(ConfirmDialog::DeadTime);
    const QImage wanted = seen(fresh.get());
    QCOMPARE(after.size(), wanted.size());
    QCOMPARE(differing(after, wanted), 0);
}

void TestLook::mainWindowChangesWhole()
{
    applyTheme(Theme::Light);
    begin();
    m_window->resize(1200, 700);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    (void)seen(m_window.get());
    applyTheme(Theme::Dark);
    const QImage changed = seen(m_window.get());
    end();
    begin();
    m_window->resize(1200, 700);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QCOMPARE(differing(changed, seen(m_window.get())), 0);
    end();
}

/// In points or in pixels, as on the desktop; never smaller than the readable minimum.
void TestLook::typeScale()
{
    QFont points;
    points.setPointSizeF(10);
    QFont pixels;
    pixels.setPixelSize(20);
    for (const Type type :
         {Type::Small, Type::Strong, Type::Heading, Type::Title, Type::Large, Type::Far}) {
        const qreal share = fontFor(type, points).pointSizeF() / 10;
        QVERIFY(share >= 0.9 && share <= 1.5);
        QCOMPARE(fontFor(type, pixels).pixelSize(), qRound(20 * share));
        QCOMPARE(fontFor(type, points).bold(), fontFor(type, pixels).bold());
    }
}

QTEST_MAIN(TestLook)
#include "tst_look.moc"
