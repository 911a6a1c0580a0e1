// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;
class QWidget;

namespace clusterdeck
{

/// Lets a screen reader read `sentence`, plain text, now, whatever has the focus. Also sets it as
/// the accessible name of `widget`. Without a screen reader nothing else happens.
void announce(QWidget *widget, const QString &sentence);

} // namespace clusterdeck
