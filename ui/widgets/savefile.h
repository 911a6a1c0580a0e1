// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

class QFileDialog;
class QWidget;

namespace clusterdeck
{

/// A dialog that asks where to save a file, first in the user's documents folder as `name`.
/// `ending`
/// ("pdf") is added when none is typed. Deletes itself when it is closed. Show it with open() and
/// connect fileSelected().
[[nodiscard]] QFileDialog *newSaveDialog(QWidget *parent, const QString &title, const QString &name,
                                         const QString &ending);

/// Writes a file completely or not at all: see writeNamedFile(). Returns nothing, or a sentence
/// that says why it was not written; then the file at `path` is unchanged.
[[nodiscard]] QString writeWhole(const QString &path, const QByteArray &bytes);

} // namespace clusterdeck
