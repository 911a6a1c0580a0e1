// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/accountbook.h"
#include "ui/widgets/rowmodel.h"

namespace clusterdeck
{

/// The saved accounts, a row each, in the order in which they were added. No secret is in it, and
/// of a key its last four characters.
class AccountsModel : public RowModel
{
    Q_OBJECT

public:
    enum Column { Name, State, Environment, Address, Zone, Owner, Key, Operations, ColumnCount };

    /// `book` outlives the model.
    explicit AccountsModel(const AccountBook &book, QObject *parent = nullptr);

    [[nodiscard]] const AccountEntry &entryAt(int row) const { return m_entries.at(row); }
    [[nodiscard]] int rowOf(const QString &id) const; ///< -1: not there

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    void take();
    [[nodiscard]] static QString text(const AccountEntry &entry, Column column);
    [[nodiscard]] static QIcon icon(const AccountEntry &entry, Column column);

    const AccountBook &m_book;
    QList<AccountEntry> m_entries;
};

} // namespace clusterdeck
