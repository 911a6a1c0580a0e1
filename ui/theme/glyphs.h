// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/palette.h"

#include <QIcon>

#include <functional>

class QPainter;

namespace clusterdeck
{

/// Small signs that differ by shape, so that nothing hangs on colour.
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

/// Draws `glyph` into the largest square in the middle of `box`.
void paintGlyph(QPainter *painter, const QRectF &box, Glyph glyph, const QColor &color);

using IconPainter = std::function<void(QPainter *, const QRect &, QIcon::Mode)>;

/// An icon that is painted anew each time, so that it is sharp on every screen.
[[nodiscard]] QIcon paintedIcon(IconPainter paint);

/// As an icon that is tinted when it is painted: by its tone, on a selection by the selection's
/// text.
[[nodiscard]] QIcon glyphIcon(Glyph glyph, StatusColor statusColor);

/// One of resources/icons, one colour, tinted from the palette when it is painted.
[[nodiscard]] QIcon lineIcon(const QString &name);

/// The program's own icon, in its own colours.
[[nodiscard]] QIcon applicationIcon();

} // namespace clusterdeck
