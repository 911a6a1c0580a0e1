// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/exportdialog.h"

#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/savefile.h"
#include "ui/widgets/tables.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>

namespace clusterdeck
{

namespace
{

ExportContent contentOf(const Batch &batch, const QList<JournalEvent> &events, bool demo)
{
    ExportContent content;
    content.name = batch.confirmedAt.toString(QStringLiteral("yyyyMMdd-HHmmss"));
    content.csv = [batch, events](const CsvOptions &options) {
        return csv(batch, events, options);
    };
    content.json = [batch, events, demo] { return json(batch, events, demo); };
    return content;
}

} // namespace

ExportDialog::ExportDialog(const Batch &batch, const QList<JournalEvent> &events, bool demo,
                           QWidget *parent)
    : ExportDialog(contentOf(batch, events, demo), demo, parent)
{
}

ExportDialog::ExportDialog(ExportContent content, bool demo, QWidget *parent)
    : QDialog(parent)
    , m_content(std::move(content))
    , m_demo(demo)
    , m_csv(new QRadioButton(tr("&Table (CSV), for a spreadsheet"), this))
    , m_json(new QRadioButton(tr("&JSON, for a program: everything that is known"), this))
    , m_separator(new QComboBox(this))
    , m_bom(new QCheckBox(tr("Begin with a &mark that says UTF-8 (Excel needs it)"), this))
    , m_problem(plainLabel(this))
{
    setObjectName(QStringLiteral("Export"));
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setWindowTitle(tr("Export"));
    m_csv->setObjectName(QStringLiteral("CSV"));
    m_json->setObjectName(QStringLiteral("JSON"));
    m_bom->setObjectName(QStringLiteral("BOM"));
    m_problem->setObjectName(QStringLiteral("Problem"));
    m_separator->setObjectName(QStringLiteral("Separator"));
    m_separator->addItem(tr("Comma"), QChar(u','));
    m_separator->addItem(tr("Semicolon"), QChar(u';'));
    m_separator->addItem(tr("Tab"), QChar(u'\t'));
    m_csv->setChecked(true);
    m_bom->setChecked(true);
    setStatusColor(m_problem, StatusColor::Bad);
    m_problem->hide();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_separator, m_bom})
        connect(m_csv, &QRadioButton::toggled, widget, &QWidget::setEnabled);
    layOut();
}

void ExportDialog::layOut()
{
    auto *form = new QFormLayout;
    form->setContentsMargins(space::Huge, 0, 0, 0);
    form->addRow(tr("&Separator"), m_separator);
    form->addRow(m_bom);
    qobject_cast<QLabel *>(form->labelForField(m_separator))->setTextFormat(Qt::PlainText);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *save = new QPushButton(tr("Save As…"), this);
    save->setObjectName(QStringLiteral("Save as"));
    save->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &ExportDialog::choosePath);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::Medium);
    foot->addStretch(1);
    foot->addWidget(cancel);
    foot->addWidget(save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::Huge, space::Huge, space::Huge, space::Huge);
    column->setSpacing(space::Large);
    column->addWidget(m_csv);
    column->addLayout(form);
    column->addWidget(m_json);
    column->addWidget(m_problem);
    column->addLayout(foot);
}

QByteArray ExportDialog::content() const
{
    if (m_json->isChecked())
        return m_content.json();
    return m_content.csv({m_bom->isChecked(), m_separator->currentData().toChar(), m_demo});
}

void ExportDialog::choosePath()
{
    const QString ending = m_json->isChecked() ? QStringLiteral("json") : QStringLiteral("csv");
    const QString name = QStringLiteral("%1clusterdeck-%2")
                             .arg(m_demo ? QStringLiteral("DEMO-") : QString(), m_content.name);
    QFileDialog *dialog = newSaveDialog(this, tr("Export"), name, ending);
    connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::write);
    dialog->open();
}

void ExportDialog::write(const QString &path)
{
    const QString problem = writeWhole(path, content());
    if (problem.isEmpty()) {
        emit written(path);
        accept();
        return;
    }
    m_problem->setText(problem);
    m_problem->show();
    announce(m_problem, m_problem->text());
}

} // namespace clusterdeck
