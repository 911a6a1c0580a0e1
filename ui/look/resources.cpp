// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/resources.h"

#include <QCoreApplication>
#include <QTranslator>

// The macro does not work inside a namespace.
static void initializeResources()
{
    Q_INIT_RESOURCE(clusterdeck);
}

namespace clusterdeck
{

void loadResources(QCoreApplication &application)
{
    initializeResources();
    auto *english = new QTranslator(&application);
    if (english->load(QStringLiteral(":/translations/clusterdeck_en.qm")))
        QCoreApplication::installTranslator(english);
}

} // namespace clusterdeck
