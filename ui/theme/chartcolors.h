// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBrush>
#include <QPalette>

namespace clusterdeck
{

/// The colours of charts, after Okabe and Ito: people with a colour vision deficiency can tell them
/// apart. A pattern, a word or a number always stands beside a colour.
enum class ChartColor { Blue, Orange, Green, Sky, Vermilion, Purple, Grey };

/// At least 3:1 on `palette`'s window and base, light or dark.
[[nodiscard]] QColor colorForChart(ChartColor hue, const QPalette &palette);

/// The palette of what is printed or saved: always dark on white.
[[nodiscard]] QPalette paperPalette();

} // namespace clusterdeck
