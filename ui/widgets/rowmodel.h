// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

#include <concepts>

namespace clusterdeck
{

/// A table whose rows are records with a key. New records replace the old ones without a reset: a
/// row that remains stays current, selected and at its place in the view.
class RowModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

protected:
    /// Changes `rows`, the rows of the model, to `now`. Rows with the same key are the same row
    /// (the key needs qHash()); of several with equal keys the first is the same as the first
    /// before. `adopt` runs after rows were removed and before any other change: it sets whatever
    /// else data() uses. The model is reset if there would be more than MostPieces insertions,
    /// removals and moves, since each of them costs as much as a reset.
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

    template <class Record, class Key>
    void replaceRows(QList<Record> &rows, const QList<Record> &now, Key key)
    {
        replaceRows(rows, now, key, [] {});
    }

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
};

} // namespace clusterdeck
