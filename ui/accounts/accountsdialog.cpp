// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accountsdialog.h"

#include "ui/accounts/accountcontroller.h"
#include "ui/accounts/accounttext.h"
#include "ui/accounts/importtext.h"
#include "ui/theme/environment.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/recordtable.h"
#include "ui/widgets/tables.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace clusterdeck
{

namespace
{

QIcon statusIcon(const AccountEntry &entry)
{
    switch (entry.status) {
    case AccountStatus::Closed:
        return glyphIcon(Glyph::Minus, StatusColor::Neutral);
    case AccountStatus::WaitsForKey:
        return glyphIcon(Glyph::Dots, StatusColor::Busy);
    case AccountStatus::NeedsSecret:
        return glyphIcon(Glyph::Warning, StatusColor::Warning);
    case AccountStatus::Open:
        return glyphIcon(Glyph::Check, StatusColor::Good);
    }
    Q_UNREACHABLE();
}

/// Closed, or without its secret: the button then opens the account.
bool canBeOpened(const AccountEntry &entry)
{
    return entry.status == AccountStatus::Closed || entry.status == AccountStatus::NeedsSecret;
}

} // namespace

AccountsDialog::AccountsDialog(AccountBook &book, AccountController &accounts, QWidget *parent)
    : Dialog(QStringLiteral("Accounts"), tr("Accounts"), parent)
    , m_book(book)
    , m_accounts(accounts)
    , m_model(
          {
              {"name",
               tr("Name"),
               {.digits = 16, .fills = true, .spoken = true},
               [](const AccountEntry &entry) { return entry.saved.account.name; }},
              {"state",
               tr("State"),
               {.digits = 20, .spoken = true},
               [](const AccountEntry &entry) { return statusText(entry); },
               statusIcon},
              {"environment",
               tr("Environment"),
               {.digits = 13, .empty = EmptyCell::Nothing},
               [](const AccountEntry &entry) { return entry.saved.account.environment; },
               [](const AccountEntry &entry) {
                   return environmentIcon(entry.saved.account.color);
               }},
              {"address",
               tr("Address"),
               {.digits = 28},
               [](const AccountEntry &entry) {
                   return entry.saved.account.api.baseUrl.toDisplayString();
               }},
              {"zone",
               tr("Zone"),
               {.digits = 8},
               [](const AccountEntry &entry) { return entry.saved.account.api.zone; }},
              {"owner",
               tr("Owner"),
               {.digits = 17, .whole = true},
               [](const AccountEntry &entry) { return entry.saved.account.api.owner; }},
              {"key",
               tr("Access key ID"),
               {.digits = 8, .whole = true},
               [](const AccountEntry &entry) {
                   return keyEndText(entry.saved.account.api.credentials.accessKeyId);
               }},
              {"operations",
               tr("Operations"),
               {},
               [](const AccountEntry &entry) {
                   return entry.saved.account.readOnly ? tr("Read-only") : tr("All");
               },
               [](const AccountEntry &entry) {
                   return entry.saved.account.readOnly
                              ? glyphIcon(Glyph::Lock, StatusColor::Neutral)
                              : QIcon();
               }},
          },
          [](const AccountEntry &entry) { return entry.id(); }, this, Sorting::ByColumns)
    , m_table(new RecordTable(QStringLiteral("Account list"), tr("Accounts"), this))
    , m_sentence(plainLabel(this))
{
    m_table->setRecordModel(&m_model);
    m_table->setEmptyText(tr("There are no saved accounts. Add one, or import a key."));
    m_table->setSelectionMode(RecordTable::SingleSelection);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(space::Medium);
    m_open = addTool(tools, QStringLiteral("Open or close"), {});
    m_edit = addTool(tools, QStringLiteral("Edit"), tr("&Edit…"));
    m_check = addTool(tools, QStringLiteral("Check"), tr("Chec&k connection…"));
    m_remove = addTool(tools, QStringLiteral("Remove"), tr("&Remove…"));
    tools->addStretch(1);
    m_sentence->setObjectName(QStringLiteral("Sentence"));
    setStatusColor(m_sentence, StatusColor::Bad);
    m_sentence->hide();
    body()->addWidget(m_table, 1);
    body()->addLayout(tools);
    body()->addWidget(m_sentence);
    auto *add = addButton(QStringLiteral("Add"), tr("&Add account…"), QDialogButtonBox::ActionRole);
    auto *import =
        addButton(QStringLiteral("Import"), tr("&Import key…"), QDialogButtonBox::ActionRole);
    addCloseButton();
    setFirstSize({widthOfLetters(fontMetrics(), 178), fontMetrics().height() * 22});
    connect(m_open, &QPushButton::clicked, this, &AccountsDialog::openOrClose);
    connect(m_edit, &QPushButton::clicked, this, [this] { act(&AccountController::edit); });
    connect(m_check, &QPushButton::clicked, this, [this] { act(&AccountController::check); });
    connect(m_remove, &QPushButton::clicked, this, [this] { act(&AccountController::remove); });
    connect(add, &QPushButton::clicked, &accounts, &AccountController::add);
    connect(import, &QPushButton::clicked, &accounts, &AccountController::import);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &AccountsDialog::update);
    connect(m_table, &RecordTable::doubleClicked, this, [this] { act(&AccountController::edit); });
    connect(&m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first) {
                m_table->setCurrentIndex(m_model.index(first, 0));
            });
    connect(&book, &AccountBook::entriesChanged, this, &AccountsDialog::read);
    read();
    m_table->setCurrentIndex(m_model.index(0, 0));
    m_table->setFocus();
}

QPushButton *AccountsDialog::addTool(QHBoxLayout *tools, const QString &name, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAutoDefault(false);
    tools->addWidget(button);
    return button;
}

void AccountsDialog::read()
{
    m_model.setRecords(m_book.entries());
    update();
}

const AccountEntry *AccountsDialog::current() const
{
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < m_model.rowCount() ? &m_model.at(row) : nullptr;
}

void AccountsDialog::update()
{
    const AccountEntry *entry = current();
    for (QPushButton *button : {m_open, m_edit, m_check, m_remove})
        button->setEnabled(entry);
    m_open->setText(!entry || canBeOpened(*entry) ? tr("&Open") : tr("C&lose account"));
    // Only an open account has its secret, which the check needs.
    m_check->setEnabled(entry && entry->status == AccountStatus::Open);
}

void AccountsDialog::openOrClose()
{
    if (const AccountEntry *entry = current())
        act(canBeOpened(*entry) ? &AccountController::open : &AccountController::close);
}

void AccountsDialog::act(void (AccountController::*what)(const QString &id))
{
    say({});
    if (const AccountEntry *entry = current()) {
        const QString id = entry->id(); // a copy: the list may change
        (m_accounts.*what)(id);
    }
}

void AccountsDialog::say(const QString &sentence)
{
    showProblem(m_sentence, sentence);
}

} // namespace clusterdeck
