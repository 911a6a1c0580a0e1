// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/quitdialog.h"

#include "ui/theme/textstyle.h"
#include "ui/widgets/tables.h"
#include "ui/widgets/windowcontext.h"
#include "ui/words/verbtext.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace clusterdeck
{

QuitDialog::QuitDialog(OperationService &operationService, QWidget *parent)
    : Dialog(QStringLiteral("Quit"), tr("Quit?"), parent)
    , m_operationService(operationService)
    , m_title(plainLabel(this))
    , m_text(plainLabel(this))
{
    m_title->setFont(fontFor(Type::Title, font()));
    m_text->setObjectName(QStringLiteral("Numbers"));
    body()->addWidget(m_title);
    body()->addWidget(m_text);
    body()->addStretch(1);
    QPushButton *keep =
        addButton(QStringLiteral("Keep open"), tr("&Keep open"), QDialogButtonBox::RejectRole);
    QPushButton *quit = addButton(QStringLiteral("Quit anyway"), tr("&Quit anyway"),
                                  QDialogButtonBox::DestructiveRole);
    connect(keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(quit, &QPushButton::clicked, this, &QDialog::accept);
    connect(&operationService, &OperationService::itemChanged, this, &QuitDialog::update);
    update();
    fitToWidth(70);
    keep->setDefault(true);
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
    if (open > unsent && windowContextOf(this).dataKind == DataKind::Demo)
        lines.append(
            tr("%Ln running: the practice cloud ends with Clusterdeck.", nullptr, open - unsent));
    else if (open > unsent)
        lines.append(
            tr("%Ln running: continues in the cloud, and is followed again at the next start.",
               nullptr, open - unsent));
    if (open == 0)
        lines.append(tr("All operations have ended in the meantime."));
    m_title->setText(tr("%Ln cluster(s) with unfinished operations", nullptr, open));
    m_text->setText(lines.join(u'\n'));
    setAccessibleDescription(m_title->text() + u'\n' + m_text->text());
}

} // namespace clusterdeck
