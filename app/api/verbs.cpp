// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/verbs.h"

#include "app/api/apiclient.h"

#include <algorithm>

namespace clusterdeck
{

namespace
{

// A row without one of the fields does not compile, even where warnings are not errors.
#pragma GCC diagnostic push
#pragma GCC diagnostic error "-Wmissing-field-initializers"
constexpr std::array Specs{
    VerbSpec{
        .verb = Verb::Delete,
        .word = "delete",
        .onCommandLine = true,
        .path = nullptr,
        .settings = {&ApiSettings::deletePath, &ApiSettings::deleteIdsKey, true, true},
        .logAction = "DeleteCluster",
        .allowedIn = {ClusterState::Active, ClusterState::Stopped, ClusterState::Suspended},
        .proof = std::nullopt,
        .destructive = true,
        .jobs = JobEffect::Ended,
        .feesBegin = false,
    },
    VerbSpec{
        .verb = Verb::Stop,
        .word = "stop",
        .onCommandLine = true,
        .path = "/api/cluster/stopCluster",
        .settings = {},
        .logAction = "StopCluster",
        .allowedIn = {ClusterState::Active},
        .proof = ClusterState::Stopped,
        .destructive = false,
        .jobs = JobEffect::Interrupted,
        .feesBegin = false,
    },
    VerbSpec{
        .verb = Verb::Start,
        .word = "start",
        .onCommandLine = true,
        .path = "/api/cluster/startCluster",
        .settings = {},
        .logAction = "StartCluster",
        .allowedIn = {ClusterState::Stopped},
        .proof = ClusterState::Active,
        .destructive = false,
        .jobs = JobEffect::None,
        .feesBegin = true,
    },
};
#pragma GCC diagnostic pop

static_assert(Specs.size() == VerbCount, "a verb has no row");

constexpr bool isComplete(const VerbSpec &spec)
{
    return spec.word && spec.logAction && !spec.path != !spec.settings.path &&
           !spec.allowedIn.isEmpty();
}

constexpr bool areInOrder()
{
    for (std::size_t place = 0; place < Specs.size(); ++place) {
        if (Specs.at(place).verb != Verb(place) || !isComplete(Specs.at(place)))
            return false;
    }
    return true;
}
static_assert(areInOrder(), "rows stand in the order of the enum, and none is incomplete");

} // namespace

const VerbSpec &specOf(Verb verb)
{
    return Specs.at(std::size_t(verb));
}

QString wordOf(Verb verb)
{
    return QString::fromLatin1(specOf(verb).word);
}

std::optional<Verb> verbFrom(const QString &word)
{
    const auto *found = std::find_if(Specs.begin(), Specs.end(), [&](const VerbSpec &spec) {
        return word == QLatin1String(spec.word);
    });
    return found == Specs.end() ? std::nullopt : std::optional(found->verb);
}

} // namespace clusterdeck
