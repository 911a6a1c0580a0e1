// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/export.h"
#include "ui/widgets/window.h"

#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QRadioButton;

namespace clusterdeck
{

/// The content to export. `csv` and `json` return the bytes of the file in that format.
struct ExportContent {
    QString name; ///< the end of the file name, without suffix: clusterdeck-NAME.csv
    std::function<QByteArray(const CsvOptions &)> csv;
    std::function<QByteArray()> json;
};

/// Asks in which format and where to export. Writes the file completely or not at all. If it cannot
/// be written, the dialog says why and stays open. Show it with open().
class ExportDialog : public Dialog
{
    Q_OBJECT

public:
    ExportDialog(ExportContent content, QWidget *parent);

    /// The file's bytes, as chosen now.
    [[nodiscard]] QByteArray content() const;

public slots:
    /// Writes the content to `path`; called when the file dialog is accepted.
    void write(const QString &path);

signals:
    /// The file was written. The dialog closes afterwards.
    void written(const QString &path);

private:
    void choosePath();

    ExportContent m_content;
    QRadioButton *m_csv;
    QRadioButton *m_json;
    QComboBox *m_separator;
    QCheckBox *m_bom;
    QLabel *m_problem;
};

} // namespace clusterdeck
