// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/exportdialog.h"

#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/widgets/files.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tables.h"
#include "ui/widgets/windowcontext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>

namespace clusterdeck
{

ExportDialog::ExportDialog(ExportContent content, QWidget *parent)
    : Dialog(QStringLiteral("Export"), tr("Export"), parent)
    , m_content(std::move(content))
    , m_csv(new QRadioButton(tr("&Table (CSV), for a spreadsheet"), this))
    , m_json(new QRadioButton(tr("&JSON, for programs: all fields"), this))
    , m_separator(new QComboBox(this))
    , m_bom(new QCheckBox(tr("Add a byte-order &mark (for Excel)"), this))
    , m_problem(plainLabel(this))
{
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
    auto *form = new QFormLayout;
    form->setContentsMargins(space::Huge, 0, 0, 0);
    form->addRow(tr("&Separator"), m_separator);
    form->addRow(m_bom);
    qobject_cast<QLabel *>(form->labelForField(m_separator))->setTextFormat(Qt::PlainText);
    body()->addWidget(m_csv);
    body()->addLayout(form);
    body()->addWidget(m_json);
    body()->addWidget(m_problem);
    QPushButton *cancel =
        addButton(QStringLiteral("Cancel"), tr("Cancel"), QDialogButtonBox::RejectRole);
    QPushButton *save =
        addButton(QStringLiteral("Save as"), tr("Save As…"), QDialogButtonBox::AcceptRole);
    save->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &ExportDialog::choosePath);
}

QByteArray ExportDialog::content() const
{
    if (m_json->isChecked())
        return m_content.json();
    return m_content.csv(
        {m_bom->isChecked(), m_separator->currentData().toChar(), windowContextOf(this).dataKind});
}

void ExportDialog::choosePath()
{
    const QString suffix = m_json->isChecked() ? QStringLiteral("json") : QStringLiteral("csv");
    const QString name = QStringLiteral("%1clusterdeck-%2")
                             .arg(filePrefix(windowContextOf(this).dataKind), m_content.name);
    QFileDialog *dialog = newSaveDialog(this, tr("Export"), name, suffix);
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
