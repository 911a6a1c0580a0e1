// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reports/sheet.h"

#include <QDialog>
#include <QTimer>

#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;

namespace clusterdeck
{

class SheetPrinter;

/// Makes a PDF of a sheet where the person says, and tells how that went: asks for the place first,
/// and is seen from when it is known. Writes the file whole or not at all. Sends nothing.
/// finished() comes exactly once, also when no place was chosen; then it deletes itself.
class SheetDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SheetDialog(Sheet sheet, QWidget *parent);
    ~SheetDialog() override;

    void choosePath();

public slots:
    /// Makes the file; what the choice of a place ends with.
    void write(const QString &path);

signals:
    void written(const QString &path);

private:
    void layOut();
    void step();
    void save();

    Sheet m_sheet;
    QString m_path;
    std::unique_ptr<SheetPrinter> m_printer;
    QTimer m_steps;
    QLabel *m_text;
    QLabel *m_problem;
    QProgressBar *m_progress;
    QPushButton *m_open;
    QPushButton *m_again;
    QPushButton *m_close;
};

} // namespace clusterdeck
