// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/statelook.h"

#include <QAbstractTableModel>

#include <algorithm>
#include <concepts>

namespace clusterdeck
{

/// One table of the details pane as people read it. What is not known is a dash, and "unknown" to
/// a screen reader. The rows come from a subclass, which keeps them and says what they hold.
class DetailModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    struct Column {
        QString title;
        int digits = 12;       ///< its first width, in widths of a digit
        bool numeric = false;  ///< stands at the right
        bool optional = false; ///< not shown while no row has a value there
    };

    explicit DetailModel(QList<Column> columns, QObject *parent = nullptr);

    [[nodiscard]] const QList<Column> &columns() const { return m_columns; }
    /// Whether some row has a value in this column.
    [[nodiscard]] bool hasValues(int column) const;

    /// Rows for people to paste: a line of titles and a line a row, separated by tabs; hidden
    /// characters made visible, nothing cut.
    [[nodiscard]] virtual QString text(const QList<int> &rows) const;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

protected:
    /// What a cell holds, uncut and as it came; empty when it is not known.
    [[nodiscard]] virtual QString cell(int row, int column) const = 0;
    /// The sign in front of it; nothing for most.
    [[nodiscard]] virtual std::optional<StateLook> look(int row, int column) const;
    /// What a tool tip says; the cell when there is nothing more to say.
    [[nodiscard]] virtual QString explanation(int row, int column) const;

    /// Puts `now` in the place of `rows`. Rows up to the first that is another one stay where they
    /// are, so that whoever looks at them or has selected them goes on.
    template <class Record, class Key>
    void replace(QList<Record> &rows, const QList<Record> &now, Key key)
    {
        const qsizetype least = std::min(rows.size(), now.size());
        qsizetype same = 0;
        while (same < least && key(rows.at(same)) == key(now.at(same)))
            ++same;
        if (rows.size() > same) {
            beginRemoveRows({}, int(same), int(rows.size()) - 1);
            rows.erase(rows.cbegin() + same, rows.cend());
            endRemoveRows();
        }
        change(rows, now);
        if (now.size() > same) {
            beginInsertRows({}, int(same), int(now.size()) - 1);
            rows.append(now.sliced(same));
            endInsertRows();
        }
    }

private:
    /// The rows that stay, with what they hold now.
    template <class Record>
    void change(QList<Record> &rows, const QList<Record> &now)
    {
        for (qsizetype row = 0; row < rows.size(); ++row) {
            if constexpr (std::equality_comparable<Record>) {
                if (rows.at(row) == now.at(row))
                    continue;
            }
            rows[row] = now.at(row);
            emit dataChanged(index(int(row), 0), index(int(row), columnCount() - 1));
        }
    }

    QList<Column> m_columns;
};

} // namespace clusterdeck
