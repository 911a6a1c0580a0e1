// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QRect>

#include <functional>

class QWidget;

namespace clusterdeck
{

/// Contrast of two opaque colours as WCAG 2 has it: 1 to 21.
[[nodiscard]] double contrast(QRgb a, QRgb b);

/// `widget`, or `part` of it, as it would be painted now, on its own ground, so large that strokes
/// have a middle.
[[nodiscard]] QImage picture(QWidget *widget, QRect part = {});

/// How strongly something stands out: `without` takes it away from `widget`, and what has changed
/// is what it was. Of antialiased shapes the full strokes count: a fifth of what changed has at
/// least the contrast that is returned; 0 when nothing changed.
[[nodiscard]] double prominence(QWidget *widget, const std::function<void()> &without,
                                QRect part = {});
[[nodiscard]] double prominence(const QImage &with, const QImage &without);

/// The best contrast that a fiftieth of `picture` has to `ground`.
[[nodiscard]] double prominence(const QImage &picture, QRgb ground);

} // namespace clusterdeck
