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
    int inFlight = 2; ///< of copies that start from now on
    int together = 1;
    /// What becomes of a request and of a read, beyond what the cloud does by itself.
    std::function<SimCloud::Fate(Verb, const QStringList &)> fateOfRequest;
    std::function<std::optional<ApiError>()> faultOfRead;

    /// One running copy of the program.
    struct Copy {
        std::unique_ptr<Journal> journal;
        LockStore locks;
        ClusterModel clusters;
        std::unique_ptr<QObject> window = std::make_unique<QObject>(); ///< what a person has open
        std::unique_ptr<OperationService> operationService;
    };
    [[nodiscard]] const std::vector<std::unique_ptr<Copy>> &copies() const { return m_copies; }

    /// The first promise that was broken, and how; empty while all are kept.
    [[nodiscard]] const QString &broken() const { return m_broken; }
    /// About the item that broke it, where it was one.
    [[nodiscard]] const QStringList &story() const { return m_story; }
    int requests = 0;
    int groups = 0;    ///< requests that named several
    int attention = 0; ///< items that were not at an end when all was over, and said so
    int takenOver = 0; ///< times that another copy took the journal from one that ran

    // What can happen.

    /// Starts the program on its folder. Call once before anything else.
    void start();
    ClusterRecord &arrive();
    /// Confirms by name what the plan shows of `ids`, but for what `leaveOut` names. `meanwhile`
    /// happens while the dialog is open.
    void confirm(Copy &copy, Verb verb, const QStringList &ids,
                 const std::function<bool(const QString &)> &leaveOut = {},
                 const std::function<void()> &meanwhile = {});
    /// The copy's table gets a listing by itself.
    void refreshTable(Copy &copy, bool complete);
    void sendNow(BatchRunner &runner);
    void resume(BatchRunner &runner);
    /// Nobody has looked since: a machine that slept, a clock that was set.
    void sleepFor(std::chrono::milliseconds span);
    void setWallClock(std::chrono::milliseconds by);
    /// All copies are killed, and one is started on what they left.
    void crash(std::chrono::milliseconds away);
    /// How a second copy finds the lock of the first.
    enum class LockSeen {
        Held,        ///< as it is
        OfOtherHost, ///< held by a program on another machine that shares the folder
        Lost,        ///< the file system kept no lock
    };
    void startSecond(LockSeen seen);
    void endSecond();

    /// Everything that the program claims now is compared with the truth.
    void check();
    /// Faults end; everything that was sent must come to its end, or say that it needs attention.
    void windDown();

    /// All that decides what can happen from here on, as a text of its own form: the same state,
    /// the same future.
    [[nodiscard]] QByteArray state() const;

private:
    struct Attempt {
        QList<int> requests;
        bool possiblyDone = false; ///< another request would be a second one
        bool refusedTogether = false;
        int listsThen = 0; ///< reads until that refusal
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
    std::vector<std::unique_ptr<Copy>> m_copies; ///< of which the first is always there
    Copy *m_writer = nullptr;                    ///< that was last given the journal to write
    QList<Shown> m_shown;
    int m_listsRead = 0;
    int m_logsRead = 0;
    int m_checks = 0;
    QHash<QString, Attempt> m_attempts;    ///< by batch and position
    QHash<int, QString> m_batchOfRequest;  ///< by number
    QHash<QString, int> m_lostInARow;      ///< by batch
    QHash<QString, int> m_silencesAtStart; ///< by batch
    QHash<QString, int> m_go;              ///< by batch: silences so far when a person last said go
    QStringList m_batches;                 ///< in the order in which they were confirmed
    int m_silences = 0;
    int m_nextId = 0;
    QString m_broken;
    QStringList m_story;
};

} // namespace clusterdeck
