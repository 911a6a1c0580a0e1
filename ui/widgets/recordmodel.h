// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/columnmodel.h"

#include <QHash>
#include <QSet>

#include <concepts>

namespace clusterdeck
{

enum class Sorting { None, ByColumns };

/// The part of RecordModel that does not depend on the type of the records. New records replace the
/// old ones without a reset, unless there are too many changes (see replaceRows()): a row that
/// remains stays current and selected.
class RecordModelBase : public ColumnModel
{
    Q_OBJECT

public:
    RecordModelBase(Sorting sorting, QObject *parent);

    [[nodiscard]] Sorting sorting() const { return m_sorting; }
    /// The unmodified text of a cell; may be empty.
    [[nodiscard]] virtual QString text(int row, int column) const = 0;
    [[nodiscard]] QString cellText(const QModelIndex &cell) const final
    {
        return text(cell.row(), cell.column());
    }

    using QObject::parent;
    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override
    {
        return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
    }
    [[nodiscard]] QModelIndex parent(const QModelIndex &) const override { return {}; }
    /// `column` -1: the order in which the records were given. Selection and current row stay. Does
    /// nothing with Sorting::None.
    void sort(int column, Qt::SortOrder order) override;

    /// Lets views read all cells again. Call it when texts changed that depend on more than the
    /// records.
    void readAgain();

protected:
    /// Changes `rows`, the rows of the model, to `now`. Records with the same key are the same row
    /// (the key needs qHash()); of several with equal keys the first new record is the first old
    /// one, and so on. `adopt` runs after rows were removed and before any other change: it sets
    /// whatever else data() uses. The model is reset if there would be more than MostPieces
    /// insertions, removals and moves, since each of them costs as much as a reset.
    template <class Record, class Key, class Adopt>
    void replaceRows(QList<Record> &rows, const QList<Record> &now, Key key, Adopt adopt)
    {
        using Id = std::pair<std::decay_t<decltype(key(now.front()))>, int>;
        const auto idsOf = [&key](const QList<Record> &records) {
            QHash<typename Id::first_type, int> seen;
            QList<Id> ids;
            ids.reserve(records.size());
            for (const Record &record : records) {
                const auto of = key(record);
                ids.append({of, seen[of]++});
            }
            return ids;
        };
        QList<Id> old = idsOf(rows);
        const QList<Id> wanted = idsOf(now);
        QHash<Id, int> places;
        places.reserve(wanted.size());
        for (int row = 0; row < int(wanted.size()); ++row)
            places.insert(wanted.at(row), row);

        const QSet<Id> before(old.begin(), old.end());
        if (pieces(old, wanted, before, places) > MostPieces) {
            beginResetModel();
            adopt();
            rows = now;
            endResetModel();
            return;
        }

        for (int last = int(old.size()) - 1; last >= 0; --last) {
            if (places.contains(old.at(last)))
                continue;
            int first = last;
            while (first > 0 && !places.contains(old.at(first - 1)))
                --first;
            beginRemoveRows({}, first, last);
            rows.remove(first, last - first + 1);
            old.remove(first, last - first + 1);
            endRemoveRows();
            last = first;
        }

        adopt();
        QSet<int> changed; // in the order of `now`
        for (int row = 0; row < int(rows.size()); ++row) {
            const int place = places.value(old.at(row));
            if constexpr (std::equality_comparable<Record>) {
                if (rows.at(row) == now.at(place))
                    continue;
            }
            rows[row] = now.at(place);
            changed.insert(place);
        }

        for (int row = 0; row < int(wanted.size()); ++row) {
            if (row < int(old.size()) && old.at(row) == wanted.at(row))
                continue;
            if (before.contains(wanted.at(row))) {
                const auto from = int(old.indexOf(wanted.at(row), row));
                beginMoveRows({}, from, from, {}, row);
                rows.move(from, row);
                old.move(from, row);
                endMoveRows();
                continue;
            }
            int end = row + 1;
            while (end < int(wanted.size()) && !before.contains(wanted.at(end)))
                ++end;
            beginInsertRows({}, row, end - 1);
            // In one step: inserting one by one would move all later rows each time.
            rows = rows.first(row) + now.sliced(row, end - row) + rows.sliced(row);
            old = old.first(row) + wanted.sliced(row, end - row) + old.sliced(row);
            endInsertRows();
            row = end - 1;
        }

        for (int first = 0; first < int(now.size()); ++first) {
            if (!changed.contains(first))
                continue;
            int last = first;
            while (changed.contains(last + 1))
                ++last;
            emit dataChanged(index(first, 0), index(last, columnCount() - 1));
            first = last;
        }
    }

