// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QCoreApplication;

namespace clusterdeck
{

class Translation;

/// Loads icons and the catalogue of texts (English needs one too, for its plurals), in the
/// language that `wish` comes to: see languageFor(). Call once, before the first window; never
/// fails. The result lives as long as the application.
Translation *loadResources(QCoreApplication &application, const QString &wish = {});

} // namespace clusterdeck
