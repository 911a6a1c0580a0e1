// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accountdialog.h"

#include "ui/accounts/accountfields.h"
#include "ui/accounts/accounttext.h"
#include "ui/text/format.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tables.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>

namespace clusterdeck
{

AccountDialog::AccountDialog(AccountBook &book, const QString &id, const AccountForm &form,
                             QWidget *parent)
    : QDialog(parent)
    , m_book(book)
    , m_id(id)
    , m_fields(new AccountFields(form, book.others(id), this))
    , m_scroll(new QScrollArea(this))
    , m_remember(new QCheckBox(tr("Re&member the secret in this system's keychain"), this))
    , m_rememberNote(plainLabel(this))
    , m_problem(plainLabel(this))
    , m_check(new QPushButton(tr("&Check connection…"), this))
    , m_sessionOnly(new QPushButton(tr("Use for &this session only"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_save(new QPushButton(id.isEmpty() ? tr("Add account") : tr("Save account"), this))
{
    setObjectName(QStringLiteral("Account"));
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setWindowTitle(windowTitleFor(id.isEmpty()
                                      ? tr("Add an account")
                                      : tr("Edit %1").arg(shownLine(form.name, LongestNameShown))));
    const AccountEntry *entry = book.find(id);
    m_remember->setObjectName(QStringLiteral("Remember"));
    m_remember->setChecked(!entry || entry->saved.remember);
    m_problem->setObjectName(QStringLiteral("Problem"));
    setStatusColor(m_problem, StatusColor::Bad);
    setMuted(m_rememberNote);
    createButtons();
    layOut();
    m_slowTimer.setSingleShot(true);
    m_slowTimer.setInterval(1000);
    connect(&m_slowTimer, &QTimer::timeout, this, [this] {
        m_problem->setText(tr("The keychain has not answered yet. Unlock it in its own window, "
                              "which may be behind others."));
        announce(m_problem, m_problem->text());
    });
    connect(m_fields, &AccountFields::edited, this, &AccountDialog::update);
    connect(m_remember, &QCheckBox::toggled, this, &AccountDialog::update);
    update();
    m_fields->focusFirstEmpty();
}

AccountDialog::~AccountDialog()
{
    // A dialog that is destroyed while it is shown hides itself, and the field that loses the focus
    // then says that it was left: to somebody who is half gone.
    m_fields->disconnect(this);
}

void AccountDialog::createButtons()
{
    m_check->setObjectName(QStringLiteral("Check connection"));
    m_sessionOnly->setObjectName(QStringLiteral("Session only"));
    m_save->setObjectName(QStringLiteral("Save account"));
    for (QPushButton *button : {m_check, m_sessionOnly, m_cancel})
        button->setAutoDefault(false);
    m_save->setDefault(true);
    m_sessionOnly->hide();
    connect(m_check, &QPushButton::clicked, this, &AccountDialog::check);
    connect(m_sessionOnly, &QPushButton::clicked, this, [this] { save(false); });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] { save(m_remember->isChecked()); });
}

void AccountDialog::layOut()
{
    auto *body = new QWidget(this);
    auto *inner = new QVBoxLayout(body);
    inner->setContentsMargins(space::Huge, space::Huge, space::Huge, space::Medium);
    inner->setSpacing(space::Medium);
    inner->addWidget(m_fields);
    inner->addWidget(m_remember);
    inner->addWidget(m_rememberNote);
    inner->addStretch(1);
    m_scroll->setWidget(body);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);

    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::Medium);
    foot->addWidget(m_check);
    foot->addStretch(1);
    foot->addWidget(m_sessionOnly);
    foot->addWidget(m_cancel);
    foot->addWidget(m_save);
    auto *below = new QVBoxLayout;
    below->setContentsMargins(space::Huge, 0, space::Huge, space::Large);
    below->setSpacing(space::Medium);
    below->addWidget(m_problem);
    below->addLayout(foot);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::Medium);
    column->addWidget(m_scroll, 1);
    column->addLayout(below);
    m_problem->hide();
    const int width = widthOfLetters(fontMetrics(), 108);
    const int wanted = body->sizeHint().height() + fontMetrics().height() * 3 + 2 * space::Huge;
    resize(width, qMin(wanted, screen()->availableSize().height() - 3 * space::Huge));
}

void AccountDialog::update()
{
    m_rememberNote->setText(m_remember->isChecked() ? tr("It is kept there and nowhere else.")
                                                    : sessionOnlyText());
    const Account account = this->account();
    m_check->setEnabled(!m_saving && m_fields->isFine() &&
                        !account.api.credentials.secretAccessKey.isEmpty());
    m_check->setToolTip(m_check->isEnabled() ? QString()
                                             : tr("Fill in the fields and the secret first"));
    m_save->setEnabled(!m_saving);
}

/// With the secret that was typed, else with the one of this run.
Account AccountDialog::account() const
{
    Account account = accountFrom(m_fields->form());
    const AccountEntry *entry = m_book.find(m_id);
    if (account.api.credentials.secretAccessKey.isEmpty() && entry)
        account.api.credentials.secretAccessKey =
            entry->saved.account.api.credentials.secretAccessKey;
    return account;
}

void AccountDialog::check()
{
    emit checkWanted(account());
}

void AccountDialog::save(bool remember)
{
    if (m_saving)
        return;
    if (!m_fields->isFine()) {
        m_fields->showProblems();
        say(tr("Something above is missing or wrong; it is marked there."));
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
    m_save->setText(saving           ? tr("Saving…")
                    : m_id.isEmpty() ? tr("Add account")
                                     : tr("Save account"));
    if (saving) {
        m_cancel->setFocus();
        m_problem->setText({});
        m_problem->setVisible(true);
        m_slowTimer.start();
    } else {
        m_slowTimer.stop();
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

void AccountDialog::say(const QString &problem)
{
    m_problem->setVisible(!problem.isEmpty());
    m_problem->setText(problem);
    announce(m_problem, problem);
}

} // namespace clusterdeck
