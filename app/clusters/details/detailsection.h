// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apierror.h"
#include "app/support/enumcount.h"

#include <QDateTime>

#include <optional>

namespace clusterdeck
{

/// The parts of a cluster's details, which are read separately.
enum class DetailSection { Nodes, Jobs, Users, Software, Operations };
inline constexpr int DetailSectionCount = int(enumCount<DetailSection>());

enum class ReadState {
    NotAsked, ///< not read yet
    Loading,  ///< a page is being read; the rows before stay
    Ready,    ///< the last requested page has come
    Failed,   ///< see `error`; the rows before stay
    Gone,     ///< 2100: there is no such cluster; the rows before stay
    Withheld, ///< not read: the remaining calls are reserved for operations
};

/// The progress of reading a section.
struct SectionStatus {
    ReadState state = ReadState::NotAsked;
    std::optional<ApiError> error; ///< with Failed and Gone
    QDateTime asOf;           ///< UTC, when the first page was requested; invalid: nothing was read
    std::optional<int> total; ///< of all rows, from the server
    int sent = 0;             ///< rows of the read pages, readable or not
    bool atEnd = false;       ///< there is no other page

    [[nodiscard]] bool hasMore() const { return asOf.isValid() && !atEnd; }
    bool operator==(const SectionStatus &) const = default;
};

// The changes of a status. Pure.

/// A page is requested.
[[nodiscard]] SectionStatus asked(SectionStatus status);
/// The page at `offset` has come with `rows` rows. The page at offset 0 replaces all others.
/// `begun`: UTC, when the page was requested.
[[nodiscard]] SectionStatus pageRead(SectionStatus status, int offset, int rows,
                                     std::optional<int> total, const QDateTime &begun);
[[nodiscard]] SectionStatus pageFailed(SectionStatus status, const ApiError &error);
/// The page must not be requested, see QuotaShares::keptFromDetails.
[[nodiscard]] SectionStatus withheld(SectionStatus status);

} // namespace clusterdeck
