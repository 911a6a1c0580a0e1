// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/recordmodel.h"

#include <QHash>
#include <QTableView>

namespace clusterdeck
{

class ColumnFit;

/// The view of every list of records but the main table: rows without a grid, columns as their
/// styles say, with the widths that a person chose. Selected rows are copied as text (Ctrl+C) and
/// as JSON. While there are no rows it says why, if it was told.
class RecordTable : public QTableView
{
    Q_OBJECT

public:
    /// `name`: the object's name and the key under which widths are kept. `accessibleName`: what a
    /// screen reader calls the table.
    RecordTable(const QString &name, const QString &accessibleName, QWidget *parent);

    /// The model outlives the view, or goes with it.
    void setRecordModel(RecordModelBase *model);
    [[nodiscard]] RecordModelBase *recordModel() const { return m_model; }

    /// What stands in the table while it has no rows: that it is read, that there is nothing, or
    /// why it could not be read.
    void setEmptyText(const QString &text);

    /// What is copied of rows, rising, in place of a line a row with titles or of an object a row;
    /// an empty function changes nothing.
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
    QHash<int, int> m_chosenWidths; ///< by column, in pixels: by hand, since the last time kept
};

} // namespace clusterdeck
