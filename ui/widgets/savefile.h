// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

class QFileDialog;
class QWidget;

namespace clusterdeck
{

/// Asks where a file of ours is to go: in the person's documents at first, as `name`, which gets
/// `ending` ("pdf") when none is typed. Deletes itself when it closes. Show it with open() and take
/// fileSelected() of it.
[[nodiscard]] QFileDialog *newSaveDialog(QWidget *parent, const QString &title, const QString &name,
                                         const QString &ending);

/// Writes a file whole or not at all, see writeNamedFile(). Empty when it is there; else a sentence
/// that says why it is not, and whatever was at `path` before is as it was.
[[nodiscard]] QString writeWhole(const QString &path, const QByteArray &bytes);

} // namespace clusterdeck
