// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/demowindow.h"
#include "tests/ui/parts.h"
#include "ui/accounts/removedialog.h"
#include "ui/operations/quitdialog.h"

#include <QTest>

using namespace clusterdeck;

/// In every question before something is lost, Enter, Esc and the default button keep it.
class TestSafeButtons : public DemoWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void keysKeep_data();
    void keysKeep();
    void oneQuestionAtATime();

private:
    [[nodiscard]] QDialog *open(const QString &which);
    BatchRunner *m_runner = nullptr;
};

/// The dialog, shown and with the focus.
QDialog *TestSafeButtons::open(const QString &which)
{
    openDemo();
    if (which == u"Quit") {
        m_runner = deleteSome(2);
        m_window->close();
    } else if (which == u"Remove account") {
        AccountEntry entry;
        entry.saved.account = account();
        (new RemoveDialog(m_session->book(), entry, m_window.get()))->open();
    } else {
        selectDeletable(1);
        if (which != u"Delete")
            table()->selectAll();
        ask(qPrintable(which));
    }
    QDialog *shown = nullptr;
    for (QDialog *one : m_window->findChildren<QDialog *>())
        shown = one->isVisible() ? one : shown;
    return shown && QTest::qWaitForWindowActive(shown) ? shown : nullptr;
}

void TestSafeButtons::keysKeep_data()
{
    QTest::addColumn<QString>("which");
    QTest::addColumn<QString>("keep");
    QTest::addColumn<QString>("lose");
    QTest::newRow("quit") << "Quit"
                          << "&Keep open"
                          << "&Quit anyway";
    QTest::newRow("remove an account") << "Remove account"
                                       << "&Keep account"
                                       << "&Remove account";
    QTest::newRow("delete one") << "Delete"
                                << "&Keep it"
                                << "&Delete 1 cluster";
    QTest::newRow("stop") << "Stop"
                          << "&Keep them running"
                          << "";
    QTest::newRow("start") << "Start"
                           << "&Keep them stopped"
                           << "";
}

void TestSafeButtons::keysKeep()
{
    QFETCH(QString, which);
    QFETCH(QString, keep);
    QFETCH(QString, lose);
    for (const int key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space, Qt::Key_Escape}) {
        cleanup();
        init();
        QPointer<QDialog> shown = open(which);
        QVERIFY(shown);
        bool accepted = false;
        connect(shown, &QDialog::accepted, this, [&accepted] { accepted = true; });
        QPushButton *safe = nullptr;
        for (QPushButton *button : shown->findChildren<QPushButton *>()) {
            if (button->text() == keep)
                safe = button;
            else
                QVERIFY2(!button->isDefault(), qPrintable(button->text()));
            if (!lose.isEmpty() && button->text() == lose)
                QVERIFY2(!button->autoDefault() && !button->hasFocus(), qPrintable(lose));
        }
        QVERIFY(safe);
        QTRY_COMPARE(QApplication::focusWidget(), safe);
        // Without a focused button, Enter presses the dialog's default button.
        safe->clearFocus();
        for (const QPushButton *button : shown->findChildren<QPushButton *>())
            QVERIFY2(button == safe || !button->isDefault(), qPrintable(button->text()));
        QTest::keyClick(shown.data(), Qt::Key(key));
        if (shown && shown->isVisible())
            QTest::keyClick(safe, Qt::Key(key));
        QCoreApplication::processEvents();
        QVERIFY(!accepted && m_window->isVisible());
        QCOMPARE(m_session->operationService().batches().size(), which == u"Quit" ? 1 : 0);
        if (which == u"Quit")
            QCOMPARE(m_runner->batch().counts().value(ItemState::Armed), 2);
    }
}

/// The tray's menu works while the window waits for an answer.
void TestSafeButtons::oneQuestionAtATime()
{
    openDemo();
    QVERIFY(deleteSome(2));
    for (int time = 0; time < 3; ++time) {
        m_window->close();
        QCoreApplication::processEvents();
        QCOMPARE(m_window->findChildren<QuitDialog *>().size(), 1);
    }
    m_window->findChild<QuitDialog *>()->reject();
    QTRY_VERIFY(!m_window->findChild<QuitDialog *>());
    m_window->close();
    QTRY_VERIFY(m_window->findChild<QuitDialog *>());
    m_window->findChild<QuitDialog *>()->accept();
    QTRY_VERIFY(!m_window->isVisible());
}

QTEST_MAIN(TestSafeButtons)
#include "tst_safebuttons.moc"
