// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QCoreApplication;

namespace clusterdeck
{

/// Makes icons available and texts whole (plurals need a catalogue, in English too), in the
/// language that was chosen, see languageFor(). Call it once, before the first window; never fails.
void loadResources(QCoreApplication &application, const QString &language = {});

} // namespace clusterdeck
