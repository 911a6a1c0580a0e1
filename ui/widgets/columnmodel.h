// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/datakind.h"

#include <QAbstractItemModel>
#include <QIcon>

#include <functional>

namespace clusterdeck
{

/// What an empty cell means.
enum class EmptyCell {
    Unknown, ///< the fact is not known: a dash; "unknown" for a screen reader
    Nothing, ///< there is no value: blank; "empty" for a screen reader
};

/// How a column looks.
struct ColumnStyle {
    int digits = 12;       ///< the first width, in widths of a digit; wider if the title needs it
    bool numeric = false;  ///< right-aligned, never cut
    bool whole = false;    ///< an ID: never cut
    bool optional = false; ///< hidden while no row has a value in it
    bool fills = false;    ///< takes the remaining width; if no column does, the last one takes it
    bool spoken = false;   ///< read by a screen reader with every other cell of the row
    EmptyCell empty = EmptyCell::Unknown;
};

/// A column of a list of records.
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

    QByteArray key; ///< ASCII; saved in the settings and used in the JSON of copied rows
    QString title;
    ColumnStyle style;
    Text text;       ///< the unmodified value: the model makes it visible and cuts it
    Icon icon;       ///< in front of the text; may be null
    Text toolTip;    ///< unmodified, as `text`; null: the text
    SortKey sortKey; ///< null: the text, sorted by locale, with numbers by value, ignoring case
};

/// What the models of lists and trees with such columns have in common: the roles of their cells
/// and titles. Texts from outside are made visible and cut here.
class ColumnModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    using QAbstractItemModel::QAbstractItemModel;

    [[nodiscard]] virtual QString key(int column) const = 0;
    /// The column with this key; -1 if there is none.
    [[nodiscard]] int columnOf(const char *key) const;
    [[nodiscard]] virtual const ColumnStyle &style(int column) const = 0;
    /// The unmodified text of a cell; may be empty.
    [[nodiscard]] virtual QString cellText(const QModelIndex &cell) const = 0;

    /// The rows of `cells` for programs, with all columns and unmodified texts: see jsonRows().
    /// Empty without cells.
    [[nodiscard]] QString rowsJson(const QModelIndexList &cells, DataKind dataKind) const;

    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

protected:
    [[nodiscard]] virtual QString title(int column) const = 0;
    [[nodiscard]] virtual QIcon cellIcon(const QModelIndex &cell) const = 0;
    /// Unmodified, as cellText().
    [[nodiscard]] virtual QString cellToolTip(const QModelIndex &cell) const
    {
        return cellText(cell);
    }
};

} // namespace clusterdeck
