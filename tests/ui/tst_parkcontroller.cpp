// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/clusterstate.h"
#include "tests/ui/demowindow.h"
#include "tests/ui/parts.h"
#include "ui/operations/operationcontroller.h"
#include "ui/parking/parkdialog.h"
#include "ui/parking/parkedwindow.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/recordtable.h"

#include <QDateEdit>
#include <QLabel>
#include <QRadioButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace clusterdeck;

/// Parking in the real window with the practice cloud.
class TestParkController : public DemoWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void parkedAndDeletedLater();
    void startedElsewhere();
    void onlyMarked();
    void whatIsNotConfirmedIsNotParked();
    void theNextStopIsAStop_data();
    void theNextStopIsAStop();
    void hiddenOnesAreNotParkedUnseen();
    void lockedOnesStay();
    void anotherDayAndNoMore();
    void afterARestart();
    void aFileThatIsDamaged();
    void notWritten();

private:
    /// Starts again with this folder.
    void restart(const QTemporaryDir &folder)
    {
        m_window.reset();
        m_session = std::make_unique<Session>(m_clock, folder.path());
        m_window = std::make_unique<MainWindow>(*m_session);
    }
    [[nodiscard]] ClusterKey find(const QString &status, const QString &billing, int skip = 0) const
    {
        const ClusterModel &clusters = m_session->clusters();
        for (int row = 0; row < clusters.rowCount(); ++row) {
            const ClusterRecord record = clusters.clusterAt(row).record;
            if (record.status == status && record.billing == billing && !isBusy(record) &&
                skip-- == 0)
                return clusters.keyAt(row);
        }
        return {};
    }
    [[nodiscard]] static QString pay() { return QStringLiteral("PayForUsed"); }
    [[nodiscard]] const QList<ParkedCluster> &parked() const
    {
        return m_session->parking().parked();
    }
    [[nodiscard]] MessageBar *messageBar(const char *name) const
    {
        return part<MessageBar>(m_window, name);
    }
    /// Chooses "Park…" for these clusters, with today as the day.
    void park(const QList<ClusterKey> &keys)
    {
        table()->select(keys);
        QVERIFY(action("Park")->isEnabled());
        action("Park")->trigger();
        auto *dialog = m_window->findChild<ParkDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        m_what = part<QLabel>(dialog, "What")->text();
        auto *button = part<QPushButton>(dialog, "Park these");
        m_verb = button->text();
        part<QDateEdit>(dialog, "Date")->setDate(QDate::currentDate());
        QVERIFY(part<QRadioButton>(dialog, "On")->isChecked());
        QTest::keyClicks(part<QLineEdit>(dialog, "Note"), QStringLiteral("for Anna"));
        button->click();
        QTRY_VERIFY(!m_window->findChild<ParkDialog *>());
    }
    [[nodiscard]] ParkedWindow *window() const { return m_window->findChild<ParkedWindow *>(); }
    [[nodiscard]] RecordModelBase *rows() const
    {
        return part<RecordTable>(window(), "Parked table")->recordModel();
    }
    [[nodiscard]] QString cell(int row, const char *column) const
    {
        return rows()->index(row, rows()->columnOf(column)).data().toString();
    }
    [[nodiscard]] QString stateOfRow(int row) const { return cell(row, "state"); }
    [[nodiscard]] QPushButton *button(const char *name) const
    {
        return part<QPushButton>(window(), name);
    }
    [[nodiscard]] static ParkedCluster mark(const QString &account, const QString &id, int days)
    {
        ParkedCluster mark;
        mark.key = {account, id};
        mark.name = QStringLiteral("once ") + id;
        mark.parkedAt = QDateTime::currentDateTimeUtc().addDays(-9);
        mark.due = QDate::currentDate().addDays(days);
        return mark;
    }

    QString m_what;
    QString m_verb;
};

