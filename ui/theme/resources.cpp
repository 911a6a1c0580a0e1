// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/resources.h"

#include "ui/text/language.h"

#include <QCoreApplication>

// The macro does not work inside a namespace.
static void initializeResources()
{
    Q_INIT_RESOURCE(clusterdeck);
}

namespace clusterdeck
{

void loadResources(QCoreApplication &application, const QString &language)
{
    initializeResources();
    useLanguage(application, languageFor(language, QLocale::system().uiLanguages()));
}

} // namespace clusterdeck
