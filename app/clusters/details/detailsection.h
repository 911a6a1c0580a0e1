// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apierror.h"

#include <QDateTime>

#include <optional>

namespace clusterdeck
{

/// What can be read about one cluster, each by itself.
enum class DetailSection { Nodes, Jobs, Users, Software, Operations };
inline constexpr int DetailSectionCount = 5;

enum class ReadState {
    NotAsked, ///< nobody has looked at it yet
    Loading,  ///< a page is on its way; what was read before stays
    Ready,    ///< the last page that was asked for has come
    Failed,   ///< see `error`; what was read before stays
    Gone,     ///< 2100: there is no such cluster; the same
    Withheld, ///< not asked: the calls that are left are kept for operations
};

/// How far the reading of a section has come.
struct SectionStatus {
    ReadState state = ReadState::NotAsked;
    std::optional<ApiError> error; ///< with Failed and Gone
    QDateTime asOf;           ///< UTC, when the first page was asked for; invalid: nothing was read
    std::optional<int> total; ///< of all rows, as the server counts them
    int sent = 0;             ///< rows of the pages that were read, readable or not
    bool atEnd = false;       ///< there is no further page

    [[nodiscard]] bool hasMore() const { return asOf.isValid() && !atEnd; }
    bool operator==(const SectionStatus &) const = default;
};

/// Calls of the hour that looking leaves alone: enough to send the largest batches that people make
/// and to watch them to their end. A person may have it read anyway.
inline constexpr int CallsKept = 300;
[[nodiscard]] bool mayLook(std::optional<int> callsLeft);

// What happens to a section: pure.

/// Page `offset` is asked for.
[[nodiscard]] SectionStatus asked(SectionStatus status);
/// It has come, with `rows` rows; the first one, at offset 0, makes everything else forgotten.
[[nodiscard]] SectionStatus pageRead(SectionStatus status, int offset, int rows,
                                     std::optional<int> total, const QDateTime &begun);
[[nodiscard]] SectionStatus pageFailed(SectionStatus status, const ApiError &error);
/// It may not be asked for, see mayLook().
[[nodiscard]] SectionStatus withheld(SectionStatus status);

} // namespace clusterdeck
