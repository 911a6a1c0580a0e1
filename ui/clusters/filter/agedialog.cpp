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
    : QDialog(parent)
{
    setObjectName(QStringLiteral("Age limit"));
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setWindowTitle(tr("Show old clusters"));
    auto *label = new QLabel(tr("Only clusters older than so many &days:"), this);
    label->setTextFormat(Qt::PlainText);
    auto *field = new QSpinBox(this);
    field->setObjectName(QStringLiteral("Days"));
    field->setAccessibleName(tr("Days"));
    field->setRange(1, OldestDays);
    field->setValue(days > 0 ? days : 180);
    label->setBuddy(field);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *show = new QPushButton(tr("Show these"), this);
    show->setObjectName(QStringLiteral("Show these"));
    show->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(show, &QPushButton::clicked, this, [this, field] {
        emit chosen(field->value());
        accept();
    });

    auto *line = new QHBoxLayout;
    line->setSpacing(space::Medium);
    line->addWidget(label);
    line->addWidget(field, 1);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::Medium);
    foot->addStretch(1);
    foot->addWidget(cancel);
    foot->addWidget(show);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::Huge, space::Huge, space::Huge, space::Huge);
    column->setSpacing(space::Large);
    column->addLayout(line);
    column->addLayout(foot);
    field->selectAll();
    field->setFocus();
}

} // namespace clusterdeck
