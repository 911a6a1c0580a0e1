// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/clusters/table/clustertablemodel.h"

#include <QTableView>

namespace clusterdeck
{

class ColumnFit;

/// The table of clusters. Clusters are selected, not rows: after a refresh, a sort or a filter the
/// same clusters are selected; deleted ones leave the selection, and none is added automatically.
/// Clusters that a filter hides stay selected until they are deselected or a new selection is made;
/// no operation begins with them before the user has seen them.
class ClusterTable : public QTableView
{
    Q_OBJECT

public:
    ClusterTable(ClusterTableModel &model, ClusterModel &clusters, QWidget *parent = nullptr);

    /// The selected clusters in the order of the rows, then the hidden ones.
    [[nodiscard]] QList<ClusterKey> selectedKeys() const;
    /// The same clusters as rows of the ClusterModel: much faster for a long selection.
    [[nodiscard]] QList<int> selectedSourceRows() const;
    /// The selected clusters that are not shown.
    [[nodiscard]] QList<ClusterKey> hiddenKeys() const;
    [[nodiscard]] int hiddenCount() const { return m_hiddenCount; }
    /// Those of `keys` that are selected but not shown.
    [[nodiscard]] QList<ClusterKey> hiddenAmong(const QList<ClusterKey> &keys) const;

    /// See ClusterView::attended(), for the rows that are visible in the viewport.
    [[nodiscard]] AttendedClusters attended(int most) const;

    /// Selects those of `keys` that exist, and no others; some of them may be hidden.
    void select(const QList<ClusterKey> &keys);
    /// Removes hidden clusters from the selection.
    void dropHidden();

    /// Sets the focus. If no row is current, makes the first row current, and selects it if nothing
    /// is selected.
    void enter();

    /// Order, widths, visibility and sorting of the columns, for the settings.
    [[nodiscard]] QByteArray columns() const;
    /// An empty or invalid value changes nothing.
    void setColumns(const QByteArray &columns);
    /// Restores the initial order, widths and visibility; the sorting stays.
    void resetColumns();
    /// Shows or hides a column; the last visible one is not hidden.
    void setColumnShown(int column, bool shown);

    /// Copies the selected rows that are shown.
    [[nodiscard]] QAction *copyRows() const { return m_copy; }

    [[nodiscard]] const ClusterView &view() const { return m_model.view(); }
    /// See ClusterView. The first level is sortByColumn().
    void sortSecond(std::optional<SortLevel> level);

signals:
    /// Other clusters are selected, or more or fewer of them are hidden.
    void selectedKeysChanged();
    /// columns() or the second sort level may have changed.
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
    [[nodiscard]] QList<int> rowsOfSelection() const;
    [[nodiscard]] QList<ClusterKey> keysOf(const QList<int> &sourceRows) const;
    bool count();
    void takeSelection();
    void keepSelection();
    void rememberPlace();
    void keepPlace();

    ClusterTableModel &m_model;
    ClusterModel &m_clusters;
    ColumnFit *m_fit = nullptr;
    QAction *m_copy = nullptr;
    int m_shownCount = 0; ///< of the selected clusters
    int m_hiddenCount = 0;
    bool m_updating = false; ///< the program restores the selection, no new one is made
    bool m_unsent = false;   ///< selectedKeysChanged() is due
    /// The scroll position when an update of the clusters began.
    struct Place {
        ClusterKey top;
        int currentRow = -1;
        int currentColumn = 0;
    };
    std::optional<Place> m_place;
};

} // namespace clusterdeck
