// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/clustermodel.h"
#include "app/operations/operationsdesk.h"
#include "simcloud.h"
#include "tests/support/longrun.h"
#include "tests/support/manualclock.h"
#include "tests/support/memoryfolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace clusterdeck;
using namespace std::chrono_literals;

namespace
{

const QString Account = QStringLiteral("a");

/// One random life of the program: a cloud that others use too, faults, a person who confirms,
/// cancels, walks away, a machine that sleeps, crashes and restarts. The promises of the README are
/// checked at every send and after every step.
class Life
{
public:
    explicit Life(quint32 seed)
        : m_random(seed)
    {
        const int clusters = 3 + pick(6);
        for (int i = 0; i < clusters; ++i)
            arrive();
        m_cloud.jobTime = std::chrono::seconds(1 + pick(40));
        m_cloud.latency = std::chrono::milliseconds(1 + pick(3000));
        m_cloud.estimateError = std::chrono::milliseconds(pick(4000) - 2000);
        m_cloud.fateOfRequest = [this](Verb verb, const QStringList &ids) {
            return sendObserved(verb, ids);
        };
        m_cloud.faultOfList = [this] { return readFault(m_listsRead); };
        m_cloud.faultOfLog = [this] { return readFault(m_logsRead); };
        start();
    }

    /// Empty when every promise was kept.
    QString live()
    {
        const int steps = 25 + pick(25);
        for (int step = 0; step < steps && m_broken.isEmpty(); ++step) {
            act();
            check();
        }
        windDown();
        return m_broken;
    }

    int sends = 0;
    int together = 0; ///< of them with several ids

private:
    int pick(int below) { return int(m_random.bounded(below)); }
    bool chance(int percent) { return pick(100) < percent; }

    void require(bool kept, const QString &promise)
    {
        if (!kept && m_broken.isEmpty())
            m_broken = promise;
    }

    void start()
    {
        m_journal = std::make_unique<Journal>(folder());
        require(m_journal->access() == Journal::Access::Writable && m_journal->setAside().isEmpty(),
                QStringLiteral("4: the journal does not open: ") + m_journal->problem());
        m_desk = std::make_unique<OperationsDesk>(m_clusters, m_clock, *m_journal, m_locks);
        QObject::connect(m_desk.get(), &OperationsDesk::listed, &m_clusters, &ClusterModel::apply);
        m_desk->recover();
        DeskAccount account;
        account.id = Account;
        account.users = {m_cloud.user};
        account.inFlight = 1 + pick(4);
        account.together = chance(50) ? 1 : 1 + pick(CloudApi::MostTogether);
        m_desk->addAccount(account, m_cloud);
    }

    void arrive()
    {
        const QString id = QStringLiteral("ehpc-%1").arg(m_nextId++);
        m_cloud.add(id);
        ClusterRecord &cluster = *m_cloud.find(id);
        if (chance(30))
            cluster.status = QStringLiteral("stopped");
        if (chance(20))
            cluster.runningJobs = 1 + pick(9);
        if (chance(10))
            cluster.owner = QStringLiteral("usr-other");
    }

