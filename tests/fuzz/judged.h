// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace clusterdeck
{

/// The rule that is broken by parsing an answer; null if none. Every parser of answers is run. The
/// keys of the test vectors must not appear in any result.
[[nodiscard]] const char *brokenByAnswer(int status, const QByteArray &body);

/// The same for a provider file, parsed both as YAML and as INI.
[[nodiscard]] const char *brokenByProviderFile(const QByteArray &bytes);

/// Collects rules for any input. `broken` is the first rule that does not hold.
struct Verdict {
    const char *broken = nullptr;

    void holds(bool truth, const char *rule)
    {
        if (!truth && !broken)
            broken = rule;
    }
};

} // namespace clusterdeck
