// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/accounts/scriptedstore.h"
#include "tests/ui/builders.h"
#include "tests/ui/demowindow.h"
#include "tests/ui/parts.h"
#include "ui/text/format.h"

#include <QLabel>
#include <QLocale>
#include <QTest>

using namespace clusterdeck;

/// The window with the saved table of an earlier run.
class TestKeptTable : public DemoWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init();
    void cleanup() { end(); }
    void saysHowOldItIs_data();
    void saysHowOldItIs();
    void standsInWhileTheKeychainIsAsked();

private:
    void keep(const QDateTime &asOf);
    [[nodiscard]] QString asOf() const { return part<QLabel>(m_window, "As of")->text(); }
    [[nodiscard]] bool isMarked() const
    {
        const auto *label = part<QLabel>(m_window, "As of");
        return label->palette().color(QPalette::WindowText) ==
               colorForStatus(StatusColor::Warning, label->palette());
    }

    Account m_account;
    AccountStore m_saved;
    ScriptedStore m_secrets;
};

void TestKeptTable::init()
{
    begin();
    m_window.reset();
    m_session.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_account = account();
    m_account.demo = false;
    m_account.id = accountId(m_account.api);
    SavedAccount saved;
    saved.account = m_account;
    QVERIFY(m_saved.set({saved}));
    m_secrets.secrets = {{m_account.id, m_service->secretAccessKey()}};
    m_secrets.holdsBack = true;
    m_session = std::make_unique<Session>(m_clock, QString(), m_saved, m_secrets);
    m_session->keepTables(m_folder->path());
}

void TestKeptTable::keep(const QDateTime &asOf)
{
    KeptTable table;
    table.account = m_account.id;
    table.asOf = asOf.toUTC();
    for (int i = 0; i < 3; ++i) {
        table.clusters.append(record(QStringLiteral("ehpc-old%1").arg(i), {}));
    }
    ClusterCache cache(m_folder->path());
    cache.write(table);
}

void TestKeptTable::saysHowOldItIs_data()
{
    QTest::addColumn<int>("days");
    QTest::newRow("today") << 0;
    QTest::newRow("yesterday") << 1;
    QTest::newRow("earlier") << 12;
}

void TestKeptTable::saysHowOldItIs()
{
    QFETCH(int, days);
    const QTime time(14, 2);
    const QDateTime then(QDate::currentDate().addDays(-days), time);
    keep(then);
    m_session->showKeptTables();
    m_window = std::make_unique<MainWindow>(*m_session);
    QTRY_VERIFY(m_session->keptAsOf().isValid());
    const QString clock = QLocale().toString(time, QLocale::ShortFormat);
    const QString when = days == 0   ? clock
                         : days == 1 ? QStringLiteral("yesterday ") + clock
                                     : dateTimeText(then);
    QCOMPARE(asOf(), QStringLiteral("As of %1, not refreshed yet").arg(when));
    QVERIFY(isMarked());
}

void TestKeptTable::standsInWhileTheKeychainIsAsked()
{
    keep(QDateTime::currentDateTime().addDays(-1));
    m_session->showKeptTables();
    m_window = std::make_unique<MainWindow>(*m_session);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QTRY_COMPARE(table()->model()->rowCount(), 3);
    QVERIFY(table()->isVisible());
    QCOMPARE(part<QLabel>(m_window, "Count")->text(), QStringLiteral("3 clusters"));
    m_session->book().openAll();
    QVERIFY(table()->isVisible());
    selectRow(1);
    const ClusterKey chosen = table()->selectedKeys().value(0);
    QCOMPARE(chosen.id, QStringLiteral("ehpc-old1"));

    m_secrets.release();
    QTRY_VERIFY(m_session->clusters().rowCount() > 20);
    QVERIFY(!m_session->clusters().rowOf(chosen));
    QVERIFY(table()->selectedKeys().isEmpty()); // what vanished leaves the selection
    QTRY_VERIFY(!asOf().contains(u"not refreshed yet"));
    QVERIFY(!isMarked());
}

QTEST_MAIN(TestKeptTable)
#include "tst_kepttable.moc"
