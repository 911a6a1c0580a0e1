// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace clusterdeck
{

/// The one type scale, all of it in shares of the desktop's own font, which is what is read.
/// Whoever sets a font picks from here.
enum class Type {
    Small,   ///< below a field: help, or what is wrong with it
    Strong,  ///< what counts within a line
    Heading, ///< of a part of a dialog
    Title,   ///< of a dialog: what it is about
    Large,   ///< in an empty window
    Far,     ///< must be seen from across the room: a countdown
};

/// `base` in the size and weight of `type`.
[[nodiscard]] QFont fontFor(Type type, QFont base);

} // namespace clusterdeck
