// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/files.h"

#include "app/support/namedfile.h"
#include "ui/text/filetext.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUrl>

namespace clusterdeck
{

namespace
{

struct Files {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::Files)
};

} // namespace

QFileDialog *newSaveDialog(QWidget *parent, const QString &title, const QString &name,
                           const QString &ending)
{
    auto *dialog = new QFileDialog(
        parent, title, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    dialog->setNameFilter(QStringLiteral("*.%1").arg(ending));
    dialog->selectFile(QStringLiteral("%1.%2").arg(name, ending));
    return dialog;
}

QFileDialog *newOpenDialog(QWidget *parent, const QString &title, const QStringList &filters)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptOpen);
    dialog->setFileMode(QFileDialog::ExistingFile);
    if (!filters.isEmpty())
        dialog->setNameFilters(filters);
    return dialog;
}

QString writeWhole(const QString &path, const QByteArray &bytes)
{
    const auto problem = writeNamedFile(path, bytes);
    return problem ? Files::tr("The file could not be written: %1").arg(fileProblemText(*problem))
                   : QString();
}

QString openOutside(const QUrl &url)
{
    if (QDesktopServices::openUrl(url))
        return {};
    if (!url.isLocalFile())
        return Files::tr("The link could not be opened: %1")
            .arg(shownLine(url.toDisplayString(), LongestQuote));
    const QString path = shownLine(QDir::toNativeSeparators(url.toLocalFile()), LongestQuote);
    return QFileInfo(url.toLocalFile()).isDir()
               ? Files::tr("The folder could not be opened: %1").arg(path)
               : Files::tr("The file could not be opened: %1").arg(path);
}

} // namespace clusterdeck
