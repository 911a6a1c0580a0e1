// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/standardinput.h"

#include <QString>

#include <functional>
#include <optional>

namespace clusterdeck
{

/// The output and input of a command. The functions for text make control characters visible, since
/// a terminal would act on them. Answers come from the event loop.
struct Terminal {
    using Answer = std::function<void(const std::optional<QString> &)>;
    using Input = std::function<void(const StandardInput::Content &)>;

    std::function<void(const QString &)>
        out; ///< a result: one or more lines, without the last line end
    std::function<void(const QString &)> aside; ///< all other text, to stderr
    /// Asks the user; std::nullopt when there is no more input. Empty: there is no terminal to ask
    /// on.
    std::function<void(const QString &question, Answer then)> ask;
    /// Reads standard input to its end.
    std::function<void(qint64 limit, Input then)> input;
    std::function<void(const QByteArray &)> document; ///< unchanged bytes, to stdout
};

} // namespace clusterdeck
