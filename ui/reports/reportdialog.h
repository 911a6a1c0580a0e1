// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reports/report.h"
#include "ui/widgets/window.h"

#include <QTimer>

#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;

namespace clusterdeck
{

class ReportPrinter;

/// Asks for a file name, then shows itself while it writes a report there as PDF, and reports the
/// result. The file is written completely or not at all. Sends nothing. finished() is emitted
/// exactly once, also when no file name was chosen; then the dialog deletes itself.
class ReportDialog : public Dialog
{
    Q_OBJECT

public:
    explicit ReportDialog(Report report, QWidget *parent);
    ~ReportDialog() override;

    /// Asks for the file name. Call it once instead of open().
    void choosePath();

public slots:
    /// Shows the dialog and writes the file; called when the file dialog is accepted.
    void write(const QString &path);

signals:
    /// The file was written. The dialog stays open.
    void written(const QString &path);

private:
    void step();
    void save();
    void openFile();

    Report m_report;
    QString m_path;
    std::unique_ptr<ReportPrinter> m_printer;
    QTimer m_steps;
    QLabel *m_text;
    QLabel *m_problem;
    QProgressBar *m_progress;
    QPushButton *m_open;
    QPushButton *m_again;
    QPushButton *m_close;
};

} // namespace clusterdeck
