// SPDX-License-Identifier: GPL-3.0-or-later
#include "choices.h"
#include "simworld.h"
#include "tests/support/longrun.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QLoggingCategory>
#include <QSet>
#include <QTest>

#include <string_view>

using namespace clusterdeck;
using namespace std::chrono_literals;

namespace
{

using std::chrono::milliseconds;

/// The fixed properties of one small world.
struct Setting {
    QString name;
    Verb verb = Verb::Delete;
    int together = 1;
    milliseconds jobTime = 8s;
    SimCloud::Behaviour cloud;
    int failing = -1; ///< the cluster on which operations fail
    int clusters = 2;
    bool gatewayBroken = false; ///< carries out every write, and loses the answer
};

/// Two clusters are confirmed and sent in one batch. At every step each possible fault happens
/// once, while `mishaps` are left; a step ends when the next action is due.
class SmallWorld
{
public:
    SmallWorld(const Setting &setting, Choices &choices, int mishaps)
        : m_setting(setting)
        , m_choices(choices)
        , m_mishaps(mishaps)
    {
        SimCloud &cloud = m_world.cloud;
        cloud.behaviour = setting.cloud;
        cloud.behaviour.keepsStates = true;
        cloud.jobTime = setting.jobTime;
        cloud.estimatesByWallClock = true;
        cloud.jobFails = [failing = setting.failing](const QString &id) {
            return id == QStringLiteral("ehpc-%1").arg(failing);
        };
        cloud.listingAge = [this] { return mishap(2) == 0 ? 0ms : milliseconds(60s); };
        m_world.together = setting.together;
        m_world.fateOfRequest = [this](Verb verb, const QStringList &ids) {
            return fateOf(verb, ids);
        };
        m_world.faultOfRead = [this]() -> std::optional<ApiError> {
            if (mishap(2) == 0)
                return {};
            return lostAnswer();
        };
    }

    /// Runs to the end, or until `isKnown` reports that the rest was seen before.
    void run(const std::function<bool()> &isKnown)
    {
        QStringList ids;
        for (int i = 0; i < m_setting.clusters; ++i)
            ids.append(m_world.arrive().id);
        m_world.cloud.clusters.last().name = QStringLiteral("cut\uFFFD") + QChar(0xD83D);
        m_world.clock.advance(5min);
        m_world.start();
        m_world.confirm(*m_world.copies().front(), m_setting.verb, ids);
        for (int step = 0; step < MostSteps && m_world.broken().isEmpty(); ++step) {
            if (isKnown())
                return;
            happen(mishap(EventCount));
            const QList<milliseconds> due = m_world.clock.dueIn();
            if (due.isEmpty() && !goOn())
                break;
            if (!due.isEmpty())
                m_world.clock.advance(due.constFirst());
            m_world.check();
        }
        if (m_world.broken().isEmpty())
            m_world.windDown();
    }

    /// The state of this object, in addition to the world's.
    [[nodiscard]] QByteArray ownState() const
    {
        return ' ' + QByteArray::number(m_mishaps) + ' ' + QByteArray::number(m_resumed);
    }
    [[nodiscard]] const SimWorld &world() const { return m_world; }

private:
    static constexpr int MostSteps = 120;
    enum Event {
        Nothing,
        Crash,
        Sleep,
        WallAhead,
        WallBack,
        StopTheRest,
        SendNow,
        Spare,
        OtherDeletes,
        SameKeyDeletes,
        IdAgain,
        SecondCopy,
        SecondOnOtherHost,
        LockLost,
        LogClockLeaps,
        ServerClockLeaps,
        JobIdsRepeat,
        EventCount,
    };

    int mishap(int kinds)
    {
        if (m_mishaps == 0)
            return 0;
        const int kind = m_choices.choose(kinds);
        m_mishaps -= kind == 0 ? 0 : 1;
        return kind;
    }

