// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace clusterdeck
{

/// The text styles of all windows, relative to the desktop's font.
enum class Type {
    Small,   ///< below a field: help or a problem
    Strong,  ///< an important part of a line
    Heading, ///< the heading of a part of a dialog
    Title,   ///< the title of a dialog
    Large,   ///< the message in an empty window
    Far,     ///< readable from a distance: the countdown
};

/// `base` with the size and weight of `type`; sizes are relative to that of `base`.
[[nodiscard]] QFont fontFor(Type type, QFont base);

} // namespace clusterdeck
