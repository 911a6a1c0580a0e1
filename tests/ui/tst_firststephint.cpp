// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/demowindow.h"
#include "tests/ui/parts.h"
#include "ui/widgets/messagebar.h"

#include <QAccessible>
#include <QSettings>
#include <QTest>
#include <QToolButton>

using namespace clusterdeck;

/// The hint that leads to the first deletion in the practice cloud.
class TestFirstStepHint : public DemoWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init()
    {
        QSettings().clear();
        begin();
    }
    void cleanup() { end(); }
    void leadsToTheFirstDeletion();
    void closedForGood();
    void notBeforeItIsConfirmed();
    void notWithAnOwnCloud();

private:
    [[nodiscard]] MessageBar *hint() const
    {
        return m_window->findChild<MessageBar *>(QStringLiteral("First steps"));
    }
    void startAgain()
    {
        end();
        begin();
        openDemo();
    }
};

/// Select, press Delete, confirm: it goes and never comes back.
void TestFirstStepHint::leadsToTheFirstDeletion()
{
    QVERIFY(!hint()); // nothing to select
    openDemo();
    QVERIFY(hint() && hint()->isVisible());
    QVERIFY(hint()->text().contains(u"Select a few clusters"));
    QVERIFY(table()->hasFocus()); // the keyboard stays where the work is

    MessageBar *first = hint();
    selectDeletable(2);
    QCOMPARE(hint(), first);
    QVERIFY(hint()->text().contains(u"press Delete"));
    QCOMPARE(QAccessible::queryAccessibleInterface(hint())->text(QAccessible::Name),
             hint()->text());
    table()->clearSelection();
    QVERIFY(hint()->text().contains(u"Select a few clusters"));

    // As it says.
    selectDeletable(2);
    QTest::keyClick(table(), Qt::Key_Delete);
    QTRY_VERIFY(dialog().isShown());
    QVERIFY(hint());
    QVERIFY(confirm());
    QVERIFY(!hint());
    skipUntilAllEnded();
    table()->clearSelection();
    QVERIFY(!hint());
    startAgain();
    selectDeletable(1);
    QVERIFY(!hint());
}

/// By its button, with the keyboard.
void TestFirstStepHint::closedForGood()
{
    openDemo();
    auto *dismiss = hint()->findChild<QToolButton *>(QStringLiteral("Dismiss"));
    QVERIFY(dismiss->focusPolicy() & Qt::TabFocus);
    dismiss->setFocus(Qt::TabFocusReason);
    QTest::keyClick(dismiss, Qt::Key_Space);
    QTRY_VERIFY(!hint());
    selectDeletable(2);
    QVERIFY(!hint());
    startAgain();
    QVERIFY(!hint());
}

/// A question that is not answered, and another operation, are no first deletion.
void TestFirstStepHint::notBeforeItIsConfirmed()
{
    openDemo();
    selectDeletable(1);
    ask("Delete");
    dialog()->reject();
    QTRY_VERIFY(!dialog());
    QVERIFY(hint());
    table()->selectAll(); // some can be stopped
    ask("Stop");
    QVERIFY(confirm());
    QVERIFY(!hint()); // meanwhile
    skipUntilAllEnded();
    QTRY_VERIFY(hint());
    startAgain();
    QVERIFY(hint());
}

/// Nor does a deletion there, in other settings, end it.
void TestFirstStepHint::notWithAnOwnCloud()
{
    Account own = account();
    own.id = QStringLiteral("own");
    own.demo = false;
    m_session->open(own);
    m_window->show();
    QTRY_VERIFY(m_session->feeds().constFirst()->isComplete());
    QVERIFY(!hint());
    QVERIFY(deleteSome(1));
    QVERIFY(!hint());
    skipUntilAllEnded();
    startAgain();
    QVERIFY(hint());
}

QTEST_MAIN(TestFirstStepHint)
#include "tst_firststephint.moc"
