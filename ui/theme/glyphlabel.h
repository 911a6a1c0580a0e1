// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"

class QLabel;

namespace clusterdeck
{

/// Shows `icon` in a label at the resolution of the label's screen, also after the label moves to a
/// screen with another scale. `side` is in device-independent pixels. A second call replaces the
/// icon.
void setLabelIcon(QLabel *label, const QIcon &icon, int side = GlyphSize);
/// The same for a glyph in the colour of `statusColor`; it is painted again if the palette changes.
void setLabelIcon(QLabel *label, Glyph glyph, StatusColor statusColor, int side = GlyphSize);

} // namespace clusterdeck
