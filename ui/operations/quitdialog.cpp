// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/quitdialog.h"

#include "ui/look/metrics.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace clusterdeck
{

QuitDialog::QuitDialog(int openItems, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("Quit"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Quit Clusterdeck?"));
    auto *title = new QLabel(tr("%n cluster(s) not at an end yet", nullptr, openItems), this);
    auto *text =
        new QLabel(tr("What was sent goes on in the cloud, but nobody watches it to its end. "
                      "What was not sent yet never will be."),
                   this);
    for (QLabel *label : {title, text})
        label->setTextFormat(Qt::PlainText);
    QFont bold = font();
    bold.setPointSizeF(bold.pointSizeF() * 1.2);
    bold.setBold(true);
    title->setFont(bold);
    text->setWordWrap(true);
    auto *keep = new QPushButton(tr("&Keep open"), this);
    auto *quit = new QPushButton(tr("&Quit anyway"), this);
    keep->setDefault(true);
    quit->setAutoDefault(false);
    connect(keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(quit, &QPushButton::clicked, this, &QDialog::accept);

    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::Medium);
    foot->addStretch(1);
    foot->addWidget(keep);
    foot->addWidget(quit);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::Huge, space::Huge, space::Huge, space::Huge);
    column->setSpacing(space::Large);
    column->addWidget(title);
    column->addWidget(text);
    column->addStretch(1);
    column->addLayout(foot);
    setMinimumWidth(fontMetrics().averageCharWidth() * 70);
    keep->setFocus();
}

} // namespace clusterdeck
