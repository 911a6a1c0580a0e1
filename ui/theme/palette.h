// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/colorscheme.h"

#include <QColor>
#include <QPalette>

#include <optional>

class QWidget;

namespace clusterdeck
{

/// The meaning of a colour. A glyph or a word beside it always has the same meaning.
enum class StatusColor { Neutral, Good, Busy, Warning, Bad };

/// Whether the window colour of `palette` is dark.
[[nodiscard]] bool isDark(const QPalette &palette);

/// The colour for `palette`: its contrast is at least 4.5:1 to both window and base.
[[nodiscard]] QColor colorForStatus(StatusColor statusColor, const QPalette &palette);

/// The colour of less important text, with a contrast of at least 4.5:1.
[[nodiscard]] QColor mutedText(const QPalette &palette);

/// The colours of the DEMO and PRESENTER badges, the same in every palette.
struct BadgeColors {
    QColor background;
    QColor text;
};
[[nodiscard]] BadgeColors badgeColors();

/// The palette of the windows. System: that of the desktop.
enum class Theme { System, Light, Dark };

/// The palette of the program, Light or Dark, that the windows get; nothing: the platform's own
/// palette. With System only a desktop that prefers dark on a platform that is not dark gets Dark.
[[nodiscard]] std::optional<Theme> ownTheme(Theme requested, ColorScheme desktop,
                                            bool platformIsDark);

/// Sets the palette of all windows. With System they also follow later changes of the desktop. May
/// replace a native style by ClearStyle.
void applyTheme(Theme theme);

/// Marks a button whose action cannot be undone with a colour that no other button has, the same in
/// every palette.
void setDestructive(QWidget *button);

/// Gives a widget muted or coloured text; the colour is updated when the palette changes. Each call
/// replaces the effect of earlier calls of either function.
void setMuted(QWidget *label);
void setStatusColor(QWidget *label, StatusColor statusColor);

} // namespace clusterdeck
