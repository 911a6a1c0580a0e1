// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/acceptance/accounthands.h"

#include "app/accounts/keychainstore.h"
#include "app/history/export.h"
#include "app/session.h"
#include "app/support/logwriter.h"
#include "ui/accounts/accountdialog.h"
#include "ui/accounts/accountsdialog.h"
#include "ui/accounts/checkdialog.h"
#include "ui/accounts/removedialog.h"
#include "ui/mainwindow.h"
#include "ui/operations/activitypane.h"
#include "ui/theme/resources.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTest>
#include <QTreeView>

#include <cstdio>
#include <stdexcept>

using namespace clusterdeck;

namespace
{

void expect(bool condition, const char *what)
{
    if (!condition)
        throw std::runtime_error(what);
}

/// The program's window and session as main.cpp creates them, operated by key events.
class Person
{
public:
    Person()
        : m_saved(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) +
                  QStringLiteral("/accounts.json"))
        , m_secrets(QStringLiteral("clusterdeck"))
        , m_session(m_clock, QStandardPaths::writableLocation(QStandardPaths::AppDataLocation),
                    m_saved, m_secrets)
        , m_window(m_session)
    {
        m_window.show();
        expect(QTest::qWaitForWindowActive(&m_window), "the window is active");
        m_session.book().openAll();
    }

    void add(const QStringList &words);
    void work(const QString &folder);
    void remove();

private:
    static void type(const QString &text) { QTest::keyClicks(focus(), text); }
    static void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(focus(), Qt::Key(key), modifiers);
    }
    static QWidget *focus()
    {
        expect(QApplication::focusWidget(), "something has the focus");
        return QApplication::focusWidget();
    }
    /// Presses Tab until the button with this object name has the focus.
    static void tabTo(const char *button)
    {
        for (int i = 0; i < 60; ++i) {
            if (focus()->objectName() == QLatin1String(button))
                return;
            press(Qt::Key_Tab);
        }
        throw std::runtime_error(std::string("no way by Tab to ") + button);
    }
    template <class Dialog>
    static Dialog *waitFor(const char *what)
    {
        const auto shown = [] { return qobject_cast<Dialog *>(QApplication::activeWindow()); };
        expect(QTest::qWaitFor([&] { return shown() != nullptr; }, 20000), what);
        return shown();
    }
    void deleteOne();
    void keep(const QString &path, const QByteArray &bytes);

    SystemClock m_clock;
    AccountStore m_saved;
    KeychainStore m_secrets;
    Session m_session;
    MainWindow m_window;
};

/// Starts in the first window: moves to the Add Account button by Tab, presses Enter, fills in the
/// form.
void Person::add(const QStringList &words)
{
    tabTo("Button 0");
    press(Qt::Key_Return);
    waitFor<AccountDialog>("the account dialog");
    type(words.at(0)); // name
    press(Qt::Key_Tab);
    press(Qt::Key_A, Qt::ControlModifier);
    type(words.at(1)); // address
    press(Qt::Key_Tab);
    type(words.at(2)); // zone
    press(Qt::Key_Tab);
    type(words.at(3)); // owner
    press(Qt::Key_Tab);
    press(Qt::Key_Tab);
    type(words.at(4)); // key
    press(Qt::Key_Tab);
    type(words.at(5)); // secret
    press(Qt::Key_Return);
    expect(QTest::qWaitFor([&] { return m_session.clusters().rowCount() == 3; }, 20000),
           "the table fills");
}

void Person::keep(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    expect(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit(),
           "a file is written");
}

void Person::deleteOne()
{
    bool confirmed = false;
    m_session.operationService().plan(
        Verb::Delete, {m_session.clusters().clusterAt(0).key()}, &m_window, [&](const Plan &plan) {
            m_session.operationService().confirm(
                plan, QStringLiteral("as shown"), &m_window, [&](const Confirmation &made) {
                    confirmed = made.outcome == Confirmation::Outcome::Armed;
                });
        });
    expect(QTest::qWaitFor([&] { return confirmed; }, 20000), "the deletion is armed");
    BatchRunner *runner = m_session.operationService().batches().last();
    runner->sendNow();
    expect(QTest::qWaitFor([&] { return runner->batch().isFinished(); }, 20000),
           "the refused deletion ends");
    expect(runner->batch().items.first().state == ItemState::Failed, "it failed");
}