    void act()
    {
        switch (pick(14)) {
        case 0:
        case 1:
        case 2:
            confirmSomething();
            break;
        case 3:
        case 4:
        case 5:
            m_clock.advance(std::chrono::milliseconds(pick(120'000)));
            break;
        case 6:
            m_clock.advance(std::chrono::milliseconds(pick(300)));
            break;
        case 7:
            person();
            break;
        case 8:
            othersAct();
            break;
        case 9:
            arrive();
            break;
        case 10:
            m_faultPercent = chance(50) ? 0 : pick(80);
            break;
        case 11:
            sleepOrJump();
            break;
        case 12:
            crash();
            break;
        default:
            relist();
        }
    }

    /// Takes a random set, confirms a random part of what the plan shows, in every case by name.
    void confirmSomething()
    {
        const Verb verb = std::array{Verb::Delete, Verb::Delete, Verb::Delete, Verb::Stop,
                                     Verb::Start}[size_t(pick(5))];
        QList<ClusterKey> asked;
        for (const ClusterRecord &cluster : std::as_const(m_cloud.clusters)) {
            if (chance(50))
                asked.append({Account, cluster.id});
        }
        if (chance(10))
            asked.append({Account, QStringLiteral("ehpc-never-was")});
        m_desk->plan(verb, asked, m_window.get(), [this](const Plan &plan) {
            QSet<ClusterKey> ticked;
            for (const PlanItem &item : plan.items) {
                if (chance(80))
                    ticked.insert(item.cluster.key());
            }
            const Plan shown = plan.reducedTo(ticked);
            if (shown.items.isEmpty())
                return;
            // A refresh may come while the dialog is open; it must not matter.
            if (chance(50))
                relist();
            m_shown.append({shown.verb, idsOf(shown)});
            const int silences = m_silences;
            m_desk->confirm(shown, QString(), m_window.get(),
                            [this, silences](const Confirmation &) {
                                for (BatchRunner *runner : m_desk->batches()) {
                                    if (!m_silencesAtStart.contains(runner->batch().id))
                                        m_silencesAtStart.insert(runner->batch().id, silences);
                                }
                            });
        });
        if (chance(70))
            m_clock.advance(std::chrono::milliseconds(pick(12'000)));
    }

    static QSet<QString> idsOf(const Plan &plan)
    {
        QSet<QString> ids;
        for (const PlanItem &item : plan.items)
            ids.insert(item.cluster.record.id);
        return ids;
    }

    void person()
    {
        if (m_desk->batches().isEmpty())
            return;
        BatchRunner *runner = m_desk->batches().at(pick(int(m_desk->batches().size())));
        switch (pick(4)) {
        case 0:
            runner->stopTheRest();
            break;
        case 1:
            runner->spare(pick(int(runner->batch().items.size())));
            break;
        case 2:
            m_go.insert(runner->batch().id, m_silences);
            runner->sendNow();
            break;
        default:
            m_go.insert(runner->batch().id, m_silences);
            runner->resume();
        }
    }

    void othersAct()
    {
        if (m_cloud.clusters.isEmpty())
            return;
        const QString id = m_cloud.clusters.at(pick(int(m_cloud.clusters.size()))).id;
        m_cloud.begin(chance(40) ? Verb::Delete : Verb::Stop, id, QStringLiteral("usr-other"));
    }

    void sleepOrJump()
    {
        ++m_silences;
        if (chance(50))
            m_clock.sleepFor(std::chrono::seconds(10 + pick(40'000)));
        else
            m_clock.jumpWall(std::chrono::seconds(100 + pick(1000)) * m_jumpSign);
        m_clock.advance(std::chrono::milliseconds(pick(40'000)));
    }

    void crash()
    {
        ++m_silences;
        m_window = std::make_unique<QObject>();
        leaveFilesAsTheyAre();
        m_desk.reset();
        m_journal.reset();
        if (chance(50))
            m_clock.advance(std::chrono::milliseconds(pick(100'000)));
        start();
    }

    [[nodiscard]] QString folder() const { return m_files.filePath(QString::number(m_crashes)); }

    /// The next start finds what a killed program would have left: the files while they are open,
    /// with whatever is in the log of SQLite only. Nothing that is done on closing gets there.
    void leaveFilesAsTheyAre()
    {
        const QDir before(folder());
        ++m_crashes;
        require(QDir().mkpath(folder()), QStringLiteral("4: no folder"));
        for (const char *name : {"journal.sqlite", "journal.sqlite-wal"}) {
            const QString file = QLatin1String(name);
            if (before.exists(file))
                require(QFile::copy(before.filePath(file), QDir(folder()).filePath(file)),
                        QStringLiteral("4: no copy of ") + file);
        }
    }

    void relist()
    {
        m_cloud.settleJobs();
        ClusterListing listing;
        listing.account = Account;
        listing.clusters = {m_cloud.clusters.begin(), m_cloud.clusters.end()};
        listing.complete = chance(80);
        if (!listing.complete)
            listing.clusters.resize(listing.clusters.size() / 2);
        m_clusters.apply(listing);
    }

    std::optional<ApiError> readFault(int &read)
    {
        ++read;
        if (!chance(m_faultPercent))
            return {};
        return chance(50) ? lostAnswer() : refusal(5000);
    }

    /// Called at the moment of sending: what must already be true then.
    SimCloud::Fate sendObserved(Verb verb, const QStringList &ids)
    {
        ++sends;
        together += ids.size() > 1 ? 1 : 0;
        require(QSet<QString>(ids.begin(), ids.end()).size() == ids.size(),
                QStringLiteral("2: one id twice in a request"));
        QStringList attempts;
        for (const QString &id : ids)
            attempts.append(observed(verb, id));
        return fateOf(attempts, ids);
    }

    /// One cluster of the request: its batch and its place there.
    QString observed(Verb verb, const QString &id)
    {
        require(std::any_of(m_shown.begin(), m_shown.end(),
                            [&](const auto &shown) {
                                return shown.first == verb && shown.second.contains(id);
                            }),
                QStringLiteral("1: %1 was sent and not shown").arg(id));
        BatchRunner *runner = nullptr;
        int position = -1;
        for (BatchRunner *candidate : m_desk->batches()) {
            for (int i = 0; i < candidate->batch().items.size(); ++i) {
                const BatchItem &item = candidate->batch().items.at(i);
                if (item.key.id == id && item.state == ItemState::Sending) {
                    require(!runner, QStringLiteral("2: %1 is sent by two batches").arg(id));
                    runner = candidate;
                    position = i;
                }
            }
        }
        require(runner, QStringLiteral("3: %1 was sent and no item is Sending").arg(id));
        if (!runner)
            return {};
        const QString attempt = runner->batch().id + QLatin1Char('/') + QString::number(position);
        require(!m_possiblyDone.contains(attempt),
                QStringLiteral("2: %1 was sent twice").arg(attempt));
        for (qsizetype i = m_inBooksFrom.value(attempt, m_cloud.ledger.size());
             i < m_cloud.ledger.size(); ++i) {
            const SimCloud::Entry &entry = m_cloud.ledger.at(i);
            require(!entry.carriedOut || entry.id != id || entry.verb != verb,
                    QStringLiteral("2: %1 was sent again and had been carried out").arg(attempt));
        }
        requireFreshReading(attempt);
        const QList<JournalEvent> events = m_journal->events(runner->batch().id);
        const auto isIntent = [&](const JournalEvent &event) {
            return event.item == position && event.event == QLatin1String("send-started");
        };
        require(std::count_if(events.begin(), events.end(), isIntent) == ++m_sendsOf[attempt],
                QStringLiteral("4: %1 was sent before its intent was written").arg(attempt));
        require(m_silencesAtStart.value(runner->batch().id) == m_silences ||
                    m_go.value(runner->batch().id, -1) == m_silences,
                QStringLiteral("5: %1 was sent after a silence").arg(attempt));
        return attempt;
    }

    /// What was refused with others goes again only after the log and the listing were read.
    void requireFreshReading(const QString &attempt)
    {
        const auto refused = m_refusedTogether.constFind(attempt);
        if (refused == m_refusedTogether.cend())
            return;
        require(m_listsRead > refused->first && m_logsRead > refused->second,
                QStringLiteral("2: %1 was refused with others and sent again unread").arg(attempt));
    }

    SimCloud::Fate fateOf(const QStringList &attempts, const QStringList &ids)
    {
        SimCloud::Fate fate;
        if (chance(m_faultPercent))
            fate = faultFor(ids);
        for (const QString &attempt : attempts) {
            // Of several an honest answer, or one that lies about a part, comes to light in the
            // cloud's own books: see observed().
            const bool byTheBooks = ids.size() > 1 && (!fate.error || fate.partly >= 0) &&
                                    !(fate.error && fate.error->outcome == Outcome::Unknown);
            const bool provenUndone =
                fate.error && !fate.arrives && fate.error->outcome != Outcome::Unknown;
            if (byTheBooks)
                m_byTheBooks.insert(attempt);
            else if (!provenUndone)
                m_possiblyDone.insert(attempt);
            m_inBooksFrom.insert(attempt, m_inBooksFrom.value(attempt, m_cloud.ledger.size()));
            if (ids.size() > 1 && !(fate.error && fate.error->outcome == Outcome::NotSent))
                m_refusedTogether.insert(attempt, {m_listsRead, m_logsRead});
        }
        return fate;
    }

    bool allCanGo(const QStringList &ids)
    {
        return std::all_of(ids.begin(), ids.end(), [this](const QString &id) {
            const ClusterRecord *cluster = m_cloud.find(id);
            return cluster && cluster->transition.isEmpty();
        });
    }

    SimCloud::Fate faultFor(const QStringList &ids)
    {
        SimCloud::Fate fate;
        static const QList<int> Codes{1100, 1200, 1300, 1400, 2100, 2400, 2500,
                                      5000, 5100, 5200, 5300, 5400, 9999};
        switch (pick(ids.size() > 1 ? 5 : 4)) {
        case 0: // carried out, and the answer lost
            fate.error = lostAnswer();
            break;
        case 1: // lost on the way
            fate.arrives = false;
            fate.error = lostAnswer();
            break;
        case 2: // never left
            fate.arrives = false;
            fate.error = lostAnswer();
            fate.error->outcome = Outcome::NotSent;
            break;
        case 4: // some of them carried out, and all refused
            if (allCanGo(ids)) {
                fate.partly = 1 + pick(int(ids.size()) - 1);
                fate.error = refusal(Codes.at(pick(int(Codes.size()))));
                break;
            }
            Q_FALLTHROUGH();
        default:
            fate.error = refusal(Codes.at(pick(int(Codes.size()))));
            // A refusal is true; only the codes that prove nothing may hide a deed.
            fate.arrives = fate.error->outcome == Outcome::Unknown && chance(50);
        }
        return fate;
    }

    void check()
    {
        for (BatchRunner *runner : m_desk->batches()) {
            for (const BatchItem &item : runner->batch().items)
                checkClaim(runner->batch(), item);
        }
        const QList<Batch> recorded = chance(10) ? m_journal->history({}, 100000) : QList<Batch>();
        for (const Batch &batch : recorded) {
            for (BatchRunner *runner : m_desk->batches()) {
                if (runner->batch().id != batch.id)
                    continue;
                for (int i = 0; i < batch.items.size(); ++i) {
                    require(batch.items.at(i).state == runner->batch().items.at(i).state,
                            QStringLiteral("4: the journal says otherwise about %1")
                                .arg(batch.items.at(i).key.id));
                }
            }
        }
    }

    void checkClaim(const Batch &batch, const BatchItem &item)
    {
        const QString id = item.key.id;
        const bool there = m_cloud.has(id);
        if (batch.verb == Verb::Delete &&
            (item.state == ItemState::Done || item.state == ItemState::AlreadyGone))
            require(!there || item.error,
                    QStringLiteral("3: %1 is called gone and is there").arg(id));
        if (item.state == ItemState::Failed && item.reason == ItemReason::NotCarriedOut) {
            const bool done = std::any_of(
                m_cloud.jobs.begin(), m_cloud.jobs.end(), [&](const SimCloud::Job &job) {
                    return job.record.resourceIds.contains(id) && job.verb == batch.verb &&
                           !job.fails && job.record.owner == m_cloud.user &&
                           job.record.created >= item.sentAt.addSecs(-2) &&
                           job.record.created <= item.sentAt.addSecs(10);
                });
            require(!done, QStringLiteral("3: %1 is called not carried out and was").arg(id));
        }
        if (item.state == ItemState::Running && item.reason != ItemReason::TransitionSeen)
            require(!item.jobId.isEmpty(), QStringLiteral("3: %1 runs without a job").arg(id));
    }

    /// Faults end, the person lets everything go its way: every item must reach a true end.
    void windDown()
    {
        m_faultPercent = 0;
        m_window.reset(); // with whatever was still being confirmed
        for (BatchRunner *runner : m_desk->batches())
            runner->stopTheRest();
        m_clock.advance(25min);
        check();
        for (BatchRunner *runner : m_desk->batches()) {
            for (const BatchItem &item : runner->batch().items) {
                require(isEnd(item.state) || item.needsAttention,
                        QStringLiteral("3: %1 never ended").arg(item.key.id));
            }
        }
        m_desk.reset();
        for (const Batch &batch : m_journal->history({}, 100000)) {
            for (const BatchItem &item : batch.items)
                checkCancelled(batch, item);
        }
    }

    /// "Never sent" is the last word: what may have been carried out is not called so.
    void checkCancelled(const Batch &batch, const BatchItem &item)
    {
        const QString attempt = batch.id + QLatin1Char('/') + QString::number(item.position);
        const bool sent = m_possiblyDone.contains(attempt) || wasCarriedOut(attempt, batch, item);
        require(item.state != ItemState::Cancelled || !sent,
                QStringLiteral("4: %1 is called never sent and was").arg(attempt));
    }

    /// What the cloud's books say of the request that named this item with others.
    bool wasCarriedOut(const QString &attempt, const Batch &batch, const BatchItem &item)
    {
        if (!m_byTheBooks.contains(attempt))
            return false;
        const auto entry =
            std::find_if(m_cloud.ledger.cbegin() + m_inBooksFrom.value(attempt),
                         m_cloud.ledger.cend(), [&](const SimCloud::Entry &each) {
                             return each.id == item.key.id && each.verb == batch.verb;
                         });
        return entry != m_cloud.ledger.cend() && entry->carriedOut;
    }

    QRandomGenerator m_random;
    ManualClock m_clock;
    SimCloud m_cloud{m_clock};
    QTemporaryDir m_files{memoryFolder()};
    int m_crashes = 0;
    std::unique_ptr<Journal> m_journal;
    LockStore m_locks;
    ClusterModel m_clusters;
    std::unique_ptr<QObject> m_window = std::make_unique<QObject>(); ///< what the person has open
    std::unique_ptr<OperationsDesk> m_desk;
    QList<std::pair<Verb, QSet<QString>>> m_shown;
    int m_listsRead = 0;
    int m_logsRead = 0;
    QHash<QString, std::pair<int, int>> m_refusedTogether; ///< lists and logs read until then
    QHash<QString, qsizetype> m_inBooksFrom;               ///< of the cloud's ledger, by attempt
    QHash<QString, int> m_sendsOf;                         ///< requests, by attempt
    QSet<QString> m_byTheBooks;            ///< attempts that named several and were answered
    QSet<QString> m_possiblyDone;          ///< attempts after which another would be a second
    QHash<QString, int> m_silencesAtStart; ///< by batch
    QHash<QString, int> m_go;              ///< by batch: silences so far when a person last said go
    int m_silences = 0;
    int m_faultPercent = 0;
    /// All jumps of one life go one way: two that cancel each other out leave nothing to see, nor
    /// to fear.
    int m_jumpSign = chance(50) ? 1 : -1;
    int m_nextId = 0;
    QString m_broken;
};

} // namespace

/// CLUSTERDECK_SEED=n replays one.
class TestSchedules : public QObject
{
    Q_OBJECT

private slots:
    void promisesHold()
    {
        bool one = false;
        const int seed = qEnvironmentVariableIntValue("CLUSTERDECK_SEED", &one);
        const int first = one ? seed : 1;
        const int last = one ? seed : runs(1500, 10000);
        qint64 sends = 0;
        qint64 together = 0;
        for (int current = first; current <= last; ++current) {
            Life life{quint32(current)};
            const QString broken = life.live();
            sends += life.sends;
            together += life.together;
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            QVERIFY2(broken.isEmpty(),
                     qPrintable(QStringLiteral("promise %1 (replay: CLUSTERDECK_SEED=%2)")
                                    .arg(broken)
                                    .arg(current)));
        }
        qInfo("%d schedules, %lld sends, %lld of them with several clusters", last - first + 1,
              static_cast<long long>(sends), static_cast<long long>(together));
    }
};

QTEST_GUILESS_MAIN(TestSchedules)
#include "tst_schedules.moc"