    [[nodiscard]] virtual QIcon icon(int row, int column) const = 0;
    [[nodiscard]] QIcon cellIcon(const QModelIndex &cell) const final
    {
        return icon(cell.row(), cell.column());
    }
    [[nodiscard]] virtual QString toolTip(int row, int column) const = 0;
    [[nodiscard]] QString cellToolTip(const QModelIndex &cell) const final
    {
        return toolTip(cell.row(), cell.column());
    }
    /// Sorts the records by sortColumn(). Returns the old row of each new row.
    virtual QList<int> reorder() = 0;
    [[nodiscard]] int sortColumn() const { return m_sortColumn; }
    /// The numbers of the rows whose keys are `sortKeys`, in the order of sort(). Rows with equal
    /// keys keep their order.
    [[nodiscard]] QList<int> sorted(const QList<QVariant> &sortKeys) const;

private:
    static constexpr int MostPieces = 200;

    /// The number of removals and insertions of adjacent rows, and of rows that change their order.
    template <class Id>
    [[nodiscard]] static int pieces(const QList<Id> &old, const QList<Id> &wanted,
                                    const QSet<Id> &before, const QHash<Id, int> &places)
    {
        int count = 0;
        QList<Id> order;
        bool inRun = false;
        for (const Id &id : old) {
            const bool leaves = !places.contains(id);
            count += leaves && !inRun ? 1 : 0;
            inRun = leaves;
            if (!leaves)
                order.append(id);
        }
        inRun = false;
        int place = 0;
        for (const Id &id : wanted) {
            const bool comes = !before.contains(id);
            count += comes && !inRun ? 1 : 0;
            inRun = comes;
            if (!comes && order.at(place++) != id)
                ++count;
        }
        return count;
    }

    Sorting m_sorting;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

/// A table model with one row for each record and columns from a list. An Id, for which qHash()
/// exists, identifies a record. Texts from outside are made visible and cut here.
template <class Record, class Id = QString>
class RecordModel : public RecordModelBase
{
public:
    using Column = RecordColumn<Record>;

    RecordModel(QList<Column> columns, std::function<Id(const Record &)> id, QObject *parent,
                Sorting sorting = Sorting::None)
        : RecordModelBase(sorting, parent)
        , m_columns(std::move(columns))
        , m_id(std::move(id))
    {
    }

    /// Replaces the records; see RecordModelBase. `adopt` sets the data that the columns' functions
    /// use besides the record. It runs after rows were removed, and before any other change.
    void setRecords(
        const QList<Record> &records, const std::function<void()> &adopt = [] {})
    {
        m_given = records;
        replaceRows(m_records, inOrder(records), m_id, adopt);
    }

    /// The records in the order that is shown.
    [[nodiscard]] const QList<Record> &records() const { return m_records; }
    /// `row` is valid.
    [[nodiscard]] const Record &at(int row) const { return m_records.at(row); }
    /// The first row with this id; -1 if there is none. Takes linear time.
    [[nodiscard]] int rowOf(const Id &id) const
    {
        for (int row = 0; row < int(m_records.size()); ++row) {
            if (m_id(m_records.at(row)) == id)
                return row;
        }
        return -1;
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_records.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_columns.size());
    }
    [[nodiscard]] QString key(int column) const override
    {
        return QString::fromLatin1(m_columns.at(column).key);
    }
    [[nodiscard]] const ColumnStyle &style(int column) const override
    {
        return m_columns.at(column).style;
    }
    [[nodiscard]] QString text(int row, int column) const override
    {
        return m_columns.at(column).text(m_records.at(row));
    }

protected:
    [[nodiscard]] QString title(int column) const override { return m_columns.at(column).title; }
    [[nodiscard]] QIcon icon(int row, int column) const override
    {
        const auto &icon = m_columns.at(column).icon;
        return icon ? icon(m_records.at(row)) : QIcon();
    }
    [[nodiscard]] QString toolTip(int row, int column) const override
    {
        const auto &toolTip = m_columns.at(column).toolTip;
        return toolTip ? toolTip(m_records.at(row)) : text(row, column);
    }
    QList<int> reorder() override
    {
        QHash<std::pair<Id, int>, int> before;
        QHash<Id, int> seen;
        for (int row = 0; row < int(m_records.size()); ++row) {
            const Id id = m_id(m_records.at(row));
            before.insert({id, seen[id]++}, row);
        }
        m_records = inOrder(m_given);
        QList<int> rows;
        seen.clear();
        for (const Record &record : std::as_const(m_records)) {
            const Id id = m_id(record);
            rows.append(before.value({id, seen[id]++}));
        }
        return rows;
    }

private:
    [[nodiscard]] QList<Record> inOrder(const QList<Record> &records) const
    {
        if (sortColumn() < 0)
            return records;
        const Column &column = m_columns.at(sortColumn());
        QList<QVariant> keys;
        keys.reserve(records.size());
        for (const Record &record : records)
            keys.append(column.sortKey ? column.sortKey(record) : QVariant(column.text(record)));
        QList<Record> ordered;
        ordered.reserve(records.size());
        for (const int row : sorted(keys))
            ordered.append(records.at(row));
        return ordered;
    }

    QList<Column> m_columns;
    std::function<Id(const Record &)> m_id;
    QList<Record> m_given; ///< in the order of setRecords()
    QList<Record> m_records;
};

} // namespace clusterdeck
