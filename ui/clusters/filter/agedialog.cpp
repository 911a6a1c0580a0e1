// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/filter/agedialog.h"

#include "app/clusters/table/clusterfilter.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace clusterdeck
{

AgeDialog::AgeDialog(int days, QWidget *parent)
    : Dialog(QStringLiteral("Age limit"), tr("Show old clusters"), parent)
{
    auto *label = new QLabel(tr("Only clusters older than this number of &days:"), this);
    label->setTextFormat(Qt::PlainText);
    auto *field = new QSpinBox(this);
    field->setObjectName(QStringLiteral("Days"));
    field->setAccessibleName(tr("Days"));
    field->setRange(1, OldestDays);
    field->setValue(days > 0 ? days : 180);
    label->setBuddy(field);
    addCancelButton();
    QPushButton *show =
        addButton(QStringLiteral("Show these"), tr("Show clusters"), QDialogButtonBox::AcceptRole);
    show->setDefault(true);
    connect(show, &QPushButton::clicked, this, [this, field] {
        emit chosen(field->value());
        accept();
    });

    auto *line = new QHBoxLayout;
    line->setSpacing(space::Medium);
    line->addWidget(label);
    line->addWidget(field, 1);
    body()->addLayout(line);
    field->selectAll();
    field->setFocus();
}

} // namespace clusterdeck
