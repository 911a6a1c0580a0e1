// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/filter/filternamedialog.h"

#include "ui/text/format.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/widgets/tables.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace clusterdeck
{

FilterNameDialog::FilterNameDialog(For purpose, const QString &name, const QString &what,
                                   const QStringList &taken, const QStringList &fixed,
                                   QWidget *parent)
    : Dialog(QStringLiteral("Filter name"),
             purpose == For::Saving ? tr("Save this filter") : tr("Rename a filter"), parent)
    , m_purpose(purpose)
    , m_taken(taken)
    , m_fixed(fixed)
    , m_name(new QLineEdit(name, this))
    , m_note(plainLabel(this))
    , m_save(addButton(QStringLiteral("Save"), purpose == For::Saving ? tr("Save") : tr("Rename"),
                       QDialogButtonBox::AcceptRole))
{
    addCancelButton();
    auto *summary = plainLabel(this);
    summary->setText(breakable(shownLine(what)));
    setMuted(summary);
    auto *label = new QLabel(tr("&Name"), this);
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(m_name);
    m_name->setObjectName(QStringLiteral("Name of the filter"));
    m_name->setAccessibleName(tr("Name of the filter"));
    m_name->setMaxLength(LongestNameShown);
    m_note->setObjectName(QStringLiteral("Note"));
    m_save->setDefault(true);
    connect(m_name, &QLineEdit::textChanged, this, &FilterNameDialog::check);
    connect(m_save, &QPushButton::clicked, this, [this] {
        emit chosen(m_name->text().trimmed());
        accept();
    });

    auto *line = new QHBoxLayout;
    line->setSpacing(space::Medium);
    line->addWidget(label);
    line->addWidget(m_name, 1);
    body()->addWidget(summary);
    body()->addLayout(line);
    body()->addWidget(m_note);
    check();
    fitToWidth(60);
    m_name->selectAll();
    m_name->setFocus();
}

void FilterNameDialog::check()
{
    const QString name = m_name->text().trimmed();
    const bool isFixed = m_fixed.contains(name, Qt::CaseInsensitive);
    const bool isTaken = m_taken.contains(name, Qt::CaseInsensitive);
    QString note(QChar::Nbsp); // not empty, so that the height does not change
    if (isFixed)
        note = tr("“%1” is built in.").arg(name);
    else if (isTaken)
        note = m_purpose == For::Saving ? tr("Replaces the filter of this name.")
                                        : tr("Another filter has this name.");
    m_note->setText(note);
    m_save->setEnabled(!name.isEmpty() && !isFixed && (!isTaken || m_purpose == For::Saving));
}

} // namespace clusterdeck