    void happen(int event)
    {
        SimCloud &cloud = m_world.cloud;
        const QString first = QStringLiteral("ehpc-0");
        const QList<BatchRunner *> batches = m_world.copies().front()->operationService->batches();
        BatchRunner *batch = batches.isEmpty() ? nullptr : batches.constLast();
        switch (Event(event)) {
        case Nothing:
        case EventCount:
            break;
        case Crash:
            m_world.crash(1s);
            break;
        case Sleep:
            m_world.sleepFor(1h);
            break;
        case WallAhead:
            m_world.setWallClock(10min);
            break;
        case WallBack:
            m_world.setWallClock(-10min);
            break;
        case StopTheRest:
            if (batch)
                batch->stopTheRest();
            break;
        case SendNow:
            if (batch)
                m_world.sendNow(*batch);
            break;
        case Spare:
            if (batch)
                batch->removeFromBatch(0);
            break;
        case OtherDeletes:
            cloud.begin(m_setting.verb, first, QStringLiteral("usr-other"));
            break;
        case SameKeyDeletes:
            cloud.begin(m_setting.verb, first, cloud.user);
            break;
        case IdAgain:
            cloud.addAgain(first);
            break;
        case SecondCopy:
            m_world.startSecond(SimWorld::LockSeen::Held);
            break;
        case SecondOnOtherHost:
            m_world.startSecond(SimWorld::LockSeen::OfOtherHost);
            break;
        case LockLost:
            m_world.startSecond(SimWorld::LockSeen::Lost);
            break;
        case LogClockLeaps:
            cloud.behaviour.logClock -= 12s;
            break;
        case ServerClockLeaps:
            cloud.serverJump += 5min;
            break;
        case JobIdsRepeat:
            cloud.repeatJobIds();
            break;
        }
    }

    /// When no action is due, the user resumes the batches on hold.
    bool goOn()
    {
        bool went = false;
        for (BatchRunner *batch : m_world.copies().front()->operationService->batches()) {
            if (batch->batch().hold == HoldReason::None || m_resumed++ >= 2)
                continue;
            m_world.resume(*batch);
            went = true;
        }
        return went;
    }

    SimCloud::Fate fateOf(Verb verb, const QStringList &ids)
    {
        static const QList<int> Refusals{1200, 1400, 2100, 2500, 5000};
        constexpr int Others = 8;
        SimCloud::Fate fate;
        const int kind = mishap(Others + int(Refusals.size()));
        switch (kind) {
        case 0:
            if (m_setting.gatewayBroken)
                fate.error = lostAnswer();
            return fate;
        case 1: // carried out, and the answer is lost
            fate.error = lostAnswer();
            return fate;
        case 2: // lost on its way
            fate.arrives = false;
            fate.error = lostAnswer();
            return fate;
        case 3: // never sent
            fate.arrives = false;
            fate.error = lostAnswer();
            fate.error->outcome = Outcome::NotSent;
            return fate;
        case 4: // given up, and carried out later
            fate.error = lostAnswer();
            fate.late = 60s;
            return fate;
        case 5: // a late answer
            fate.late = 60s;
            return fate;
        case 6: // carried out, with the answer "no such resource" or an error that proves nothing
            fate.error = refusal(ids.size() == 1 && verb == Verb::Delete ? 2100 : 5100);
            return fate;
        case 7: // one carried out and both refused; or the answer to another request
            if (ids.size() > 1) {
                fate.partly = 1;
                fate.error = refusal(1400);
            } else {
                fate.answerOfEarlier = true;
            }
            return fate;
        default:
            fate.arrives = false;
            fate.error = refusal(Refusals.at(kind - Others));
            return fate;
        }
    }

    const Setting &m_setting;
    Choices &m_choices;
    int m_mishaps;
    int m_resumed = 0;
    SimWorld m_world;
};

/// Every run of one setting, following each state once. Known states are stored as hashes; a run
/// that reaches a known state is not continued.
class Search
{
public:
    Search(const Setting &setting, int mishaps)
        : m_setting(setting)
        , m_mishaps(mishaps)
    {
    }

