// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/faultserver.h"

#include <QList>

namespace clusterdeck
{

/// The calls that the client knows.
enum class Call {
    List,
    Operations,
    Nodes,
    SchedulerJobs,
    Logins,
    Software,
    Delete,
    Stop,
    Start,
    Modify
};
inline constexpr int Calls = 10;

[[nodiscard]] inline Call callOf(quint32 seed)
{
    return Call(seed % Calls);
}

[[nodiscard]] inline bool isWrite(Call call)
{
    return call >= Call::Delete;
}

/// What the service answers when all is well.
[[nodiscard]] QByteArray goodAnswer(Call call);

/// The good answer to callOf(seed), damaged: its types, depths, sizes, numbers, encodings, status,
/// or bytes. The same for the same seed.
[[nodiscard]] FaultAnswer damagedAnswer(quint32 seed);

} // namespace clusterdeck
