// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/commandline.h"
#include "tests/ui/demowindow.h"
#include "tests/ui/parts.h"
#include "ui/practicedialog.h"

#include <QCheckBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace clusterdeck;

/// Practice with copies of the user's own clusters. Another practice cloud serves as the user's
/// cloud.
class TestPractice : public DemoWindow
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
    void theSameClusters_data();
    void theSameClusters();
    void whatGoesWrong();
    void neverMeanwhile();

private:
    void openOwn();
    /// Opens the dialog, applies `set` and accepts; returns the arguments of the window's signal.
    template <class Set>
    QList<QVariantList> practise(Set set)
    {
        QSignalSpy wanted(m_window.get(), &MainWindow::practiceWanted);
        m_window->practice()->trigger();
        auto *dialog = m_window->findChild<PracticeDialog *>();
        if (dialog) {
            set(dialog);
            part<QPushButton>(dialog, "Open practice")->click();
        }
        return QList<QVariantList>(wanted.begin(), wanted.end());
    }
    /// One line per cluster, without the fields that must differ.
    [[nodiscard]] QStringList facts(bool names) const;
    /// Opens the window with the practice cloud.
    void openPractice(const QJsonArray &clusters);
};

void TestPractice::openOwn()
{
    Account own = account();
    own.id = QStringLiteral("own");
    own.demo = false;
    m_session->open(own);
    m_window->show();
    QTRY_VERIFY(m_session->feeds().constFirst()->isComplete());
}

QStringList TestPractice::facts(bool names) const
{
    QStringList lines;
    for (int row = 0; row < m_session->clusters().rowCount(); ++row) {
        const ClusterRecord record = m_session->clusters().clusterAt(row).record;
        const bool foreign = record.owner != m_service->owner();
        lines.append(QStringList{
            names ? record.name : QString(), record.status, record.transition, record.type,
            record.billing, record.sharedStatus, foreign ? record.projectRole : QString(),
            QString::number(record.nodes.value_or(-1)),
            QString::number(record.runningJobs.value_or(-1)),
            QString::number(record.pendingJobs.value_or(-1)),
            QString::number(record.cpuHours.value_or(-1)), record.created.toString(Qt::ISODate)}
                         .join(u'|'));
    }
    lines.sort();
    return lines;
}

void TestPractice::openPractice(const QJsonArray &clusters)
{
    end();
    demo::ServiceOptions options;
    options.given = clusters;
    options.seed = 7; // the first cloud also invented its ids
    options.jobSeconds = 0.2;
    m_service = std::make_unique<demo::Service>(options);
    QVERIFY(m_service->listen());
    m_session = std::make_unique<Session>(m_clock);
    m_window = std::make_unique<MainWindow>(*m_session);
    openDemo();
    QTRY_VERIFY(m_session->feeds().constFirst()->isComplete());
}

void TestPractice::theSameClusters_data()
{
    QTest::addColumn<RehearsedNames>("names");
    QTest::newRow("as they are called") << RehearsedNames::Real;
    QTest::newRow("for an audience") << RehearsedNames::Invented;
}

/// The same number of clusters with the same facts and other ids; then a batch.
void TestPractice::theSameClusters()
{
    QFETCH(const RehearsedNames, names);
    const bool real = names == RehearsedNames::Real;
    openOwn();
    const QSet<QString> own = ids();
    QSet<QString> ownNames;
    for (const QString &id : own)
        ownNames.insert(m_session->clusters().find({QStringLiteral("own"), id})->record.name);
    const QStringList before = facts(real);
    const QList<QVariantList> wanted = practise(
        [real](QWidget *dialog) { part<QCheckBox>(dialog, "Invented names")->setChecked(!real); });
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.constFirst().at(0).value<RehearsedNames>(), names);
    QVERIFY(wanted.constFirst().at(1).toStringList().isEmpty());

    const QJsonArray taken = m_session->rehearsal(names);
    const QByteArray bytes = QJsonDocument(taken).toJson();
    for (const QString &id : own)
        QVERIFY(!bytes.contains(id.toUtf8()));
    for (const QString &name : ownNames)
        QCOMPARE(bytes.contains(name.toUtf8()), real);
    QVERIFY(!bytes.contains(m_service->owner().toUtf8()));

    openPractice(taken);
    QCOMPARE(facts(real), before);
    QVERIFY(!ids().intersects(own));
    QVERIFY(m_session->isDemo() && part<QLabel>(m_window, "Demo")->isVisible());
    QVERIFY(!m_window->practice()->isEnabled());
    QAction *leave = m_window->leavePractice();
    QVERIFY(leave->isVisible() && leave->isEnabled());
    for (int row = 0; row < m_session->clusters().rowCount(); ++row) {
        const ClusterRecord record = m_session->clusters().clusterAt(row).record;
        QVERIFY(!record.name.isEmpty());
        QVERIFY(record.description.trimmed().isEmpty() && record.software.isEmpty());
    }
    const BatchRunner *runner = deleteSome(2);
    QVERIFY(runner && !leave->isEnabled());
    skipUntilAllEnded();
    QTRY_VERIFY(leave->isEnabled());
    int mine = 0; // the cloud refuses to delete those of other users
    for (const BatchItem &item : runner->batch().items)
        mine += item.shown.owner == m_service->owner() ? 1 : 0;
    QCOMPARE(runner->tally().in(ItemState::Done), mine);
    QCOMPARE(runner->tally().in(ItemState::Failed), 2 - mine);
}

/// Each chosen value becomes the option of the practice cloud with the same meaning.
void TestPractice::whatGoesWrong()
{
    openOwn();
    const QList<QVariantList> wanted = practise([](QWidget *dialog) {
        int value = 1;
        for (QSpinBox *field : dialog->findChildren<QSpinBox *>())
            field->setValue(value++);
    });
    QCOMPARE(wanted.size(), 1);
    const QStringList options = wanted.constFirst().at(1).toStringList();
    const demo::CommandLine line = demo::readCommandLine(QStringList{QString()} + options);
    QVERIFY2(line.complaint.isEmpty() && line.text.isEmpty(), qPrintable(line.complaint));
    QCOMPARE(line.faults.latencyMs, 1);
    QCOMPARE(line.faults.refusePercent, 2.0);
    QCOMPARE(line.faults.losePercent, 3.0);
    QCOMPARE(line.faults.failReadsPercent, 4.0);
    QCOMPARE(line.faults.callsLeft, std::optional(5));
    QCOMPARE(line.faults.clockSkewSeconds, 6);
}

/// Not without clusters, and not during an operation.
void TestPractice::neverMeanwhile()
{
    QVERIFY(!m_window->practice()->isEnabled());
    openOwn();
    QVERIFY(m_window->practice()->isEnabled() && !m_window->leavePractice()->isVisible());
    QVERIFY(deleteSome(1));
    QVERIFY(!m_window->practice()->isEnabled() && !m_window->demo()->isEnabled());
    skipUntilAllEnded();
    QTRY_VERIFY(m_window->practice()->isEnabled() && m_window->demo()->isEnabled());
    // No cluster changes when nothing was sent.
    BatchRunner *runner = deleteSome(1);
    QVERIFY(runner && runner->undoWindowLeft());
    QVERIFY(!m_window->practice()->isEnabled());
    runner->stopTheRest();
    QTRY_VERIFY(m_window->practice()->isEnabled());
}

QTEST_MAIN(TestPractice)
#include "tst_practice.moc"
