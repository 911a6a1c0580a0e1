// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/details/clusterexport.h"
#include "tests/ui/demowindow.h"
#include "tests/ui/eyes.h"
#include "tests/ui/parts.h"
#include "ui/charts/chartswindow.h"
#include "ui/clusters/details/detailspane.h"
#include "ui/settings/settings.h"
#include "ui/widgets/badge.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace clusterdeck;

/// Presenter mode: the windows over a cloud of one's own, for which the embedded one stands.
class TestPresenter : public DemoWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init()
    {
        QSettings().clear();
        m_counted = std::make_unique<Journal>();
        begin();
    }
    void cleanup() { end(); }
    void nothingReal();
    void theSameTheNextTime();
    void readOnly();
    void isMarkedAndSwitched();
    void ownSettings();
    void withoutAccount();
    void countsItsCalls();

private:
    std::unique_ptr<Journal> m_counted; ///< where the session counts its calls

    [[nodiscard]] Account own() const
    {
        Account own = account();
        own.id = QStringLiteral("own-id-of-the-account");
        own.name = QStringLiteral("prod-lab-of-ann");
        own.environment = QStringLiteral("SECRETPROD");
        own.demo = false;
        return own;
    }
    /// The window in presenter mode; without its account.
    void present()
    {
        m_window.reset();
        m_session = std::make_unique<Session>(m_clock);
        m_session->present(QByteArrayLiteral("a key"), *m_counted);
        m_window = std::make_unique<MainWindow>(*m_session);
    }
    void openOwn()
    {
        m_session->open(own());
        m_window->show();
        QTRY_VERIFY(m_session->feeds().constFirst()->isComplete());
    }
    /// Names, ids and users of the real clusters, and of the account.
    QStringList realTexts();
};

QStringList TestPresenter::realTexts()
{
    m_session->open(own());
    const bool read =
        QTest::qWaitFor([this] { return m_session->feeds().constFirst()->isComplete(); }, 10000);
    QStringList texts{own().id,
                      own().name,
                      own().environment,
                      own().api.owner,
                      own().api.credentials.accessKeyId,
                      own().api.baseUrl.toString()};
    for (int row = 0; read && row < m_session->clusters().rowCount(); ++row) {
        const ClusterRecord record = m_session->clusters().clusterAt(row).record;
        texts << record.id << record.name << record.owner << record.runUser << record.mountPoint
              << record.nasId << record.appClusterId << record.description;
    }
    texts.removeAll(QString());
    texts.removeDuplicates();
    return texts;
}

/// Whatever can be read in the windows, copied or exported.
void TestPresenter::nothingReal()
{
    const QStringList real = realTexts();
    QVERIFY(real.size() > 80);
    present();
    openOwn();
    QCOMPARE(m_session->clusters().rowCount(), 40);
    Eyes eyes;
    // The details of a cluster, with all their tabs.
    table()->setCurrentIndex(table()->model()->index(1, 0));
    action("Details")->setChecked(true);
    m_clock.skip(ClusterDetails::Settle);
    auto *pane = m_window->findChild<DetailsPane *>();
    QVERIFY(pane);
    auto *tabs = pane->findChild<QTabWidget *>();
    QVERIFY(tabs && tabs->count() > 3);
    for (int tab = 1; tab < tabs->count(); ++tab) {
        const auto section = DetailSection(tab - 1);
        tabs->setCurrentIndex(tab);
        m_clock.skip(ClusterDetails::Settle);
        // A cluster without software has nothing to be read there.
        QTRY_VERIFY2(section == DetailSection::Software ||
                         pane->details().status(section).state == ReadState::Ready,
                     qPrintable(tabs->tabText(tab)));
        eyes.readWindow(m_window.get());
    }
    // The log of the provider, the charts, and the question that cannot be asked.
    action("History")->trigger();
    auto *history = part<QWidget>(m_window, "History");
    QTRY_VERIFY(part<QTableView>(history, "Batches")->model()->rowCount() > 10);
    action("Charts")->trigger();
    auto *charts = m_window->findChild<ChartsWindow *>();
    auto *pages = charts->findChild<QTabWidget *>();
    for (int page = 0; page < pages->count(); ++page) {
        pages->setCurrentIndex(page);
        QCoreApplication::processEvents();
        eyes.readWindow(charts);
    }
    selectDeletable(3);
    ask("Delete");
    eyes.readWindow(m_window.get());
    dialog()->reject();
    table()->copyRows()->trigger();
    eyes.read(QStringLiteral("copy"), QGuiApplication::clipboard()->text(), true);
    ClusterView view(m_session->clusters());
    const QByteArray file =
        clustersDocument(view, m_session->listedAccounts(), m_session->dataKind());
    QVERIFY(file.contains("\"presenter\": \"PRESENTER\""));
    eyes.read(QStringLiteral("export"), QString::fromUtf8(file), true);
    const QString id = m_session->clusters().clusterAt(0).record.id;
    QVERIFY(eyes.saw(id) && id.startsWith(u"hpc-"));
    for (const QString &text : real)
        QVERIFY2(!eyes.saw(text), qPrintable(text));
    QCOMPARE(eyes.faults(), QString());
}