    /// Empty when no run broke a guarantee.
    QString run()
    {
        m_open.append(QList<int>());
        while (!m_open.isEmpty()) {
            const QString broken = runOne(m_open.takeLast());
            ++runs;
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            if (!broken.isEmpty())
                return broken;
        }
        return {};
    }

    QString replay(const QList<int> &choices)
    {
        ++runs;
        return runOne(choices);
    }

    qint64 runs = 0;
    [[nodiscard]] qint64 states() const { return m_seen.size(); }

private:
    QString runOne(const QList<int> &listed)
    {
        Choices choices(listed);
        SmallWorld world(m_setting, choices, m_mishaps);
        bool known = false;
        qsizetype stepBegan = 0; // choices made before this step: a step can have several
        const auto isNew = [&](const QByteArray &where) {
            QCryptographicHash hash(QCryptographicHash::Md5);
            hash.addData(world.world().state());
            hash.addData(where + world.ownState());
            const QByteArray key = hash.result();
            const qsizetype before = m_seen.size();
            m_seen.insert(key);
            return m_seen.size() > before;
        };
        choices.atChoice = [&](int below) {
            if (known || choices.made().size() < listed.size())
                return;
            const auto inStep = choices.made().size() - stepBegan;
            if (!isNew("choice " + QByteArray::number(inStep) + ' ' + QByteArray::number(below))) {
                known = true;
                return;
            }
            for (int choice = 1; choice < below; ++choice)
                m_open.append(choices.made() + QList<int>{choice});
        };
        world.run([&] {
            stepBegan = choices.made().size();
            known = known || (choices.made().size() >= listed.size() && !isNew("step "));
            return known;
        });
        const QString &broken = world.world().broken();
        return broken.isEmpty() ? QString()
                                : QStringLiteral("promise %1 (replay: CLUSTERDECK_SETTING=\"%2\" "
                                                 "CLUSTERDECK_CHOICES=\"%3\")\n%4")
                                      .arg(broken, m_setting.name, textOf(choices.made()),
                                           world.world().story().join(QLatin1Char('\n')));
    }

    const Setting &m_setting;
    int m_mishaps;
    QList<QList<int>> m_open;
    QSet<QByteArray> m_seen;
};

/// Properties of the operation log.
struct Log {
    const char *name;
    SimCloud::Behaviour does;
};

QList<Log> logs()
{
    QList<Log> all{{"prompt log", {}}};
    SimCloud::Behaviour does;
    does.logClock = -12s;
    all.append({"log clock behind", does});
    does = {};
    does.logClock = 8h;
    all.append({"log in local time", does});
    does = {};
    does.logTimesReadable = false;
    all.append({"log without times", does});
    does = {};
    does.logDelay = 20s;
    all.append({"late log", does});
    does = {};
    does.ignoresFilters = true;
    all.append({"log without filters", does});
    return all;
}

void complete(Setting &setting, const char *log)
{
    QStringList words{QLatin1String(log),
                      setting.verb == Verb::Delete ? QStringLiteral("delete")
                                                   : QStringLiteral("stop"),
                      QStringLiteral("%1 a request").arg(setting.together),
                      QStringLiteral("%1 s").arg(setting.jobTime.count() / 1000)};
    if (!setting.cloud.showsTransitions)
        words.append(QStringLiteral("transitions hidden"));
    if (!setting.cloud.endedStatus.isEmpty())
        words.append(QStringLiteral("stays listed"));
    if (setting.failing >= 0)
        words.append(QStringLiteral("one fails"));
    setting.name = words.join(QStringLiteral(", "));
}

/// `all`: every combination; otherwise a few of each kind.
QList<Setting> settings(bool all)
{
    QList<Setting> list;
    for (const Log &log : logs()) {
        // Bits: stop, two per request, a long job, transitions hidden, stays listed, one fails.
        for (unsigned bits = 0; bits < 64; ++bits) {
            const auto has = [bits](int bit) { return (bits >> bit & 1U) != 0; };
            if (has(4) && (has(0) || has(5)))
                continue;
            constexpr unsigned LongAndHidden = 0b001100;
            const bool isPlain = std::string_view(log.name) == "prompt log";
            const bool usual =
                bits == LongAndHidden ||
                (isPlain && QList<unsigned>{0b100010, 0b010000, 0b000001, 0b000011}.contains(bits));
            if (!all && !usual)
                continue;
            Setting setting;
            setting.verb = has(0) ? Verb::Stop : Verb::Delete;
            setting.together = has(1) ? 2 : 1;
            setting.jobTime = has(2) ? milliseconds(6min) : milliseconds(8s);
            setting.cloud = log.does;
            setting.cloud.showsTransitions = !has(3);
            setting.cloud.endedStatus = has(4) ? QStringLiteral("ceased") : QString();
            setting.failing = has(5) ? 0 : -1;
            complete(setting, log.name);
            list.append(setting);
        }
    }
    // With only two clusters, three lost answers in a row are impossible.
    Setting broken;
    broken.name = QStringLiteral("5 clusters, every answer lost");
    broken.clusters = 5;
    broken.gatewayBroken = true;
    list.append(broken);
    return list;
}

/// Which worlds are searched: all; with the sanitizers, which look for other faults and take ten
/// times as long, every fourth.
#ifdef CLUSTERDECK_SANITIZED
constexpr int EveryNth = 4;
#else
constexpr int EveryNth = 1;
#endif

} // namespace

