// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QCoreApplication;

namespace clusterdeck
{

/// Registers the icons and installs the translations of languageFor(`language`, the system's
/// languages). `language`: the chosen one; empty: none was chosen. Call it once, before the first
/// window. A missing translation leaves the English source texts.
void loadResources(QCoreApplication &application, const QString &language = {});

} // namespace clusterdeck
