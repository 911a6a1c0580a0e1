// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/rowmodel.h"

#include <QIcon>

#include <functional>

namespace clusterdeck
{

/// What an empty cell means.
enum class EmptyCell {
    Unknown, ///< the fact is not known: a dash, and "unknown" to a screen reader
    Nothing, ///< there is nothing: blank, and "nothing" to a screen reader
};

/// How a column of a record table looks.
struct ColumnStyle {
    int digits = 12;       ///< its first width in widths of a digit; at least that of its title
    bool numeric = false;  ///< right-aligned, never cut
    bool whole = false;    ///< an ID: never cut
    bool optional = false; ///< hidden while no row has a value in it
    bool fills = false;    ///< takes the width that is left; in a table without one the last does
    bool spoken = false;   ///< part of what a screen reader says of every cell of the row
    EmptyCell empty = EmptyCell::Unknown;
};

/// A column of a record table.
template <class Record>
struct RecordColumn {
    using Text = std::function<QString(const Record &)>;
    using Icon = std::function<QIcon(const Record &)>;
    using SortKey = std::function<QVariant(const Record &)>;

    // Not an aggregate: GCC 12 fails on default values of its members.
    RecordColumn(QByteArray itsKey, QString itsTitle, ColumnStyle itsStyle, Text itsText,
                 Icon itsIcon = {}, Text itsToolTip = {}, SortKey itsSortKey = {})
        : key(std::move(itsKey))
        , title(std::move(itsTitle))
        , style(itsStyle)
        , text(std::move(itsText))
        , icon(std::move(itsIcon))
        , toolTip(std::move(itsToolTip))
        , sortKey(std::move(itsSortKey))
    {
    }

    QByteArray key; ///< ASCII; kept in settings and in the JSON of copied rows
    QString title;
    ColumnStyle style;
    Text text;       ///< the value as it came, which the table makes visible and cuts
    Icon icon;       ///< in front of the text; none: no icon
    Text toolTip;    ///< none: the text
    SortKey sortKey; ///< none: the text, as people sort it
};

enum class Sorting { None, ByColumns };

/// The part of RecordModel that does not depend on the type of the records.
class RecordModelBase : public RowModel
{
    Q_OBJECT

public:
    RecordModelBase(Sorting sorting, QObject *parent);

    [[nodiscard]] Sorting sorting() const { return m_sorting; }
    [[nodiscard]] virtual QString key(int column) const = 0;
    /// -1: there is none.
    [[nodiscard]] int columnOf(const char *key) const;
    [[nodiscard]] virtual const ColumnStyle &style(int column) const = 0;
    /// What a cell holds, uncut and as it came; empty when there is nothing.
    [[nodiscard]] virtual QString text(int row, int column) const = 0;

    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    /// -1: the order in which the records were given. Selection and current row stay.
    void sort(int column, Qt::SortOrder order) override;

    /// All cells are read again: what they say depends on more than their records.
    void readAgain();

protected:
    [[nodiscard]] virtual QString title(int column) const = 0;
    [[nodiscard]] virtual QIcon icon(int row, int column) const = 0;
    [[nodiscard]] virtual QString toolTip(int row, int column) const = 0;
    /// The records in the order of sortColumn(); result.at(new row) is the row before.
    virtual QList<int> reorder() = 0;
    [[nodiscard]] int sortColumn() const { return m_sortColumn; }
    /// `rows` as sortKeys order them, in sortOrder(); rows with equal keys keep their order.
    [[nodiscard]] QList<int> sorted(const QList<QVariant> &sortKeys) const;

private:
    Sorting m_sorting;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

/// A list of records as a table: one row a record, columns from a list. Records are told apart by
/// an Id that QHash takes; setRecords() changes rows in place: see RowModel.
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

    /// `adopt` sets what the columns' functions use besides the record. It runs when the records
    /// that are gone were removed, and before any other change.
    void setRecords(
        const QList<Record> &records, const std::function<void()> &adopt = [] {})
    {
        m_given = records;
        replaceRows(m_records, inOrder(records), m_id, adopt);
    }

    /// In the order that is shown.
    [[nodiscard]] const QList<Record> &records() const { return m_records; }
    [[nodiscard]] const Record &at(int row) const { return m_records.at(row); }
    /// -1: there is none.
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
