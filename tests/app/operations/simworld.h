// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/table/clustermodel.h"
#include "app/operations/operationservice.h"
#include "simcloud.h"
#include "tests/support/manualclock.h"

#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace clusterdeck
{

/// The program, complete but for its windows and its sockets, in a world that a test turns: a
/// cloud that others use too, a person, a machine that sleeps and crashes, a second copy of the
/// program on the same data folder. It knows the truth, so it checks the five promises of
/// resources/guide/en/safety.md at every send and, when asked, over everything that the program
/// claims.
class SimWorld
{
public:
    static const QString Account;

    SimWorld();
    ~SimWorld();

    ManualClock clock;
    SimCloud cloud{clock};
    int inFlight = 2; ///< of copies that start later
    int together = 1;
    /// The results of requests and reads, in addition to the cloud's own behaviour.
    std::function<SimCloud::Fate(Verb, const QStringList &)> fateOfRequest;
    std::function<std::optional<ApiError>()> faultOfRead;

    /// A running copy of the program.
    struct Copy {
        std::unique_ptr<Journal> journal;
        LockStore locks;
        ClusterModel clusters;
        std::unique_ptr<QObject> window = std::make_unique<QObject>(); ///< the user's open window
        std::unique_ptr<OperationService> operationService;
    };
    [[nodiscard]] const std::vector<std::unique_ptr<Copy>> &copies() const { return m_copies; }

    /// The first guarantee that was broken, and how; empty while all are kept.
    [[nodiscard]] const QString &broken() const { return m_broken; }
    /// Details of the item that broke it, if any.
    [[nodiscard]] const QStringList &story() const { return m_story; }
    int requests = 0;
    int groups = 0;    ///< requests for several clusters
    int attention = 0; ///< unfinished items at the end that asked for attention
    int takenOver = 0; ///< number of times that a second copy took the journal from a running one

    // Events.

    /// Starts the program with its folder. Call once before anything else.
    void start();
    ClusterRecord &arrive();
    /// Confirms the clusters that the plan shows for `ids`, except those for which `leaveOut` is
    /// true. `meanwhile` runs while the dialog is open.
    void confirm(Copy &copy, Verb verb, const QStringList &ids,
                 const std::function<bool(const QString &)> &leaveOut = {},
                 const std::function<void()> &meanwhile = {});
    /// Gives the copy's table a new listing.
    void refreshTable(Copy &copy, bool complete);
    void sendNow(BatchRunner &runner);
    void resume(BatchRunner &runner);
    /// The machine sleeps, and no user has seen the program since.
    void sleepFor(std::chrono::milliseconds span);
    void setWallClock(std::chrono::milliseconds by);
    /// Kills all copies, and starts one with the files that they left.
    void crash(std::chrono::milliseconds away);
    /// How a second copy sees the lock of the first.
    enum class LockSeen {
        Held,        ///< unchanged
        OfOtherHost, ///< held by a program on another machine with the same folder
        Lost,        ///< the file system lost the lock
    };
    void startSecond(LockSeen seen);
    void endSecond();

    /// Compares everything that the program states now with the true state.
    void check();
    /// Ends all faults; every sent item must end, or state that it needs attention.
    void windDown();

    /// Everything that determines later events, as text: equal states have equal futures.
    [[nodiscard]] QByteArray state() const;

private:
    struct Attempt {
        QList<int> requests;
        bool possiblyDone = false; ///< another request would be a duplicate
        bool refusedTogether = false;
        int listsThen = 0; ///< reads before that refusal
        int logsThen = 0;
    };
    struct Shown {
        Verb verb;
        QHash<QString, QDateTime> created; ///< by id
    };
    struct Sent {
        Copy *copy;
        BatchRunner *runner;
        int item;
    };

    void require(bool kept, const QString &promise);
    [[nodiscard]] QString folder() const;
    [[nodiscard]] std::unique_ptr<Copy> newCopy();
    void leaveFilesAsTheyAre();
    std::optional<ApiError> readFault(int &read);
    SimCloud::Fate sendObserved(Verb verb, const QStringList &ids);
    [[nodiscard]] std::optional<Sent> findSending(const QString &id);
    QString observed(Verb verb, const QString &id);
    void requireWrittenIntent(const Sent &sent, const QString &attempt);
    void requireAlone(const Sent &sent, const QString &id);
    void noteFate(const QStringList &attempts, const QStringList &ids, const SimCloud::Fate &fate);
    void noteAnswer(int request, const Result<Accepted> &answer);
    void checkClaim(const Batch &batch, const BatchItem &item);
    void compareWithTruth(const Batch &batch, const BatchItem &item);
    [[nodiscard]] QStringList storyOf(const Batch &batch, const BatchItem &item) const;
    void checkEnd(const Batch &batch, const BatchItem &item);
    void checkJournal(const Copy &copy);
    [[nodiscard]] bool isThere(const BatchItem &item);
    [[nodiscard]] const SimCloud::Entry *carriedOut(const Batch &batch,
                                                    const BatchItem &item) const;
    [[nodiscard]] bool succeeded(const SimCloud::Entry &entry) const;
    [[nodiscard]] bool failed(const SimCloud::Entry &entry) const;
    [[nodiscard]] int numberOf(const QString &batch) const;

    QTemporaryDir m_files;
    int m_crashes = 0;
    std::vector<std::unique_ptr<Copy>> m_copies; ///< the first always exists
    Copy *m_writer = nullptr;                    ///< the last one that may write the journal
    QList<Shown> m_shown;
    int m_listsRead = 0;
    int m_logsRead = 0;
    int m_checks = 0;
    QHash<QString, Attempt> m_attempts;    ///< by batch and position
    QHash<int, QString> m_batchOfRequest;  ///< by number
    QHash<QString, int> m_lostInARow;      ///< by batch
    QHash<QString, int> m_silencesAtStart; ///< by batch
    QHash<QString, int> m_go;              ///< by batch: m_silences when a user last resumed it
    QStringList m_batches;                 ///< in the order of their confirmation
    int m_silences = 0;
    int m_nextId = 0;
    QString m_broken;
    QStringList m_story;
};

} // namespace clusterdeck
