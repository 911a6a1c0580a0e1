// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/sheetdialog.h"

#include "ui/reports/sheetprinter.h"
#include "ui/text/format.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/savefile.h"
#include "ui/widgets/tables.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace clusterdeck
{

SheetDialog::SheetDialog(Sheet sheet, QWidget *parent)
    : QDialog(parent)
    , m_sheet(std::move(sheet))
    , m_text(plainLabel(this))
    , m_problem(plainLabel(this))
    , m_progress(new QProgressBar(this))
    , m_open(new QPushButton(tr("&Open"), this))
    , m_again(new QPushButton(tr("Choose &another place…"), this))
    , m_close(new QPushButton(tr("Close"), this))
{
    setObjectName(QStringLiteral("Sheet"));
    setModal(true);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Save as PDF"));
    layOut();
    connect(&m_steps, &QTimer::timeout, this, &SheetDialog::step);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_again, &QPushButton::clicked, this, &SheetDialog::choosePath);
    connect(m_open, &QPushButton::clicked, this, [this] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(m_path));
        accept();
    });
}

SheetDialog::~SheetDialog() = default;

void SheetDialog::layOut()
{
    m_text->setObjectName(QStringLiteral("Text"));
    m_problem->setObjectName(QStringLiteral("Problem"));
    setStatusColor(m_problem, StatusColor::Bad);
    m_open->setObjectName(QStringLiteral("Open"));
    m_again->setObjectName(QStringLiteral("Another place"));
    m_close->setObjectName(QStringLiteral("Close"));
    m_open->setToolTip(tr("Look at it, or print it, in the desktop's viewer"));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    for (QPushButton *button : {m_open, m_again})
        button->setAutoDefault(false);
    m_close->setDefault(true);
    m_text->setMinimumWidth(widthOfLetters(fontMetrics(), 56));
    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::Medium);
    foot->addStretch(1);
    for (QPushButton *button : {m_again, m_open, m_close})
        foot->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::Huge, space::Huge, space::Huge, space::Huge);
    column->setSpacing(space::Large);
    column->addWidget(m_text);
    column->addWidget(m_problem);
    column->addWidget(m_progress);
    column->addLayout(foot);
}

void SheetDialog::choosePath()
{
    auto *over = isVisible() ? this : parentWidget();
    QFileDialog *dialog =
        newSaveDialog(over, windowTitle(), m_sheet.fileName, QStringLiteral("pdf"));
    connect(dialog, &QFileDialog::fileSelected, this, &SheetDialog::write);
    connect(dialog, &QDialog::rejected, this, [this] {
        if (!isVisible())
            reject();
    });
    dialog->open();
}

void SheetDialog::write(const QString &path)
{
    m_path = path;
    m_printer = std::make_unique<SheetPrinter>(m_sheet);
    m_text->setText(tr("Making the PDF…"));
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

void SheetDialog::step()
{
    const bool more = m_printer->step();
    m_progress->setValue(m_printer->percent());
    if (more)
        return;
    m_steps.stop();
    save();
}

void SheetDialog::save()
{
    const int pages = m_printer->pages();
    const QString problem = writeWhole(m_path, m_printer->pdf());
    m_printer.reset();
    m_progress->hide();
    m_open->setVisible(problem.isEmpty());
    m_again->setVisible(!problem.isEmpty());
    m_close->setText(tr("Close"));
    m_text->setVisible(problem.isEmpty());
    m_problem->setVisible(!problem.isEmpty());
    if (!problem.isEmpty()) {
        m_problem->setText(breakable(problem));
        announce(m_problem, problem);
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

} // namespace clusterdeck
