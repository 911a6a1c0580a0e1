// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/removedialog.h"

#include "ui/accounts/accounttext.h"
#include "ui/text/format.h"
#include "ui/widgets/tables.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace clusterdeck
{

RemoveDialog::RemoveDialog(AccountBook &book, const AccountEntry &entry, QWidget *parent)
    : KeychainDialog(
          QStringLiteral("Remove account"),
          tr("Remove %1?").arg(shownLine(entry.saved.account.name, LongestNameShown)),
          tr("The keychain has not answered yet. If it asks, answer in its own window. If "
             "you keep the account now, its secret may have to be entered again."),
          parent)
    , m_book(book)
    , m_id(entry.id())
    , m_keep(addButton(QStringLiteral("Keep"), tr("&Keep account"), QDialogButtonBox::RejectRole))
    , m_remove(addButton(QStringLiteral("Remove"), tr("&Remove account"),
                         QDialogButtonBox::DestructiveRole))
{
    auto *text = plainLabel(this);
    text->setText(
        entry.saved.remember
            ? tr("The account's settings are removed from this program and its secret from the "
                 "keychain. Nothing changes in the cloud. The history of operations stays.")
            : tr("The account's settings are removed from this program. Nothing changes in the "
                 "cloud. The history of operations stays."));
    body()->addWidget(text);
    body()->addWidget(problem());
    body()->addStretch(1);
    m_keep->setDefault(true);
    connect(m_keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_remove, &QPushButton::clicked, this, &RemoveDialog::remove);
    fitToWidth(66);
    m_keep->setFocus();
}

void RemoveDialog::remove()
{
    m_remove->setEnabled(false);
    setWaiting(true);
    m_book.remove(m_id, m_evenIfKept, this,
                  [this](const AccountChange &change) { answered(change); });
}

void RemoveDialog::answered(const AccountChange &change)
{
    setWaiting(false);
    QString problem;
    switch (change.outcome) {
    case AccountChange::Outcome::Done:
    case AccountChange::Outcome::StillLocked: // the user knows this and has confirmed
        accept();
        return;
    case AccountChange::Outcome::Keychain:
        problem = notRemovedText(change.secret);
        m_evenIfKept = true;
        m_remove->setText(tr("&Remove without its secret"));
        break;
    case AccountChange::Outcome::Exists:
    case AccountChange::Outcome::OperationsRunning:
    case AccountChange::Outcome::OtherCopy:
    case AccountChange::Outcome::NotWritten:
        problem = changeText(change);
        break;
    }
    m_remove->setEnabled(true);
    m_keep->setFocus();
    say(problem);
}

} // namespace clusterdeck
