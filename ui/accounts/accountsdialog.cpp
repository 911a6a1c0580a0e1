// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accountsdialog.h"

#include "ui/accounts/accountcontroller.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/widgets/columnfit.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tables.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QTableView>

namespace clusterdeck
{

AccountsDialog::AccountsDialog(AccountBook &book, AccountController &accounts, QWidget *parent)
    : QDialog(parent)
    , m_accounts(accounts)
    , m_model(book)
    , m_table(new QTableView(this))
    , m_sentence(plainLabel(this))
    , m_open(new QPushButton(this))
    , m_edit(new QPushButton(tr("&Edit…"), this))
    , m_check(new QPushButton(tr("Chec&k connection…"), this))
    , m_remove(new QPushButton(tr("&Remove…"), this))
{
    setObjectName(QStringLiteral("Accounts"));
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setWindowTitle(tr("Accounts"));
    m_table->setObjectName(QStringLiteral("Account list"));
    m_table->setAccessibleName(tr("Accounts"));
    makeQuietTable(m_table);
    m_table->setSelectionMode(QTableView::SingleSelection);
    m_table->setModel(&m_model);
    setWidths(m_table, {16, 22, 14, 32, 9, 17, 8, 12});
    new ColumnFit(m_table, AccountsModel::Name, {AccountsModel::Owner, AccountsModel::Key});
    m_sentence->setObjectName(QStringLiteral("Sentence"));
    setStatusColor(m_sentence, StatusColor::Bad);
    createButtons();
    layOut();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &AccountsDialog::update);
    connect(m_table, &QTableView::doubleClicked, this, [this] { act(&AccountController::edit); });
    connect(&m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int, int last) {
                m_table->setCurrentIndex(m_model.index(last, 0));
                update();
            });
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &AccountsDialog::update);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &AccountsDialog::update);
    m_table->setCurrentIndex(m_model.index(0, 0));
    update();
    m_table->setFocus();
}

void AccountsDialog::createButtons()
{
    m_open->setObjectName(QStringLiteral("Open or close"));
    m_edit->setObjectName(QStringLiteral("Edit"));
    m_check->setObjectName(QStringLiteral("Check"));
    m_remove->setObjectName(QStringLiteral("Remove"));
    for (QPushButton *button : {m_open, m_edit, m_check, m_remove})
        button->setAutoDefault(false);
    connect(m_open, &QPushButton::clicked, this, &AccountsDialog::openOrClose);
    connect(m_edit, &QPushButton::clicked, this, [this] { act(&AccountController::edit); });
    connect(m_check, &QPushButton::clicked, this, [this] { act(&AccountController::check); });
    connect(m_remove, &QPushButton::clicked, this, [this] { act(&AccountController::remove); });
}

void AccountsDialog::layOut()
{
    auto *add = new QPushButton(tr("&Add account…"), this);
    auto *import = new QPushButton(tr("&Import key…"), this);
    auto *close = new QPushButton(tr("Close"), this);
    add->setObjectName(QStringLiteral("Add"));
    import->setObjectName(QStringLiteral("Import"));
    for (QPushButton *button : {add, import, close})
        button->setAutoDefault(false);
    connect(add, &QPushButton::clicked, &m_accounts, &AccountController::add);
    connect(import, &QPushButton::clicked, &m_accounts, &AccountController::import);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(space::Medium);
    for (QPushButton *button : {m_open, m_edit, m_check, m_remove})
        tools->addWidget(button);
    tools->addStretch(1);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::Medium);
    foot->addWidget(add);
    foot->addWidget(import);
    foot->addStretch(1);
    foot->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::Huge, space::Huge, space::Huge, space::Large);
    column->setSpacing(space::Large);
    column->addWidget(m_table, 1);
    column->addLayout(tools);
    column->addWidget(m_sentence);
    column->addLayout(foot);
    m_sentence->hide();
    const QSize screenful = screen()->availableSize() - QSize(2 * space::Huge, 3 * space::Huge);
    resize(QSize(widthOfLetters(fontMetrics(), 150), fontMetrics().height() * 22)
               .boundedTo(screenful));
}

const AccountEntry *AccountsDialog::current() const
{
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < m_model.rowCount() ? &m_model.entryAt(row) : nullptr;
}

void AccountsDialog::update()
{
    const AccountEntry *entry = current();
    for (QPushButton *button : {m_open, m_edit, m_check, m_remove})
        button->setEnabled(entry);
    const bool closed = !entry || entry->status == AccountStatus::Closed ||
                        entry->status == AccountStatus::NeedsSecret;
    m_open->setText(closed ? tr("&Open") : tr("C&lose account"));
    // Without its secret there is nothing to check with.
    m_check->setEnabled(entry && entry->status == AccountStatus::Open);
}

void AccountsDialog::openOrClose()
{
    const AccountEntry *entry = current();
    if (!entry)
        return;
    const bool closed =
        entry->status == AccountStatus::Closed || entry->status == AccountStatus::NeedsSecret;
    act(closed ? &AccountController::open : &AccountController::close);
}

void AccountsDialog::act(void (AccountController::*what)(const QString &id))
{
    say({});
    if (const AccountEntry *entry = current()) {
        const QString id = entry->id(); // the list may change meanwhile
        (m_accounts.*what)(id);
    }
}

void AccountsDialog::say(const QString &sentence)
{
    m_sentence->setVisible(!sentence.isEmpty());
    m_sentence->setText(sentence);
    if (!sentence.isEmpty())
        announce(m_sentence, sentence);
}

} // namespace clusterdeck
