// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accountdialog.h"

#include "ui/accounts/accountfields.h"
#include "ui/accounts/accounttext.h"
#include "ui/help/guidewindow.h"
#include "ui/text/format.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/widgets/tables.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace clusterdeck
{

AccountDialog::AccountDialog(AccountBook &book, const QString &id, const AccountForm &form,
                             QWidget *parent)
    : KeychainDialog(QStringLiteral("Account"),
                     id.isEmpty() ? tr("Add an account")
                                  : tr("Edit %1").arg(shownLine(form.name, LongestNameShown)),
                     keychainSlowText(), parent)
    , m_book(book)
    , m_id(id)
    , m_fields(new AccountFields(form, book.others(id), this))
    , m_remember(new QCheckBox(tr("Re&member the secret in the system keychain"), this))
    , m_rememberNote(plainLabel(this))
    , m_save(addButton(QStringLiteral("Save account"), saveText(), QDialogButtonBox::AcceptRole))
    , m_sessionOnly(addButton(QStringLiteral("Session only"), tr("Use for &this session only"),
                              QDialogButtonBox::AcceptRole))
    , m_check(addButton(QStringLiteral("Check connection"), tr("&Check connection…"),
                        QDialogButtonBox::ActionRole))
    , m_cancel(addButton(QStringLiteral("Cancel"), tr("Cancel"), QDialogButtonBox::RejectRole))
{
    const AccountEntry *entry = book.find(id);
    m_remember->setObjectName(QStringLiteral("Remember"));
    m_remember->setChecked(!entry || entry->saved.remember);
    setMuted(m_rememberNote);
    addContents();
    m_save->setDefault(true);
    leadToGuide(addHelpButton(), GuideTopic::Accounts);
    m_sessionOnly->hide();
    connect(m_check, &QPushButton::clicked, this, [this] { emit checkWanted(account()); });
    connect(m_sessionOnly, &QPushButton::clicked, this, [this] { save(false); });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] { save(m_remember->isChecked()); });
    connect(m_fields, &AccountFields::edited, this, &AccountDialog::update);
    connect(m_remember, &QCheckBox::toggled, this, &AccountDialog::update);
    update();
    m_fields->focusFirstEmpty();
}

AccountDialog::~AccountDialog()
{
    // A dialog that is destroyed while it is shown hides itself; the field that loses the focus
    // then emits a signal, when this object is partly destroyed.
    m_fields->disconnect(this);
}

/// In a scroll area, because the fields can be higher than the screen.
void AccountDialog::addContents()
{
    auto *inside = new QWidget(this);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, space::Medium, 0);
    column->setSpacing(space::Medium);
    column->addWidget(m_fields);
    column->addWidget(m_remember);
    column->addWidget(m_rememberNote);
    column->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setMinimumWidth(inside->minimumSizeHint().width() +
                            scroll->verticalScrollBar()->sizeHint().width());
    body()->addWidget(scroll, 1);
    body()->addWidget(problem());
    setFirstSize({widthOfLetters(fontMetrics(), 108),
                  inside->sizeHint().height() + fontMetrics().height() * 5 + 2 * space::Huge});
}

QString AccountDialog::saveText() const
{
    return m_id.isEmpty() ? tr("Add account") : tr("Save account");
}

void AccountDialog::update()
{
    m_rememberNote->setText(rememberText(m_remember->isChecked()));
    m_check->setEnabled(!m_saving && m_fields->isFine() &&
                        !account().api.credentials.secretAccessKey.isEmpty());
    m_check->setToolTip(
        m_check->isEnabled() ? QString() : tr("Fill in the required fields and the secret first"));
    m_save->setEnabled(!m_saving);
    if (m_fieldsRefused && m_fields->isFine()) {
        m_fieldsRefused = false;
        say({});
    }
}

/// The entered values. If no secret was entered: with that of the open account.
Account AccountDialog::account() const
{
    Account account = accountFrom(m_fields->form());
    const AccountEntry *entry = m_book.find(m_id);
    if (account.api.credentials.secretAccessKey.isEmpty() && entry)
        account.api.credentials.secretAccessKey =
            entry->saved.account.api.credentials.secretAccessKey;
    return account;
}

void AccountDialog::save(bool remember)
{
    if (m_saving)
        return;
    if (!m_fields->isFine()) {
        m_fields->showProblems();
        m_fieldsRefused = true;
        say(tr("Some fields are missing or wrong. Correct the ones that are marked."));
        return;
    }
    setSaving(true);
    m_book.put(m_id, accountFrom(m_fields->form()), remember, this,
               [this](const AccountChange &change) { answered(change); });
}

void AccountDialog::setSaving(bool saving)
{
    m_saving = saving;
    m_fields->setEnabled(!saving);
    m_remember->setEnabled(!saving);
    m_sessionOnly->setEnabled(!saving);
    m_save->setText(saving ? tr("Saving…") : saveText());
    setWaiting(saving);
    if (saving) {
        m_cancel->setFocus();
        say({});
    }
    update();
}

void AccountDialog::answered(const AccountChange &change)
{
    setSaving(false);
    const bool done = change.outcome == AccountChange::Outcome::Done ||
                      change.outcome == AccountChange::Outcome::StillLocked;
    if (done) {
        emit saved(changeText(change));
        accept();
        return;
    }
    m_sessionOnly->setVisible(change.outcome == AccountChange::Outcome::Keychain &&
                              !account().api.credentials.secretAccessKey.isEmpty());
    say(changeText(change));
    m_save->setText(tr("Try again"));
    m_save->setFocus();
}

} // namespace clusterdeck
