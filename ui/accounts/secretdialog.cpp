// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/secretdialog.h"

#include "app/accounts/accountform.h"
#include "ui/accounts/accounttext.h"
#include "ui/accounts/fieldbox.h"
#include "ui/accounts/importtext.h"
#include "ui/text/format.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tables.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace clusterdeck
{

SecretDialog::SecretDialog(AccountBook &book, const AccountEntry &entry, QWidget *parent)
    : QDialog(parent)
    , m_book(book)
    , m_account(entry.saved.account)
    , m_secret(newSecretEdit(this))
    , m_remember(new QCheckBox(tr("&Remember it in this system's keychain"), this))
    , m_problem(plainLabel(this))
    , m_open(new QPushButton(tr("Open account"), this))
{
    setObjectName(QStringLiteral("Secret"));
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setWindowTitle(
        windowTitleFor(tr("Secret of %1").arg(shownLine(m_account.name, LongestNameShown))));
    m_secret->setObjectName(QStringLiteral("Secret field"));
    m_remember->setObjectName(QStringLiteral("Remember"));
    m_open->setObjectName(QStringLiteral("Open account"));
    m_problem->setObjectName(QStringLiteral("Problem"));
    setStatusColor(m_problem, StatusColor::Bad);
    m_remember->setChecked(entry.saved.remember && entry.trouble == SecretOutcome::NotFound);
    auto *box = new FieldBox(tr("&Secret of the access key %1")
                                 .arg(keyEndText(m_account.api.credentials.accessKeyId)
                                          .replace(u'&', QStringLiteral("&&"))),
                             fieldHelp(AccountField::Secret), m_secret, this);
    auto *note = plainLabel(this);
    const auto showNote = [this, note] {
        note->setText(m_remember->isChecked() ? tr("It is kept there and nowhere else.")
                                              : sessionOnlyText());
    };
    setMuted(note);
    showNote();
    connect(m_remember, &QCheckBox::toggled, this, showNote);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    m_open->setDefault(true);
    m_slowTimer.setSingleShot(true);
    m_slowTimer.setInterval(1000);
    connect(&m_slowTimer, &QTimer::timeout, this, [this] {
        sayProblem(m_problem, tr("The keychain has not answered yet. Unlock it in its own window, "
                                 "which may be behind others."));
    });
    m_open->setEnabled(false);
    connect(m_secret, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_open->setEnabled(!text.trimmed().isEmpty()); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_open, &QPushButton::clicked, this, &SecretDialog::openAccount);

    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::Medium);
    foot->addStretch(1);
    foot->addWidget(cancel);
    foot->addWidget(m_open);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::Huge, space::Huge, space::Huge, space::Huge);
    column->setSpacing(space::Medium);
    column->addWidget(box);
    column->addWidget(m_remember);
    column->addWidget(note);
    column->addWidget(m_problem);
    column->addStretch(1);
    column->addLayout(foot);
    const int width = widthOfLetters(fontMetrics(), 66);
    resize(width, qMax(heightForWidth(width), fontMetrics().height() * 15));
    m_secret->setFocus();
}

void SecretDialog::openAccount()
{
    AccountForm form = formFrom(m_account);
    form.secret = m_secret->text();
    const FieldProblem problem = problemOf(AccountField::Secret, form, {});
    if (problem != FieldProblem::None) {
        sayProblem(m_problem, fieldProblemText(AccountField::Secret, problem));
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
    // What the sentence offers is then one press away.
    if (change.outcome == AccountChange::Outcome::Keychain)
        m_remember->setChecked(false);
    sayProblem(m_problem, changeText(change));
}

void SecretDialog::setSaving(bool saving)
{
    for (QWidget *widget : std::initializer_list<QWidget *>{m_secret, m_remember, m_open})
        widget->setEnabled(!saving);
    if (saving)
        m_slowTimer.start();
    else
        m_slowTimer.stop();
}

} // namespace clusterdeck
