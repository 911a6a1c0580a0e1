// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;
class QWidget;

namespace clusterdeck
{

/// Tells a screen reader at once what `widget` now says, wherever the keyboard is; it becomes the
/// widget's accessible name too. `sentence` is plain text fit to be shown. Nobody listens: nothing
/// is made for it.
void announce(QWidget *widget, const QString &sentence);

} // namespace clusterdeck
