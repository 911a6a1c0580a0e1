// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/recordmodel.h"

#include <QHash>
#include <QTableView>

namespace clusterdeck
{

class ColumnFit;

/// The view of every list of records except the main table: rows without a grid, columns as their
/// styles define, with the widths that the user chose. Selected rows are copied as text (Ctrl+C)
/// and as JSON. While there are no rows it shows a message, if one is set.
class RecordTable : public QTableView
{
    Q_OBJECT

public:
    /// `name`: the object's name and the key under which widths are saved. `accessibleName`: the
    /// table's name for screen readers.
    RecordTable(const QString &name, const QString &accessibleName, QWidget *parent);

    /// The model outlives the view, or goes with it.
    void setRecordModel(RecordModelBase *model);
    [[nodiscard]] RecordModelBase *recordModel() const { return m_model; }

    /// The message while the table has no rows: that it is being read, that there is nothing, or
    /// why it could not be read.
    void setEmptyText(const QString &text);

    /// Custom formats for copying rows, in ascending order, instead of one line per row with
    /// titles, or one object per row; an empty function keeps the default.
    using CopyFormat = std::function<QString(const QList<int> &rows)>;
    void setCopyFormats(CopyFormat text, CopyFormat json);
    /// The actions that copy the selected rows, as text and as JSON; they are in the context menu.
    [[nodiscard]] QList<QAction *> copyActions() const { return m_copyActions; }
    /// The selected rows, or all; with titles, for spreadsheets. Columns that are hidden are left
    /// out; nothing is cut.
    [[nodiscard]] QString rowsText(bool all = false) const;
    /// The same rows for programs: one object a row, by the columns' keys.
    [[nodiscard]] QString rowsJson(bool all = false) const;
    /// The rows that are selected, from the top.
    [[nodiscard]] QList<int> selectedRowNumbers() const;

    /// High enough for its rows, up to `most` of them, and a scroll bar below them.
    [[nodiscard]] int heightFor(int most) const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QAction *addCopyAction(const QString &name, const QString &text, const QKeySequence &keys,
                           QString (RecordTable::*rows)(bool) const);
    void setModelInPlace(QAbstractItemModel *model);
    void hideEmptyColumns();
    [[nodiscard]] QString widthKey(int column) const;
    [[nodiscard]] QStringList cells(int row, const QList<int> &columns) const;
    [[nodiscard]] QList<int> rowsToCopy(bool all) const;

    RecordModelBase *m_model = nullptr;
    QList<QAction *> m_copyActions;
    CopyFormat m_textFormat;
    CopyFormat m_jsonFormat;
    QString m_emptyText;
    QHash<int, int> m_chosenWidths; ///< by column, in pixels: set by the user since the last save
};

} // namespace clusterdeck
