// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace clusterdeck
{

/// The rule that the reading of an answer breaks; null if none. Every reader of answers reads it.
/// The keys of the test vectors must appear in nothing that was read.
[[nodiscard]] const char *brokenByAnswer(int status, const QByteArray &body);

/// The same for a provider file, read both as YAML and as INI.
[[nodiscard]] const char *brokenByProviderFile(const QByteArray &bytes);

/// Collects what must hold for any input. `broken` is the first rule that does not hold.
struct Verdict {
    const char *broken = nullptr;

    void holds(bool truth, const char *rule)
    {
        if (!truth && !broken)
            broken = rule;
    }
};

} // namespace clusterdeck