void TestParkController::parkedAndDeletedLater()
{
    openDemo();
    const ClusterKey active = find(QStringLiteral("active"), pay());
    const ClusterKey stopped = find(QStringLiteral("stopped"), pay());
    const ClusterKey prepaid = find(QStringLiteral("active"), QStringLiteral("Reserved"));
    QVERIFY(!active.id.isEmpty() && !stopped.id.isEmpty() && !prepaid.id.isEmpty());
    park({active, stopped, prepaid});
    QVERIFY2(m_what.contains(u"1 cluster will be stopped and marked") &&
                 m_what.contains(u"1 cluster is not running and will only be marked") &&
                 m_what.contains(u"1 prepaid cluster is excluded"),
             qPrintable(m_what));
    QCOMPARE(m_verb, QStringLiteral("&Stop and park 2 clusters…"));
    QTRY_VERIFY(dialog().isShown());
    QVERIFY(dialog()->windowTitle().startsWith(u"Stop 1 cluster"));
    QVERIFY(parked().isEmpty()); // not before it is confirmed
    QVERIFY(confirm());
    QTRY_COMPARE(parked().size(), 2);
    QCOMPARE(parked().first().key, active);
    QCOMPARE(parked().first().note, QStringLiteral("for Anna"));
    QCOMPARE(parked().first().by, m_service->owner());
    QVERIFY(!m_session->parking().find(prepaid));
    action("Parked")->trigger();
    QVERIFY(window()->isVisible());
    QTRY_COMPARE(rows()->rowCount(), 2);
    m_session->operationService().batches().first()->sendNow();
    skipUntilAllEnded();
    QTRY_VERIFY(m_session->parking().find(active)->stoppedAt.isValid());
    const int row = cell(0, "id") == active.id ? 0 : 1;
    QCOMPARE(stateOfRow(row), QStringLiteral("Stopped"));
    QTRY_VERIFY(messageBar("Parked due"));
    QVERIFY2(messageBar("Parked due")->text().startsWith(u"2 parked clusters are due"),
             qPrintable(messageBar("Parked due")->text()));
    const auto *model = qobject_cast<ClusterTableModel *>(table()->model());
    QVERIFY(model->index(*model->rowOf(active), int(ClusterColumn::Status))
                .data(Qt::ToolTipRole)
                .toString()
                .contains(u"Parked, to be deleted on"));

    // The day has come: a deletion with the usual confirmation.
    QVERIFY(button("Delete due")->isEnabled());
    button("Delete due")->click();
    QTRY_VERIFY(dialog().isShown());
    QVERIFY(dialog()->windowTitle().startsWith(u"Delete 2 clusters"));
    QCOMPARE(table()->selectedKeys().size(), 2);
    QCOMPARE(m_session->operationService().batches().size(), 1);
    BatchRunner *deletion = confirm();
    QVERIFY(deletion);
    deletion->sendNow();
    skipUntilAllEnded();
    QTRY_VERIFY2(stateOfRow(0).startsWith(u"Deleted by this program on"),
                 qPrintable(stateOfRow(0)));
    QTRY_VERIFY(stateOfRow(1).startsWith(u"Deleted by this program on"));
    QTRY_VERIFY(!messageBar("Parked due"));
    QVERIFY(!button("Delete due")->isEnabled());
}

