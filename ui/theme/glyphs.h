// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/palette.h"

#include <QIcon>

#include <functional>

class QPainter;

namespace clusterdeck
{

/// Small symbols that differ in shape, so that they are clear without colour.
enum class Glyph {
    Dot,
    Square,
    Dots,
    Pause,
    Question,
    Arc,
    Clock,
    ArrowUp,
    Check,
    RingCheck,
    Cross,
    Minus,
    Warning,
    Info,
    Flag,
    Star,
    Lock,
};

/// Draws `glyph` into the largest square centred in `box`.
void paintGlyph(QPainter *painter, const QRectF &box, Glyph glyph, const QColor &color);

using IconPainter = std::function<void(QPainter *, const QRect &, QIcon::Mode)>;

/// An icon that calls `paint` each time it is shown, so that it is sharp at every scale.
[[nodiscard]] QIcon paintedIcon(IconPainter paint);

/// A glyph as an icon. Its colour is chosen when it is painted: that of `statusColor`, and on a
/// selected row that of the selected text.
[[nodiscard]] QIcon glyphIcon(Glyph glyph, StatusColor statusColor);

/// The icon resources/icons/NAME.svg in one colour, which is taken from the palette whenever it is
/// painted.
[[nodiscard]] QIcon lineIcon(const QString &name);

/// The program's own icon, in its own colours.
[[nodiscard]] QIcon applicationIcon();

} // namespace clusterdeck
