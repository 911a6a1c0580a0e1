// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <optional>

namespace clusterdeck
{

/// Where a command speaks and listens. What is printed is made visible there: a terminal obeys
/// control characters.
struct Terminal {
    std::function<void(const QString &)> out;   ///< a result: one line or several, without the end
    std::function<void(const QString &)> aside; ///< everything else, to stderr
    /// Asks a person and waits for a line; nothing when there is no more input. Empty: nobody is
    /// there to be asked.
    std::function<std::optional<QString>(const QString &question)> ask;
    std::function<void(const QByteArray &)> document; ///< bytes as they are, to stdout
};

} // namespace clusterdeck
