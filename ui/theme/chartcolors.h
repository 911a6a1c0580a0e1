// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBrush>
#include <QPalette>

namespace clusterdeck
{

/// The colours of what is drawn as a picture: told apart by people who see fewer colours than
/// others (after Okabe and Ito), and still never alone: a pattern, a word or a number is beside it.
enum class ChartColor { Blue, Orange, Green, Sky, Vermilion, Purple, Grey };

/// At least 3:1 on `palette`'s window and base, light or dark.
[[nodiscard]] QColor colorForChart(ChartColor hue, const QPalette &palette);

/// The palette of what is printed or saved: always dark on white.
[[nodiscard]] QPalette paperPalette();

} // namespace clusterdeck
