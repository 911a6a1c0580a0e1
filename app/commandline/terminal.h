// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/standardinput.h"

#include <QString>

#include <functional>
#include <optional>

namespace clusterdeck
{

/// Where a command speaks and listens. What is printed is made visible there: a terminal obeys
/// control characters. Nothing waits: answers come from the event loop.
struct Terminal {
    using Answer = std::function<void(const std::optional<QString> &)>;
    using Input = std::function<void(const StandardInput::Content &)>;

    std::function<void(const QString &)> out;   ///< a result: one line or several, without the end
    std::function<void(const QString &)> aside; ///< everything else, to stderr
    /// Asks a person; the answer is nothing when there is no more input. Empty: nobody is there to
    /// be asked.
    std::function<void(const QString &question, Answer then)> ask;
    /// Reads standard input to its end.
    std::function<void(qint64 limit, Input then)> input;
    std::function<void(const QByteArray &)> document; ///< bytes as they are, to stdout
};

} // namespace clusterdeck
