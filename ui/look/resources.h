// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;

namespace clusterdeck
{

/// Makes icons available and texts whole (plurals need a catalogue, in English too). Call once,
/// before the first window; never fails.
void loadResources(QCoreApplication &application);

} // namespace clusterdeck
