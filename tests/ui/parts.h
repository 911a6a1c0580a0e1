// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>

namespace clusterdeck
{

/// The part of a window or dialog with this object name; null when there is none.
template <class T, class Whole>
[[nodiscard]] T *part(const Whole &whole, const char *name)
{
    return whole->template findChild<T *>(QLatin1String(name));
}

} // namespace clusterdeck