/// CLUSTERDECK_SETTING=name and CLUSTERDECK_CHOICES="0 3 …" replay one run; the first alone
/// searches that world. CLUSTERDECK_MISHAPS=n sets the number of faults in a run.
class TestSmallWorlds : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("clusterdeck.*=false")); }

    void everyRunKeepsThePromises_data()
    {
        QTest::addColumn<bool>("all");
        QTest::addColumn<int>("mishaps");
        const int asked = qEnvironmentVariableIntValue("CLUSTERDECK_MISHAPS");
        const bool named = qEnvironmentVariableIsSet("CLUSTERDECK_SETTING");
        const bool all = named || runs(0, 1) > 0;
        QTest::newRow("worlds") << all << std::max(asked, 1);
    }

    void everyRunKeepsThePromises()
    {
        QFETCH(const bool, all);
        QFETCH(const int, mishaps);
        const QString wanted = qEnvironmentVariable("CLUSTERDECK_SETTING");
        qint64 worlds = 0;
        qint64 states = 0;
        qint64 done = 0;
        const QList<Setting> listed = settings(all);
        for (qsizetype place = 0; place < listed.size(); ++place) {
            const Setting &setting = listed.at(place);
            if (wanted.isEmpty() ? place % EveryNth != 0 : setting.name != wanted)
                continue;
            Search search(setting, mishaps);
            const QString broken =
                qEnvironmentVariableIsSet("CLUSTERDECK_CHOICES")
                    ? search.replay(choicesIn(qEnvironmentVariable("CLUSTERDECK_CHOICES")))
                    : search.run();
            ++worlds;
            done += search.runs;
            states += search.states();
            QVERIFY2(broken.isEmpty(),
                     qPrintable(QStringLiteral("%1\nafter %2 worlds, %3 states, %4 runs")
                                    .arg(broken)
                                    .arg(worlds)
                                    .arg(states)
                                    .arg(done)));
        }
        QVERIFY(worlds > 0);
        qInfo("%lld worlds, %lld states, %lld runs", static_cast<long long>(worlds),
              static_cast<long long>(states), static_cast<long long>(done));
    }
};

QTEST_GUILESS_MAIN(TestSmallWorlds)
#include "tst_smallworlds.moc"
