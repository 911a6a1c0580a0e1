// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

class QFileDialog;
class QUrl;
class QWidget;

namespace clusterdeck
{

/// A dialog that asks where to save a file, and proposes the user's documents folder and `name`.
/// `ending` ("pdf") is added if the user types no suffix. The dialog deletes itself when it is
/// closed. Show it with open() and connect fileSelected().
[[nodiscard]] QFileDialog *newSaveDialog(QWidget *parent, const QString &title, const QString &name,
                                         const QString &ending);

/// A dialog that asks for an existing file. `filters`: as in QFileDialog::setNameFilters(); empty:
/// all files. The dialog deletes itself when it is closed. Show it with open() and connect
/// fileSelected().
[[nodiscard]] QFileDialog *newOpenDialog(QWidget *parent, const QString &title,
                                         const QStringList &filters = {});

/// Writes a file completely or not at all: see writeNamedFile(). Returns an empty text, or why the
/// file was not written; then the file at `path` is unchanged.
[[nodiscard]] QString writeWhole(const QString &path, const QByteArray &bytes);

/// Opens a file, a folder or a link with the desktop's program for it. Returns an empty text, or
/// one sentence, plain text, that says what could not be opened and where it is.
[[nodiscard]] QString openOutside(const QUrl &url);

} // namespace clusterdeck
