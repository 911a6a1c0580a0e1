// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/records.h"
#include "app/support/enumcount.h"

#include <array>
#include <initializer_list>

namespace clusterdeck
{

struct ApiSettings;

/// The calls that change clusters and answer with a job id. What tells one from another is its row
/// in verbs.cpp and, for the screen, in ui/operations/verbwords.cpp; code asks the row, not for the
/// verb. The command line lists them in this order, menus in the opposite one.
enum class Verb { Delete, Stop, Start };
inline constexpr std::size_t VerbCount = enumCount<Verb>();

class ClusterStates
{
public:
    constexpr ClusterStates(std::initializer_list<ClusterState> states)
    {
        for (const ClusterState state : states)
            m_bits |= 1U << unsigned(state);
    }

    [[nodiscard]] constexpr bool contains(ClusterState state) const
    {
        return (m_bits >> unsigned(state) & 1U) != 0;
    }
    [[nodiscard]] constexpr bool isEmpty() const { return m_bits == 0; }

private:
    unsigned m_bits = 0;
};

/// What it does to the jobs of a cluster.
enum class JobEffect { None, Interrupted, Ended };

/// What an account's settings add to a verb's request, or put in the place of what is usual.
struct RequestSettings {
    QByteArray ApiSettings::*path = nullptr; ///< instead of VerbSpec::path
    QString ApiSettings::*idsKey = nullptr;  ///< instead of "cluster_ids"
    bool runUser = false;                    ///< "run_user": the run user, or else the owner
    bool unlease = false;                    ///< "unlease", where the settings hold one
};

struct VerbSpec {
    Verb verb;
    /// In the journal, exports, plans, log lines and on the command line. Stored: never changes.
    const char *word;
    bool onCommandLine; ///< `clusterdeck plan` takes it
    const char *path;   ///< of the request; null: it is in the settings
    RequestSettings settings;
    /// Part of the name of this verb's actions in the provider's log, compared without regard to
    /// case: HpcClusterDeleteCluster and the like. Not after "Re": a restart is no start.
    const char *logAction;
    ClusterStates allowedIn; ///< of a cluster that is not busy
    /// A cluster listed in this state proves that it was done; none: that it is listed no longer.
    std::optional<ClusterState> proof;
    /// Something is lost for good. What is asked before it depends on the risk, see risk.h.
    bool destructive;
    JobEffect jobs;
    bool feesBegin; ///< nodes cost again

    [[nodiscard]] constexpr bool isProvenByAbsence() const { return !proof; }
};

[[nodiscard]] const VerbSpec &specOf(Verb verb);

/// All of them, in their order.
[[nodiscard]] constexpr std::array<Verb, VerbCount> allVerbs()
{
    std::array<Verb, VerbCount> verbs{};
    for (std::size_t place = 0; place < VerbCount; ++place)
        verbs.at(place) = Verb(place);
    return verbs;
}

/// VerbSpec::word.
[[nodiscard]] QString wordOf(Verb verb);
/// The verb with this word; nothing when there is none.
[[nodiscard]] std::optional<Verb> verbFrom(const QString &word);

} // namespace clusterdeck