void TestPresenter::theSameTheNextTime()
{
    present();
    openOwn();
    const QSet<QString> before = ids();
    present();
    openOwn();
    QCOMPARE(ids(), before);
    // One cluster is read by its id: the answer is about the same one.
    const ClusterKey key = m_session->clusters().clusterAt(0).key();
    QStringList found;
    bool answered = false;
    m_session->cloud(key.account)->list(reads::cluster(key.id), 0, this, [&](const auto &answer) {
        answered = true;
        for (const auto &cluster : answer ? answer->records : QList<ClusterRecord>())
            found.append(cluster.id);
    });
    QTRY_VERIFY(answered);
    QCOMPARE(found, QStringList{key.id});
}

/// By the gate; and what would pass it is not sent.
void TestPresenter::readOnly()
{
    present();
    openOwn();
    selectDeletable(2);
    ask("Delete");
    QVERIFY(!dialog().go()->isEnabled());
    dialog()->reject();
    const Account shown = m_session->accounts().constFirst();
    QVERIFY(shown.readOnly);
    std::optional<Result<Accepted>> answer;
    m_session->cloud(shown.id)->send(Verb::Delete, {*ids().begin()}, this,
                                     [&](const Result<Accepted> &said) { answer = said; });
    QTRY_VERIFY(answer);
    QVERIFY(!*answer && answer->error().outcome == Outcome::NotSent);
    // Nor after a change of the account's settings.
    Account changed = own();
    changed.inFlight = 4;
    m_session->open(changed);
    QCOMPARE(m_session->accounts().size(), 1);
    QVERIFY(m_session->accounts().constFirst().readOnly);
    QCOMPARE(m_session->accounts().constFirst().name, shown.name);
}

void TestPresenter::isMarkedAndSwitched()
{
    QVERIFY(!m_window->findChild<PresenterBadge *>());
    QVERIFY(m_window->presenter()->isEnabled() && !m_window->presenter()->isChecked());
    m_window->presenter()->trigger();
    QVERIFY(Settings(false).value(setting::Presenter)); // at the next start, too
    present();
    openOwn();
    QVERIFY(m_window->findChild<PresenterBadge *>()->isVisible());
    QVERIFY(m_window->windowTitle().contains(u"PRESENTER"));
    for (const char *name : {"Accounts", "Add account", "Import key", "Connection report"})
        QVERIFY2(!action(name)->isEnabled(), name);
    QTRY_VERIFY(table()->model()->rowCount() > 0);
    table()->selectRow(0);
    // What they change would be gone when the mode is turned off.
    for (const char *name : {"Lock", "Unlock", "LockedNames", "Marks", "Rename", "Park"})
        QVERIFY2(!action(name)->isEnabled(), name);
    action("History")->trigger();
    QVERIFY(part<QWidget>(m_window, "History")->findChild<PresenterBadge *>());
    QVERIFY(m_window->presenter()->isEnabled() && m_window->presenter()->isChecked());
    m_window->presenter()->trigger();
    QVERIFY(!Settings(false).value(setting::Presenter));
    // The practice cloud has it not.
    end();
    begin();
    openDemo();
    QVERIFY(!m_window->presenter()->isEnabled());
}

/// A filter of the accounts' window may hold a name.
void TestPresenter::ownSettings()
{
    filter()->setText(QStringLiteral("secret-name"));
    m_window->remember();
    const QVariant before = QSettings().value(QStringLiteral("main/view"));
    present();
    QVERIFY(filter()->text().isEmpty());
    filter()->setText(QStringLiteral("other"));
    m_window->remember();
    QCOMPARE(QSettings().value(QStringLiteral("main/view")), before);
    QVERIFY(QSettings().contains(QStringLiteral("presenter/view")));
}

/// It leads to no dialog that shows real names.
void TestPresenter::withoutAccount()
{
    present();
    m_window->show();
    Eyes eyes;
    eyes.readWindow(m_window.get());
    QVERIFY(eyes.saw(QStringLiteral("turn it off in the View menu")));
    QVERIFY(!m_window->findChild<QPushButton *>(QStringLiteral("Button 0")) ||
            !m_window->findChild<QPushButton *>(QStringLiteral("Button 0"))->isVisible());
}

/// The quota of an hour holds for the account, in presenter mode and without.
void TestPresenter::countsItsCalls()
{
    present();
    openOwn();
    const QString shown = m_session->accounts().constFirst().id;
    const int left = m_session->cloud(shown)->callsLeft().value_or(0);
    QVERIFY(left > 0 && left < m_session->cloud(shown)->callsAnHour());
    present();
    const QDateTime hourAgo = m_clock.utcNow().addSecs(-3600);
    QVERIFY(!m_counted->callsSince(own().id, hourAgo).isEmpty());
    QVERIFY(m_counted->callsSince(shown, hourAgo).isEmpty());
    QVERIFY(m_counted->noteCalls(own().id, QList<QDateTime>(100, m_clock.utcNow())));
    m_session->open(own());
    QVERIFY(m_session->cloud(shown)->callsLeft().value_or(left) <= left - 100);
}

QTEST_MAIN(TestPresenter)
#include "tst_presenter.moc"
