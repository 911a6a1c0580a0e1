// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/clusters/table/clustertablemodel.h"

#include <QTableView>

namespace clusterdeck
{

class ColumnFit;

/// The table of clusters. What is selected are clusters, not rows: over a refresh, a sort and a
/// filter the same ones stay selected, those that are gone leave, and none ever enters by itself.
/// Those that a filter hides stay selected out of sight, until they are dropped or a selection is
/// begun anew; nothing is to be done with them before the person has seen them.
class ClusterTable : public QTableView
{
    Q_OBJECT

public:
    ClusterTable(ClusterTableModel &model, ClusterModel &clusters, QWidget *parent = nullptr);

    /// The selected clusters, from the top; behind them those that are hidden.
    [[nodiscard]] const QList<ClusterKey> &selectedKeys() const { return m_selected; }
    /// The selected clusters that are not shown.
    [[nodiscard]] QList<ClusterKey> hiddenKeys() const { return m_selected.mid(m_shownCount); }
    /// Those of `keys` that are selected and not shown.
    [[nodiscard]] QList<ClusterKey> hiddenAmong(const QList<ClusterKey> &keys) const;

    /// Selects exactly those of `keys` that there are; those that are not shown, out of sight.
    void select(const QList<ClusterKey> &keys);
    /// Takes those that are not shown out of the selection.
    void dropHidden();

    /// Takes the focus, and takes up the first row when there is none yet.
    void enter();

    /// Order, widths, visibility and sorting of the columns, for the settings.
    [[nodiscard]] QByteArray columns() const;
    void setColumns(const QByteArray &columns);
    void resetColumns();
    /// Shows a column or hides it; the last one stays.
    void setColumnShown(int column, bool shown);

    /// Copies the selected rows that are shown.
    [[nodiscard]] QAction *copyRows() const { return m_copy; }

    [[nodiscard]] const ClusterView &view() const { return m_model.view(); }
    /// See ClusterView. The first level is sortByColumn().
    void sortSecond(std::optional<SortLevel> level);

signals:
    /// selectedKeys() or which of them are hidden has changed.
    void selectedKeysChanged();
    /// columns() may have changed, by the person's hand.
    void columnsChanged();

protected:
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void readCurrent();
    void setUpColumns();
    void setUpSelection();
    void showHeaderMenu(const QPoint &position);
    void flipSecond(int column);
    void fitRowHeight();
    [[nodiscard]] QList<ClusterKey> readSelection() const;
    void setSelected(QList<ClusterKey> shown, const QList<ClusterKey> &hidden);
    void takeSelection();
    void keepSelection();
    void rememberPlace();
    void keepPlace();

    ClusterTableModel &m_model;
    ClusterModel &m_clusters;
    ColumnFit *m_fit = nullptr;
    QAction *m_copy = nullptr;
    QList<ClusterKey> m_selected; ///< the first m_shownCount of them are shown
    qsizetype m_shownCount = 0;
    bool m_mending = false; ///< the selection is put right, not begun anew
    bool m_untold = false;  ///< selectedKeysChanged() is due
    /// Where the table stood when an update of the clusters began.
    struct Place {
        ClusterKey top;
        int currentRow = -1;
        int currentColumn = 0;
    };
    std::optional<Place> m_place;
};

} // namespace clusterdeck
