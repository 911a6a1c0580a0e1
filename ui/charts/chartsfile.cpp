// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartsfile.h"

#include "ui/text/format.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPluginLoader>

namespace clusterdeck
{

namespace
{

struct ChartsFileWords {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::Charts)
};

const QString FileName = QStringLiteral(CLUSTERDECK_CHARTS_FILE);

} // namespace

QStringList pluginFolders()
{
    const QDir program(QCoreApplication::applicationDirPath());
    return {QDir::cleanPath(program.filePath(QStringLiteral(CLUSTERDECK_PLUGINS_FROM_PROGRAM))),
            program.filePath(QStringLiteral("plugins"))};
}

LoadedCharts loadCharts(const QStringList &folders)
{
    for (const QString &folder : folders) {
        const QString path = QDir(folder).filePath(FileName);
        if (!QFileInfo::exists(path))
            continue;
        QPluginLoader loader(path);
        if (auto *maker = qobject_cast<ChartMaker *>(loader.instance()))
            return {maker, {}};
        if (loader.isLoaded())
            return {nullptr,
                    ChartsFileWords::tr("The charts cannot be drawn: %1 belongs to another version "
                                        "of the program. Install it anew.")
                        .arg(shownLine(path))};
        return {nullptr, ChartsFileWords::tr("The charts cannot be drawn: %1")
                             .arg(shownLine(loader.errorString(), LongestQuote))};
    }
    return {nullptr,
            ChartsFileWords::tr(
                "The charts cannot be drawn: the file %1 is missing from where the program "
                "is installed. The tables hold the same numbers.")
                .arg(FileName)};
}

} // namespace clusterdeck
