// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportdialog.h"

#include "ui/reports/reportprinter.h"
#include "ui/text/format.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/widgets/files.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tables.h"

#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace clusterdeck
{

ReportDialog::ReportDialog(Report report, QWidget *parent)
    : Dialog(QStringLiteral("Report"), tr("Save as PDF"), parent)
    , m_report(std::move(report))
    , m_text(plainLabel(this))
    , m_problem(plainLabel(this))
    , m_progress(new QProgressBar(this))
    , m_open(addButton(QStringLiteral("Open"), tr("&Open"), QDialogButtonBox::ActionRole))
    , m_again(addButton(QStringLiteral("Another place"), tr("Choose &another location…"),
                        QDialogButtonBox::ActionRole))
    , m_close(addCloseButton())
{
    m_text->setObjectName(QStringLiteral("Text"));
    m_text->setMinimumWidth(widthOfLetters(fontMetrics(), 56));
    m_problem->setObjectName(QStringLiteral("Problem"));
    setStatusColor(m_problem, StatusColor::Bad);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_open->setToolTip(tr("Open in the default viewer to view or print"));
    m_close->setDefault(true);
    for (QWidget *part : std::initializer_list<QWidget *>{m_text, m_problem, m_progress})
        body()->addWidget(part);
    connect(&m_steps, &QTimer::timeout, this, &ReportDialog::step);
    connect(m_again, &QPushButton::clicked, this, &ReportDialog::choosePath);
    connect(m_open, &QPushButton::clicked, this, &ReportDialog::openFile);
}

ReportDialog::~ReportDialog() = default;

void ReportDialog::choosePath()
{
    auto *over = isVisible() ? this : parentWidget();
    QFileDialog *dialog =
        newSaveDialog(over, windowTitle(), m_report.fileName, QStringLiteral("pdf"));
    connect(dialog, &QFileDialog::fileSelected, this, &ReportDialog::write);
    connect(dialog, &QDialog::rejected, this, [this] {
        if (!isVisible())
            reject();
    });
    dialog->open();
}

void ReportDialog::write(const QString &path)
{
    m_path = path;
    m_printer = std::make_unique<ReportPrinter>(m_report);
    m_text->setText(tr("Creating the PDF…"));
    m_text->show();
    m_problem->hide();
    m_progress->setValue(0);
    m_progress->show();
    m_open->hide();
    m_again->hide();
    m_close->setText(tr("Cancel"));
    m_close->setFocus();
    m_steps.start(0);
    open();
}

void ReportDialog::step()
{
    const bool more = m_printer->step();
    m_progress->setValue(m_printer->percent());
    if (more)
        return;
    m_steps.stop();
    save();
}

void ReportDialog::save()
{
    const int pages = m_printer->pages();
    const QString problem = writeWhole(m_path, m_printer->pdf());
    m_printer.reset();
    m_progress->hide();
    m_open->setVisible(problem.isEmpty());
    m_again->setVisible(!problem.isEmpty());
    m_close->setText(tr("Close"));
    m_text->setVisible(problem.isEmpty());
    showProblem(m_problem, problem);
    if (!problem.isEmpty()) {
        adjustSize();
        return;
    }
    const QString sentence = tr("%Ln page(s), saved as %1", nullptr, pages)
                                 .arg(shownLine(QDir::toNativeSeparators(m_path), LongestQuote));
    m_text->setText(breakable(sentence));
    announce(m_text, sentence);
    adjustSize();
    emit written(m_path);
}

void ReportDialog::openFile()
{
    const QString problem = openOutside(QUrl::fromLocalFile(m_path));
    showProblem(m_problem, problem);
    if (problem.isEmpty())
        accept();
}

} // namespace clusterdeck
