// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/records.h"
#include "app/support/enumcount.h"

#include <array>
#include <initializer_list>

namespace clusterdeck
{

struct ApiSettings;

/// The calls that change clusters and answer with a job id. Each has one row in verbs.cpp and one
/// in ui/words/verbwords.cpp (words on screen). Other code reads the row instead of comparing
/// verbs. The command line lists the verbs in this order, menus in the reverse order.
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

/// What a verb does to the jobs of a cluster.
enum class JobEffect { None, Interrupted, Ended };

/// What an account's settings add to or replace in a verb's request.
struct RequestSettings {
    QByteArray ApiSettings::*path = nullptr; ///< instead of VerbSpec::path
    QString ApiSettings::*idsKey = nullptr;  ///< instead of "cluster_ids"
    bool runUser = false; ///< "run_user": the run user, or the owner if there is none
    bool unlease = false; ///< "unlease", if the settings have a value
};

struct VerbSpec {
    Verb verb;
    /// The word in the journal, exports, plans, log lines and on the command line: never changes.
    const char *word;
    bool onCommandLine; ///< `clusterdeck plan` takes it
    const char *path;   ///< of the request; null: `settings` names it
    RequestSettings settings;
    /// Part of the action names of this verb in the provider's log, such as
    /// HpcClusterDeleteCluster; case does not matter. Not after "Re": a restart is not a start.
    const char *logAction;
    ClusterStates allowedIn; ///< for a cluster that is not busy
    /// The listed state that proves success. None: success is proven when the cluster is not
    /// listed.
    std::optional<ClusterState> proof;
    /// Data is lost permanently. The confirmation depends on the risk, see risk.h.
    bool destructive;
    JobEffect jobs;
    bool feesBegin; ///< the nodes cost money again

    [[nodiscard]] constexpr bool isProvenByAbsence() const { return !proof; }
};

[[nodiscard]] const VerbSpec &specOf(Verb verb);

/// All verbs, in the order of the enum.
[[nodiscard]] constexpr std::array<Verb, VerbCount> allVerbs()
{
    std::array<Verb, VerbCount> verbs{};
    for (std::size_t place = 0; place < VerbCount; ++place)
        verbs.at(place) = Verb(place);
    return verbs;
}

/// VerbSpec::word.
[[nodiscard]] QString wordOf(Verb verb);
/// The verb with this word; std::nullopt when there is none.
[[nodiscard]] std::optional<Verb> verbFrom(const QString &word);

} // namespace clusterdeck
