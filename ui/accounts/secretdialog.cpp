// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/secretdialog.h"

#include "app/accounts/accountform.h"
#include "ui/accounts/accounttext.h"
#include "ui/accounts/fieldbox.h"
#include "ui/accounts/importtext.h"
#include "ui/text/format.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/widgets/tables.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace clusterdeck
{

SecretDialog::SecretDialog(AccountBook &book, const AccountEntry &entry, QWidget *parent)
    : KeychainDialog(QStringLiteral("Secret"),
                     tr("Secret of %1").arg(shownLine(entry.saved.account.name, LongestNameShown)),
                     keychainSlowText(), parent)
    , m_book(book)
    , m_account(entry.saved.account)
    , m_secret(newSecretEdit(this))
    , m_remember(new QCheckBox(tr("&Remember it in the system keychain"), this))
    , m_open(addButton(QStringLiteral("Open account"), tr("Open account"),
                       QDialogButtonBox::AcceptRole))
{
    m_secret->setObjectName(QStringLiteral("Secret field"));
    m_remember->setObjectName(QStringLiteral("Remember"));
    m_remember->setChecked(entry.saved.remember && entry.trouble == SecretOutcome::NotFound);
    auto *box = new FieldBox(tr("&Secret of the access key %1")
                                 .arg(keyEndText(m_account.api.credentials.accessKeyId)
                                          .replace(u'&', QStringLiteral("&&"))),
                             fieldHelp(AccountField::Secret), m_secret, this);
    auto *note = plainLabel(this);
    const auto showNote = [this, note] { note->setText(rememberText(m_remember->isChecked())); };
    setMuted(note);
    showNote();
    for (QWidget *part : std::initializer_list<QWidget *>{box, m_remember, note, problem()})
        body()->addWidget(part);
    body()->addStretch(1);
    body()->setSpacing(space::Medium);
    auto *cancel = addButton(QStringLiteral("Cancel"), tr("Cancel"), QDialogButtonBox::RejectRole);
    m_open->setDefault(true);
    m_open->setEnabled(false);
    connect(m_remember, &QCheckBox::toggled, this, showNote);
    connect(m_secret, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_open->setEnabled(!text.trimmed().isEmpty()); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_open, &QPushButton::clicked, this, &SecretDialog::openAccount);
    fitToWidth(66);
    m_secret->setFocus();
}

void SecretDialog::openAccount()
{
    AccountForm form = formFrom(m_account);
    form.secret = m_secret->text();
    const FieldProblem problem = problemOf(AccountField::Secret, form, {});
    if (problem != FieldProblem::None) {
        say(fieldProblemText(AccountField::Secret, problem));
        return;
    }
    const QString secret = m_secret->text().trimmed();
    if (!m_remember->isChecked()) {
        m_book.openWith(m_account.id, secret);
        accept();
        return;
    }
    setSaving(true);
    Account account = m_account;
    account.api.credentials.secretAccessKey = secret;
    m_book.put(account.id, account, true, this,
               [this](const AccountChange &change) { answered(change); });
}

void SecretDialog::answered(const AccountChange &change)
{
    if (change.outcome == AccountChange::Outcome::Done) {
        accept();
        return;
    }
    setSaving(false);
    // The message suggests using the secret for this session only: the next click does so.
    if (change.outcome == AccountChange::Outcome::Keychain)
        m_remember->setChecked(false);
    say(changeText(change));
}

void SecretDialog::setSaving(bool saving)
{
    for (QWidget *widget : std::initializer_list<QWidget *>{m_secret, m_remember, m_open})
        widget->setEnabled(!saving);
    setWaiting(saving);
}

} // namespace clusterdeck
