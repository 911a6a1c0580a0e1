// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/glyphs.h"
#include "ui/look/metrics.h"

class QLabel;

namespace clusterdeck
{

/// Shows `glyph` in a label, in the colour of its tone: in that of the new palette, too, when the
/// theme changes. Calling it again shows another.
void setSign(QLabel *label, Glyph glyph, Tone tone, int side = GlyphSize);

} // namespace clusterdeck
