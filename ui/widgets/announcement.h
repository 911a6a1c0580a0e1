// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;
class QWidget;

namespace clusterdeck
{

/// A screen reader reads `sentence` now, wherever the focus is. It becomes the accessible name of
/// `widget` too. `sentence` is plain text. Without a screen reader nothing is created.
void announce(QWidget *widget, const QString &sentence);

} // namespace clusterdeck