/// Another user starts it and stops it: its day is suspended until it is changed, and the log shows
/// who started it.
void TestParkController::startedElsewhere()
{
    openDemo();
    const ClusterKey key = find(QStringLiteral("stopped"), pay());
    ParkedCluster mark = this->mark(key.account, key.id, 0);
    mark.stoppedAt = mark.parkedAt;
    QVERIFY(m_session->parking().set({mark}));
    action("Refresh")->trigger();
    QTRY_VERIFY(messageBar("Parked due"));
    const QString name = QStringLiteral("Parked started: ") + key.id;
    QVERIFY(!m_window->findChild<MessageBar *>(name));
    ApiClient others(account().api, m_clock);
    others.send(Verb::Start, {key.id}, this, [](const Result<Accepted> &) {});
    QVERIFY(skipUntil([&] {
        action("Refresh")->trigger();
        return m_window->findChild<MessageBar *>(name) != nullptr;
    }));
    const QString text = m_window->findChild<MessageBar *>(name)->text();
    QVERIFY2(text.startsWith(u"1 parked cluster was started again: "), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("(by %1)").arg(m_service->owner())), qPrintable(text));
    QTRY_VERIFY(!messageBar("Parked due"));
    action("Parked")->trigger();
    QTRY_COMPARE(rows()->rowCount(), 1);
    QVERIFY2(cell(0, "due").endsWith(u"suspended"), qPrintable(cell(0, "due")));
    QVERIFY(!button("Delete due")->isEnabled());

    others.send(Verb::Stop, {key.id}, this, [](const Result<Accepted> &) {});
    QVERIFY(skipUntil([&] {
        action("Refresh")->trigger();
        return stateOfRow(0) == u"Stopped – was started again";
    }));
    QVERIFY2(cell(0, "due").endsWith(u"suspended"), qPrintable(cell(0, "due")));
    QVERIFY(!button("Delete due")->isEnabled() && !messageBar("Parked due"));
    part<QTableView>(window(), "Parked table")->selectRow(0);
    button("Change day")->click();
    auto *days = window()->findChild<ParkDialog *>();
    part<QDateEdit>(days, "Date")->setDate(QDate::currentDate());
    part<QPushButton>(days, "Park these")->click();
    QTRY_VERIFY(messageBar("Parked due"));
    QVERIFY(cell(0, "due").endsWith(u"due today"));
    QVERIFY(button("Delete due")->isEnabled());
    QCOMPARE(stateOfRow(0), QStringLiteral("Stopped"));
}

/// A cluster that does not run is not stopped, so there is no confirmation.
void TestParkController::onlyMarked()
{
    openDemo();
    park({find(QStringLiteral("stopped"), pay())});
    QCOMPARE(m_verb, QStringLiteral("&Park 1 cluster"));
    QCOMPARE(parked().size(), 1);
    QVERIFY(!dialog() && !m_window->controller()->isBusy() &&
            m_session->operationService().batches().isEmpty());
}

void TestParkController::whatIsNotConfirmedIsNotParked()
{
    openDemo();
    const ClusterKey active = find(QStringLiteral("active"), pay());
    park({active, find(QStringLiteral("stopped"), pay())});
    QTRY_VERIFY(dialog().isShown());
    dialog()->reject();
    QTRY_VERIFY(!dialog());
    QVERIFY(parked().isEmpty());
    // The next stop does not park.
    table()->select({active});
    ask("Stop");
    BatchRunner *stop = confirm();
    QVERIFY(stop);
    stop->stopTheRest();
    skipUntilAllEnded();
    QVERIFY(parked().isEmpty());
}

void TestParkController::theNextStopIsAStop_data()
{
    QTest::addColumn<QString>("end");
    QTest::newRow("the question about hidden rows is dismissed") << "dismissed";
    QTest::newRow("hidden rows are shown instead") << "shown";
    QTest::newRow("something else is selected") << "another selection";
    QTest::newRow("the reading is cancelled") << "cancelled";
    QTest::newRow("the confirmation is closed") << "closed";
}

/// When a parking request ends without confirmation, a later stop parks nothing, not even in the
/// same iteration of the event loop.
void TestParkController::theNextStopIsAStop()
{
    QFETCH(QString, end);
    openDemo();
    const ClusterKey one = find(QStringLiteral("active"), pay(), 0);
    const ClusterKey other = find(QStringLiteral("active"), pay(), 1);
    table()->select({one, other});
    const bool hides = end != u"cancelled" && end != u"closed";
    if (hides)
        filter()->setText(one.id);
    park({one, other});
    if (hides) {
        QVERIFY(messageBar("Hidden question") && !m_window->controller()->isBusy());
        if (end == u"dismissed")
            part<QToolButton>(messageBar("Hidden question"), "Dismiss")->click();
        else if (end == u"shown")
            part<QPushButton>(messageBar("Hidden question"), "Show them")->click();
        filter()->clear();
    } else if (end == u"cancelled") {
        m_window->controller()->cancel();
    } else {
        QTRY_VERIFY(dialog().isShown());
        dialog()->reject();
    }
    table()->select({one});
    ask("Stop");
    BatchRunner *stop = confirm();
    QVERIFY(stop);
    stop->stopTheRest();
    skipUntilAllEnded();
    QVERIFY(parked().isEmpty());
}

