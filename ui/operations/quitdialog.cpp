// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/quitdialog.h"

#include "ui/operations/verbtext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/textstyle.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace clusterdeck
{

QuitDialog::QuitDialog(OperationService &operationService, bool demo, QWidget *parent)
    : QDialog(parent)
    , m_operationService(operationService)
    , m_demo(demo)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
{
    setObjectName(QStringLiteral("Quit"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Quit?"));
    m_text->setObjectName(QStringLiteral("Numbers"));
    for (QLabel *label : {m_title, m_text})
        label->setTextFormat(Qt::PlainText);
    m_title->setFont(fontFor(Type::Title, font()));
    m_text->setWordWrap(true);
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
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addStretch(1);
    column->addLayout(foot);
    setMinimumWidth(widthOfLetters(fontMetrics(), 70));
    connect(&operationService, &OperationService::itemChanged, this, &QuitDialog::update);
    update();
    keep->setFocus();
}

void QuitDialog::update()
{
    int unsent = 0;
    for (const BatchRunner *runner : m_operationService.batches())
        unsent += unsentItems(runner->batch());
    const int open = m_operationService.openItems();
    QStringList lines;
    if (unsent > 0)
        lines.append(tr("%Ln not sent yet: cancelled when Clusterdeck quits.", nullptr, unsent));
    if (open > unsent && m_demo)
        lines.append(tr("%Ln under way: the practice cloud ends together with Clusterdeck.",
                        nullptr, open - unsent));
    else if (open > unsent)
        lines.append(tr("%Ln under way: goes on in the cloud, and is watched again at the next "
                        "start.",
                        nullptr, open - unsent));
    if (open == 0)
        lines.append(tr("Meanwhile everything has come to its end."));
    m_title->setText(tr("%Ln cluster(s) not at an end yet", nullptr, open));
    m_text->setText(lines.join(u'\n'));
    setAccessibleDescription(m_title->text() + u'\n' + m_text->text());
}

} // namespace clusterdeck
