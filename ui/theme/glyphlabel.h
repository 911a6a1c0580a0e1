// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"

class QLabel;

namespace clusterdeck
{

/// Shows `icon` in a label, as sharp as the screen that the label is on can, also when it moves to
/// one of another scale. Calling it again shows another.
void setSign(QLabel *label, const QIcon &icon, int side = GlyphSize);
/// Shows `glyph`, in the colour of its tone: in that of the new palette, too, when the theme
/// changes.
void setSign(QLabel *label, Glyph glyph, StatusColor statusColor, int side = GlyphSize);

} // namespace clusterdeck
