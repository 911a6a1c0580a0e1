// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/recordmodel.h"

#include <QTableView>

namespace clusterdeck
{

/// The view of every list of records except the main table: rows without a grid, columns as their
/// styles define, with the widths that the user chose, which are saved. Copies the selected rows as
/// text (Ctrl+C) and as JSON (Ctrl+Shift+C). Without rows it shows a message, if one is set.
class RecordTable : public QTableView
{
    Q_OBJECT

public:
    /// `name`: the object name, and the key under which widths are saved. `accessibleName`: the
    /// table's name for screen readers.
    RecordTable(const QString &name, const QString &accessibleName, QWidget *parent);

    /// Call it once. The view does not own the model, which exists as long as the view is used.
    void setRecordModel(RecordModelBase *model);
    [[nodiscard]] RecordModelBase *recordModel() const { return m_model; }

    /// Sets the message, plain text, while the table has no rows: that data are being read, that
    /// there are none, or why they could not be read. Empty: no message.
    void setEmptyText(const QString &text);

    /// Replaces the formats of rowsText() and rowsJson(). `rows` are in ascending order and not
    /// empty. A null function keeps the default format.
    using CopyFormat = std::function<QString(const QList<int> &rows)>;
    void setCopyFormats(CopyFormat text, CopyFormat json);
    /// The actions that copy the selected rows, as text and as JSON; they are in the context menu.
    [[nodiscard]] QList<QAction *> copyActions() const { return m_copyActions; }
    /// The visible columns of the selected rows, or of all rows, with titles, for spreadsheets: see
    /// tabbedTable(). Texts are made visible but not cut. Empty without rows.
    [[nodiscard]] QString rowsText(bool all = false) const;
    /// The same rows for programs, with all columns and unmodified texts: see jsonRows(). Empty
    /// without rows.
    [[nodiscard]] QString rowsJson(bool all = false) const;
    /// The numbers of the selected rows, in ascending order.
    [[nodiscard]] QList<int> selectedRowNumbers() const;

    /// The height for all rows, but at least one and at most `most`, the header and a horizontal
    /// scroll bar, in pixels.
    [[nodiscard]] int heightFor(int most) const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void setModelInPlace(QAbstractItemModel *model);
    void hideEmptyColumns();
    [[nodiscard]] QStringList cells(int row, const QList<int> &columns) const;
    [[nodiscard]] QList<int> rowsToCopy(bool all) const;

    RecordModelBase *m_model = nullptr;
    QList<QAction *> m_copyActions;
    CopyFormat m_textFormat;
    CopyFormat m_jsonFormat;
    QString m_emptyText;
};

} // namespace clusterdeck
