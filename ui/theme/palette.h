// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/colorscheme.h"

#include <QColor>
#include <QPalette>

#include <optional>

class QWidget;

namespace clusterdeck
{

/// What a colour means. A glyph or a word beside it always says the same.
enum class StatusColor { Neutral, Good, Busy, Warning, Bad };

[[nodiscard]] bool isDark(const QPalette &palette);

/// The colour for `palette`: its contrast is at least 4.5:1 on both window and base.
[[nodiscard]] QColor colorForStatus(StatusColor statusColor, const QPalette &palette);

/// The colour of less important text: contrast at least 4.5:1.
[[nodiscard]] QColor mutedText(const QPalette &palette);

/// The badge of the practice cloud: the only colours that are the same in every palette.
struct BadgeColors {
    QColor background;
    QColor text;
};
[[nodiscard]] BadgeColors badgeColors();

/// Which palette the windows follow.
enum class Theme { System, Light, Dark };

/// Which of the program's palettes the windows get; none: the platform's own, which is right where
/// the platform is dark already.
[[nodiscard]] std::optional<Theme> ownTheme(Theme requested, ColorScheme desktop,
                                            bool platformIsDark);

/// All windows use `theme` from now on. With System they also follow later changes of the desktop.
void applyTheme(Theme theme);

/// Marks a button whose action cannot be undone: a colour that no other button has, the same in
/// light and dark.
void setDestructive(QWidget *button);

/// Gives a widget muted or coloured text, which follows the palette.
void setMuted(QWidget *label);
void setStatusColor(QWidget *label, StatusColor statusColor);

} // namespace clusterdeck
