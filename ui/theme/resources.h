// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QCoreApplication;

namespace clusterdeck
{

/// Loads icons and the catalogue of texts (English needs one too, for its plurals), in the language
/// that was chosen: see languageFor(). Call it once, before the first window; never fails.
void loadResources(QCoreApplication &application, const QString &language = {});

} // namespace clusterdeck
