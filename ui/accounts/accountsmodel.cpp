// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accountsmodel.h"

#include "ui/accounts/accounttext.h"
#include "ui/accounts/importtext.h"
#include "ui/text/format.h"
#include "ui/theme/environment.h"
#include "ui/theme/glyphs.h"
#include "ui/widgets/rowtext.h"

namespace clusterdeck
{

namespace
{

QIcon statusIcon(AccountStatus status)
{
    switch (status) {
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

} // namespace

AccountsModel::AccountsModel(const AccountBook &book, QObject *parent)
    : RowModel(parent)
    , m_book(book)
{
    connect(&book, &AccountBook::entriesChanged, this, &AccountsModel::take);
    take();
}

void AccountsModel::take()
{
    replaceRows(m_entries, m_book.entries(), [](const AccountEntry &entry) { return entry.id(); });
}

int AccountsModel::rowOf(const QString &id) const
{
    for (int row = 0; row < m_entries.size(); ++row) {
        if (m_entries.at(row).id() == id)
            return row;
    }
    return -1;
}

int AccountsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int AccountsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString AccountsModel::text(const AccountEntry &entry, Column column)
{
    const Account &account = entry.saved.account;
    switch (column) {
    case Name:
        return account.name;
    case State:
        return statusText(entry);
    case Environment:
        return account.environment;
    case Address:
        return account.api.baseUrl.toDisplayString();
    case Zone:
        return account.api.zone;
    case Owner:
        return account.api.owner;
    case Key:
        return keyEndText(account.api.credentials.accessKeyId);
    case Operations:
        return account.readOnly ? tr("Look only") : tr("All");
    case ColumnCount:
        break;
    }
    return {};
}

QIcon AccountsModel::icon(const AccountEntry &entry, Column column)
{
    switch (column) {
    case State:
        return statusIcon(entry.status);
    case Environment:
        return environmentIcon(entry.saved.account.color);
    case Operations:
        return entry.saved.account.readOnly ? glyphIcon(Glyph::Lock, StatusColor::Neutral)
                                            : QIcon();
    default:
        return {};
    }
}

QVariant AccountsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AccountEntry &entry = m_entries.at(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return shownLine(text(entry, column));
    case Qt::AccessibleTextRole:
        if (column == Environment && entry.saved.account.environment.isEmpty())
            return tr("no environment");
        return shownLine(text(entry, column));
    case Qt::AccessibleDescriptionRole:
        return rowText(index, {Name, State});
    case Qt::ToolTipRole:
        return plainToolTip(text(entry, column));
    case Qt::DecorationRole:
        return icon(entry, column);
    default:
        return {};
    }
}

QVariant AccountsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | Qt::AlignLeft);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Name:
        return tr("Name");
    case State:
        return tr("State");
    case Environment:
        return tr("Environment");
    case Address:
        return tr("Address");
    case Zone:
        return tr("Zone");
    case Owner:
        return tr("Owner");
    case Key:
        return tr("Key");
    case Operations:
        return tr("Operations");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace clusterdeck