/// Neither a cluster to be stopped nor one that is only marked.
void TestParkController::hiddenOnesAreNotParkedUnseen()
{
    openDemo();
    const ClusterKey stopped = find(QStringLiteral("stopped"), pay(), 0);
    const ClusterKey hidden = find(QStringLiteral("stopped"), pay(), 1);
    const ClusterKey active = find(QStringLiteral("active"), pay());
    QVERIFY(!hidden.id.isEmpty());
    for (const ClusterKey &shown : {stopped, active}) {
        table()->select({shown, hidden});
        filter()->setText(shown.id);
        park({shown, hidden});
        QVERIFY(parked().isEmpty() && !dialog() && !m_window->controller()->isBusy());
        QVERIFY(messageBar("Hidden question"));
        part<QPushButton>(messageBar("Hidden question"), "Drop them")->click();
        if (shown == active) {
            QTRY_VERIFY(dialog().isShown());
            QVERIFY(confirm());
        }
        QTRY_COMPARE(parked().size(), 1);
        QCOMPARE(parked().first().key, shown);
        QVERIFY(m_session->parking().set({}));
        filter()->clear();
    }
}

void TestParkController::lockedOnesStay()
{
    openDemo();
    const ClusterKey locked = find(QStringLiteral("active"), pay(), 0);
    const ClusterKey free = find(QStringLiteral("active"), pay(), 1);
    QVERIFY(m_session->operationService().setLocks({{locked}, {}}));
    park({locked, free});
    QTRY_VERIFY(dialog().isShown());
    QVERIFY(dialog()->windowTitle().startsWith(u"Stop 1 cluster"));
    QVERIFY(confirm());
    QTRY_COMPARE(parked().size(), 1);
    QCOMPARE(parked().first().key, free);
    // Cancelled in the countdown: the table shows the actual state.
    m_session->operationService().batches().first()->stopTheRest();
    action("Parked")->trigger();
    QTRY_VERIFY2(stateOfRow(0).endsWith(u"not stopped"), qPrintable(stateOfRow(0)));
}

void TestParkController::anotherDayAndNoMore()
{
    openDemo();
    const ClusterKey one = find(QStringLiteral("stopped"), pay(), 0);
    const ClusterKey other = find(QStringLiteral("stopped"), pay(), 1);
    QVERIFY(!other.id.isEmpty());
    park({one, other});
    QTRY_VERIFY(messageBar("Parked due"));
    messageBar("Parked due")->findChild<QPushButton *>()->click();
    QVERIFY(window()->isVisible());
    QVERIFY(!button("Change day")->isEnabled() && !button("Unpark")->isEnabled());
    auto *list = part<QTableView>(window(), "Parked table");
    list->selectRow(0);
    const QString id = cell(0, "id");
    button("Change day")->click();
    auto *days = window()->findChild<ParkDialog *>();
    QVERIFY(days && days->isVisible());
    QCOMPARE(part<QDateEdit>(days, "Date")->date(), QDate::currentDate());
    part<QRadioButton>(days, "In 30 days")->click();
    part<QPushButton>(days, "Park these")->click();
    QCOMPARE(m_session->parking().find({one.account, id})->due, QDate::currentDate().addDays(30));
    QCOMPARE(m_session->parking().find({one.account, id})->note, QStringLiteral("for Anna"));
    QTRY_COMPARE(cell(1, "id"), id); // the earliest first
    QTRY_VERIFY(messageBar("Parked due")->text().startsWith(u"1 parked cluster is due"));
    part<QToolButton>(messageBar("Parked due"), "Dismiss")->click();
    QTRY_VERIFY(!messageBar("Parked due"));
    m_session->refresh();
    QTRY_VERIFY(!m_session->feeds().first()->isRefreshing());
    QVERIFY(!messageBar("Parked due")); // the user dismissed it

    list->selectRow(0);
    button("Unpark")->click();
    QTRY_COMPARE(rows()->rowCount(), 1);
    auto *offer = part<MessageBar>(window(), "Unparked");
    QVERIFY(offer && offer->text().startsWith(u"1 cluster no longer parked"));
    QVERIFY(m_session->operationService().batches().isEmpty() && !dialog());
    part<QPushButton>(offer, "Start")->click();
    QTRY_VERIFY(dialog().isShown());
    QVERIFY(dialog()->windowTitle().startsWith(u"Start 1 cluster"));
    dialog()->reject();
    QTRY_VERIFY(!dialog());
}

