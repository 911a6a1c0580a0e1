// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartpage.h"

#include "ui/text/joining.h"
#include "ui/theme/chartcolors.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/recordtable.h"
#include "ui/widgets/tables.h"
#include "ui/widgets/windowcontext.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace clusterdeck
{

ChartPage::ChartPage(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_head(new QHBoxLayout)
    , m_summary(plainLabel(this))
    , m_problem(plainLabel(this))
    , m_stack(new QStackedWidget(this))
    , m_table(new RecordTable(QStringLiteral("Numbers"), name, this))
    , m_asTable(new QPushButton(tr("Show as &table"), this))
    , m_copy(new QPushButton(tr("Cop&y chart"), this))
    , m_save(new QPushButton(tr("Save &chart…"), this))
    , m_name(name)
{
    m_summary->setObjectName(QStringLiteral("Summary"));
    m_problem->setObjectName(QStringLiteral("Problem"));
    m_asTable->setObjectName(QStringLiteral("Show as table"));
    m_copy->setObjectName(QStringLiteral("Copy chart"));
    m_save->setObjectName(QStringLiteral("Save chart"));
    m_asTable->setCheckable(true);
    m_asTable->setToolTip(tr("Show the same numbers in a table"));
    m_save->setToolTip(tr("Save as PNG, SVG or PDF, dark on white"));
    setStatusColor(m_problem, StatusColor::Bad);
    m_problem->hide();
    for (QPushButton *button : {m_asTable, m_copy, m_save})
        button->setAutoDefault(false);
    connect(m_asTable, &QPushButton::toggled, this, &ChartPage::showTable);
    connect(m_copy, &QPushButton::clicked, this, &ChartPage::copy);
    connect(m_save, &QPushButton::clicked, this, &ChartPage::choosePath);
}

void ChartPage::setUp(QWidget *chart, RecordModelBase *model)
{
    m_table->setRecordModel(model);
    chart->setAccessibleName(m_name);
    m_stack->addWidget(chart);
    m_stack->addWidget(m_table);
    layOut();
}

void ChartPage::layOut()
{
    m_head->setContentsMargins(0, 0, 0, 0);
    m_head->setSpacing(space::Medium);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::Medium);
    foot->addWidget(m_asTable);
    foot->addStretch(1);
    foot->addWidget(m_copy);
    foot->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::Large, space::Large, space::Large, space::Large);
    column->setSpacing(space::Medium);
    column->addLayout(m_head);
    column->addWidget(m_summary);
    column->addWidget(m_problem);
    column->addWidget(m_stack, 1);
    column->addLayout(foot);
}

QString ChartPage::summary() const
{
    return m_summary->text();
}

void ChartPage::setSummary(const QString &text)
{
    if (text == m_summary->text())
        return;
    m_summary->setText(text);
    m_stack->widget(0)->setAccessibleDescription(
        sentences({text, tr("\"Show as table\" has the numbers.")}));
}

void ChartPage::showProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (!problem.isEmpty() && isVisible())
        announce(m_problem, problem);
}

bool ChartPage::showsTable() const
{
    return m_stack->currentIndex() == 1;
}

void ChartPage::showTable(bool table)
{
    m_asTable->setChecked(table);
    m_stack->setCurrentIndex(table ? 1 : 0);
    m_copy->setText(table ? tr("Cop&y table") : tr("Cop&y chart"));
}

Drawing ChartPage::titledDrawing() const
{
    Drawing made = drawing();
    made.title = window()->windowTitle();
    made.summary = summary();
    made.dataKind = windowContextOf(this).dataKind;
    made.font = paperFont(font());
    return made;
}

void ChartPage::copy()
{
    if (showsTable()) {
        const bool all = !m_table->selectionModel()->hasSelection();
        QGuiApplication::clipboard()->setText(m_table->rowsText(all));
    } else {
        QGuiApplication::clipboard()->setImage(imageOf(titledDrawing()));
    }
}

void ChartPage::choosePath()
{
    auto *dialog = new QFileDialog(
        this, tr("Save chart"), QStandardPaths::writableLocation(QStandardPaths::PicturesLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(
        {tr("PNG image (*.png)"), tr("SVG image (*.svg)"), tr("PDF document (*.pdf)")});
    dialog->setDefaultSuffix(QStringLiteral("png"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.sliced(filter.lastIndexOf(u'.') + 1).chopped(1));
    });
    dialog->selectFile(filePrefix(windowContextOf(this).dataKind) + QStringLiteral("clusterdeck"));
    connect(dialog, &QFileDialog::fileSelected, this, &ChartPage::save);
    dialog->open();
}

void ChartPage::save(const QString &path)
{
    showProblem(saveDrawing(titledDrawing(), path));
}

} // namespace clusterdeck
