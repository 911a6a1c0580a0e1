// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/records.h"
#include "app/api/verbs.h"
#include "tests/support/faultserver.h"

#include <QList>

namespace clusterdeck
{

/// The client's calls: the values of Read, in the same order, then those of Verb, then Modify.
enum class Call { FirstVerb = ReadCount, Modify = ReadCount + int(VerbCount) };
inline constexpr int Calls = int(Call::Modify) + 1;

[[nodiscard]] inline Call callOf(quint32 seed)
{
    return Call(seed % Calls);
}

[[nodiscard]] inline bool isWrite(Call call)
{
    return int(call) >= ReadCount;
}

/// Only for a call that is no write.
[[nodiscard]] inline Read readOf(Call call)
{
    return Read(int(call));
}

/// Only for a write other than Modify.
[[nodiscard]] inline Verb verbOf(Call call)
{
    return Verb(int(call) - int(Call::FirstVerb));
}

/// The service's answer without an error.
[[nodiscard]] QByteArray goodAnswer(Call call);

/// The correct answer to callOf(seed), damaged in its types, depths, sizes, numbers, encodings,
/// status or bytes. The same seed gives the same answer.
[[nodiscard]] FaultAnswer damagedAnswer(quint32 seed);

} // namespace clusterdeck
