// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/statelook.h"
#include "ui/widgets/rowmodel.h"

namespace clusterdeck
{

/// One table of the details pane as people read it. What is not known is a dash, and "unknown" to
/// a screen reader. The rows come from a subclass, which keeps them and says what they hold.
class DetailModel : public RowModel
{
    Q_OBJECT

public:
    struct Column {
        QString title;
        int digits = 12;       ///< its first width, in widths of a digit
        bool numeric = false;  ///< stands at the right
        bool optional = false; ///< not shown while no row has a value there
        bool whole = false;    ///< an ID: never cut, as numbers are not
    };

    explicit DetailModel(QList<Column> columns, QObject *parent = nullptr);

    [[nodiscard]] const QList<Column> &columns() const { return m_columns; }
    /// Whether some row has a value in this column.
    [[nodiscard]] bool hasValues(int column) const;

    /// Rows for people to paste: see tabbedTable(). Nothing is cut.
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

private:
    QList<Column> m_columns;
};

} // namespace clusterdeck
