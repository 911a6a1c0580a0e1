// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/clusters/clustertablemodel.h"

#include <QTableView>

namespace clusterdeck
{

/// The table of clusters. What is selected are clusters, not rows: over a refresh, a sort and a
/// filter the same ones stay selected, those that are no longer shown leave, and none ever enters
/// by itself.
class ClusterTable : public QTableView
{
    Q_OBJECT

public:
    ClusterTable(ClusterTableModel &model, ClusterModel &clusters, QWidget *parent = nullptr);

    /// The selected clusters, from the top.
    [[nodiscard]] const QList<ClusterKey> &selectedKeys() const { return m_selected; }

    /// Selects exactly those of `keys` that are shown.
    void select(const QList<ClusterKey> &keys);

    /// Takes the focus, and takes up the first row when there is none yet.
    void enter();

    /// Order, widths, visibility and sorting of the columns, for the settings.
    [[nodiscard]] QByteArray columns() const;
    void setColumns(const QByteArray &columns);
    void resetColumns();

signals:
    /// selectedKeys() has changed.
    void selectedKeysChanged();
    /// columns() may have changed, by the person's hand.
    void columnsChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setUpColumns();
    void showHeaderMenu(const QPoint &position);
    void fitRowHeight();
    [[nodiscard]] QList<ClusterKey> readSelection() const;
    void takeSelection();
    void keepSelection();
    void rememberPlace();
    void keepPlace();

    ClusterTableModel &m_model;
    QList<ClusterKey> m_selected;
    /// Where the table stood when an update of the clusters began.
    struct Place {
        ClusterKey top;
        int currentRow = -1;
        int currentColumn = 0;
    };
    std::optional<Place> m_place;
};

} // namespace clusterdeck
