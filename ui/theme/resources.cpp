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

Translation *loadResources(QCoreApplication &application, const QString &wish)
{
    initializeResources();
    auto *translation = new Translation(application);
    translation->use(wish);
    return translation;
}

} // namespace clusterdeck
