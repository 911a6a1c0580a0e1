// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/colorscheme.h"

#include <QColor>
#include <QPalette>

#include <optional>

class QWidget;

namespace clusterdeck
{

/// What a colour says. It never says it alone: a glyph or a word stands beside it.
enum class StatusColor { Neutral, Good, Busy, Warning, Bad };

[[nodiscard]] bool isDark(const QPalette &palette);

/// The colour of a tone on `palette`'s window and base: at least 4.5:1 on both, light or dark.
[[nodiscard]] QColor colorForStatus(StatusColor statusColor, const QPalette &palette);

/// Text that steps back: still at least 4.5:1.
[[nodiscard]] QColor mutedText(const QPalette &palette);

/// The badge of the practice cloud: the only colours that are the same in every palette.
struct BadgeColors {
    QColor background;
    QColor text;
};
[[nodiscard]] BadgeColors badgeColors();

/// Which palette the windows follow.
enum class Theme { System, Light, Dark };

/// Which of the program's palettes the windows get; none: the platform's. A platform that is dark
/// by itself already follows the desktop or the user.
[[nodiscard]] std::optional<Theme> ownTheme(Theme requested, ColorScheme desktop,
                                            bool platformIsDark);

/// Makes every window follow `theme`, at once; with System, from then on also whatever the desktop
/// changes to.
void applyTheme(Theme theme);

/// Gives a button that does what cannot be undone a colour which no other has; the same in light
/// and dark.
void setDestructive(QWidget *button);

/// Gives a widget quiet or toned text, and keeps it so when the palette changes.
void setMuted(QWidget *label);
void setStatusColor(QWidget *label, StatusColor statusColor);

} // namespace clusterdeck