/// Marks survive a restart; nothing is stated about clusters before they are read.
void TestParkController::afterARestart()
{
    openDemo();
    const ClusterKey running = find(QStringLiteral("active"), pay());
    const ClusterKey stopped = find(QStringLiteral("stopped"), pay());
    const QTemporaryDir &folder = *(m_folder = std::make_unique<QTemporaryDir>());
    const QString path = folder.filePath(QStringLiteral("parked.json"));
    ParkedCluster again = mark(running.account, running.id, -2);
    again.stoppedAt = again.parkedAt;
    QVERIFY(ParkingStore(path).set({mark(QStringLiteral("elsewhere"), QStringLiteral("hpc-x"), -3),
                                    again, mark(stopped.account, stopped.id, 0),
                                    mark(stopped.account, QStringLiteral("hpc-gone"), -1),
                                    mark(stopped.account, running.id + u'x', 40)}));
    restart(folder);
    action("Parked")->trigger();
    QCOMPARE(rows()->rowCount(), 5);
    for (int row = 0; row < 5; ++row)
        QCOMPARE(stateOfRow(row), QStringLiteral("Not read: its account is not open"));
    QVERIFY(!messageBar("Parked due") && !button("Delete due")->isEnabled());
    openDemo();
    QTRY_VERIFY(messageBar("Parked due"));
    QVERIFY(messageBar("Parked due")->text().startsWith(u"1 parked cluster is due"));
    QTRY_COMPARE(stateOfRow(1), QStringLiteral("Active – started again"));
    QCOMPARE(stateOfRow(0), QStringLiteral("Not read: its account is not open"));
    QTRY_VERIFY(stateOfRow(2).startsWith(u"Deleted elsewhere"));
    QCOMPARE(stateOfRow(3), QStringLiteral("Stopped"));
    QVERIFY(cell(3, "due").endsWith(u"due today"));
    QVERIFY(cell(1, "due").endsWith(u"suspended"));
    QVERIFY(m_session->operationService().batches().isEmpty()); // nothing happens automatically
    QTRY_VERIFY(
        ParkingStore(path).find({stopped.account, QStringLiteral("hpc-gone")})->goneAt.isValid());

    // A second instance reads the marks, and changes nothing.
    Session second(m_clock, folder.path());
    MainWindow other(second, MainWindow::Memory::None);
    QVERIFY(!other.findChild<QAction *>(QStringLiteral("Park"))->isEnabled());
}

void TestParkController::aFileThatIsDamaged()
{
    const QTemporaryDir &folder = *(m_folder = std::make_unique<QTemporaryDir>());
    QFile file(folder.filePath(QStringLiteral("parked.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{");
    file.close();
    restart(folder);
    openDemo();
    QTRY_VERIFY(messageBar("Parking problem"));
    QVERIFY(messageBar("Parking problem")->text().contains(u"is not valid"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("{"));
    park({find(QStringLiteral("stopped"), pay())});
    QTRY_VERIFY(messageBar("Parking problem")->text().contains(u"It was kept as"));
    QCOMPARE(ParkingStore(file.fileName()).parked().size(), 1);
}

void TestParkController::notWritten()
{
    const QTemporaryDir &folder = *(m_folder = std::make_unique<QTemporaryDir>());
    restart(folder);
    openDemo();
    // A folder in place of the file: writing fails.
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("parked.json/full")));
    (void)m_session->parking().parked();
    park({find(QStringLiteral("stopped"), pay())});
    QTRY_VERIFY(messageBar("Parking problem"));
    QVERIFY(!messageBar("Parking problem")->text().isEmpty());
    QCOMPARE(parked().size(), 1);
}

QTEST_MAIN(TestParkController)
#include "tst_parkcontroller.moc"
