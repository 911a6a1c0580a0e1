// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/records.h"
#include "tests/support/faultserver.h"

#include <QList>

namespace clusterdeck
{

/// The calls that the client knows: those of Read, in its order, and then the writes.
enum class Call { Delete = ReadCount, Stop, Start, Modify };
inline constexpr int Calls = ReadCount + 4;

[[nodiscard]] inline Call callOf(quint32 seed)
{
    return Call(seed % Calls);
}

[[nodiscard]] inline bool isWrite(Call call)
{
    return int(call) >= ReadCount;
}

/// Of a call that is no write.
[[nodiscard]] inline Read readOf(Call call)
{
    return Read(int(call));
}

/// What the service answers when all is well.
[[nodiscard]] QByteArray goodAnswer(Call call);

/// The good answer to callOf(seed), damaged: its types, depths, sizes, numbers, encodings, status,
/// or bytes. The same for the same seed.
[[nodiscard]] FaultAnswer damagedAnswer(quint32 seed);

} // namespace clusterdeck