/// Uses every function that writes a file or shows text: a batch that fails, its exports, the
/// report of a connection check, the activity copied for support, all text in the window.
void Person::work(const QString &folder)
{
    expect(QTest::qWaitFor([&] { return m_session.clusters().rowCount() == 3; }, 20000),
           "the table fills without asking");
    deleteOne();
    const Batch &batch = m_session.operationService().batches().last()->batch();
    const QList<JournalEvent> events = m_session.journal().events(batch.id);
    expect(!events.isEmpty(), "the journal has the story");
    keep(folder + QStringLiteral("/batch.csv"), csv(batch, events, {true, u',', DataKind::Real}));
    keep(folder + QStringLiteral("/batch.json"), json(batch, events, DataKind::Real));

    auto *activity = m_window.findChild<ActivityPane *>();
    activity->show();
    activity->tree()->selectAll();
    activity->tree()->setFocus();
    press(Qt::Key_C, Qt::ControlModifier);
    const QString copied = QApplication::clipboard()->text();
    expect(!copied.isEmpty(), "the activity is copied");
    keep(folder + QStringLiteral("/activity.txt"), copied.toUtf8());

    press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    waitFor<AccountsDialog>("the list of accounts");
    tabTo("Check");
    press(Qt::Key_Space);
    auto *check = waitFor<CheckDialog>("the connection check");
    auto *copy = check->findChild<QAbstractButton *>(QStringLiteral("Copy report"));
    expect(QTest::qWaitFor([&] { return copy->isEnabled(); }, 30000), "the check ends");
    copy->click();
    const QString report = QApplication::clipboard()->text();
    expect(report.contains(u"jn1a") && report != copied, "the report is copied");
    keep(folder + QStringLiteral("/report.txt"), report.toUtf8());

    QStringList shown;
    for (QWidget *window : QApplication::topLevelWidgets()) {
        shown.append(window->windowTitle());
        for (QWidget *widget : window->findChildren<QWidget *>()) {
            shown.append({widget->accessibleName(), widget->accessibleDescription(),
                          widget->toolTip(), widget->statusTip()});
            if (const auto *label = qobject_cast<QLabel *>(widget))
                shown.append(label->text());
        }
    }
    std::puts(shown.join(u'\n').toUtf8().constData());
}

void Person::remove()
{
    expect(QTest::qWaitFor([&] { return m_session.clusters().rowCount() == 3; }, 20000),
           "the table fills without asking");
    m_window.setFocus();
    press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    waitFor<AccountsDialog>("the list of accounts");
    tabTo("Remove");
    press(Qt::Key_Space);
    waitFor<RemoveDialog>("the question");
    tabTo("Remove");
    press(Qt::Key_Space);
    expect(QTest::qWaitFor([&] { return m_session.book().entries().isEmpty(); }, 20000),
           "the account goes");
    expect(m_session.clusters().rowCount() == 0, "its rows go");
}

} // namespace

int actAsPerson(int argc, char *argv[])
{
    QCoreApplication::setOrganizationName(QStringLiteral("clusterdeck"));
    QCoreApplication::setApplicationName(QStringLiteral("clusterdeck"));
    const QStringList arguments = [&] {
        QStringList list;
        for (int i = 2; i < argc; ++i)
            list.append(QString::fromLocal8Bit(argv[i]));
        return list;
    }();
    const QString folder = qEnvironmentVariable("HOME");
    const LogWriter log({true, folder + QStringLiteral("/clusterdeck.log")});
    QApplication application(argc, argv);
    loadResources(application);
    try {
        Person person;
        const QString act = arguments.value(0);
        if (act == u"add")
            person.add(arguments.mid(1));
        else if (act == u"work")
            person.work(folder);
        else if (act == u"remove")
            person.remove();
        else
            throw std::runtime_error("no such act");
    } catch (const std::exception &failure) {
        std::fprintf(stderr, "failed: %s\n", failure.what());
        return 1;
    }
    return 0;
}
