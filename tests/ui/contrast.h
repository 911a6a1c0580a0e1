// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QRect>

#include <functional>

class QWidget;

namespace clusterdeck
{

/// Contrast of two opaque colours as defined by WCAG 2: 1 to 21.
[[nodiscard]] double contrast(QRgb a, QRgb b);

/// `widget`, or `part` of it, as currently painted, on its own background, enlarged so that strokes
/// have a solid centre.
[[nodiscard]] QImage picture(QWidget *widget, QRect part = {});

/// The contrast of an element: `without` removes the element from `widget`, and the changed pixels
/// are compared before and after. Antialiased edges do not count: a fifth of the changed pixels
/// have at least the returned contrast; 0 when nothing changed.
[[nodiscard]] double prominence(QWidget *widget, const std::function<void()> &without,
                                QRect part = {});
[[nodiscard]] double prominence(const QImage &with, const QImage &without);

/// The highest contrast to `ground` that a fiftieth of `picture` reaches.
[[nodiscard]] double prominence(const QImage &picture, QRgb ground);

} // namespace clusterdeck
