// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/table/clusterview.h"
#include "app/operations/operationservice.h"
#include "ui/theme/statelook.h"

#include <QIdentityProxyModel>

#include <functional>

namespace clusterdeck
{

/// The clusters as people read them: words, units, glyphs, tool tips and what a screen reader says,
/// over the bare values of a ClusterView. Row by row the same as that view.
class ClusterTableModel : public QIdentityProxyModel
{
    Q_OBJECT

public:
    ClusterTableModel(ClusterView &view, OperationService &operationService, Clock &clock,
                      QObject *parent = nullptr);

    [[nodiscard]] ClusterView &view() const { return m_view; }
    [[nodiscard]] Cluster clusterAt(int row) const { return m_view.clusterAt(row); }
    [[nodiscard]] ClusterKey keyAt(int row) const { return m_view.keyAt(row); }
    [[nodiscard]] std::optional<int> rowOf(const ClusterKey &key) const
    {
        return m_view.rowOf(key);
    }

    /// What to add to a cluster's tool tip in the Status column; an empty text adds nothing.
    using Remark = std::function<QString(const ClusterKey &)>;
    void setRemark(Remark remark) { m_remark = std::move(remark); }
    [[nodiscard]] QString remarkAt(int row) const
    {
        return m_remark ? m_remark(keyAt(row)) : QString();
    }

    /// What the Status column shows: the cluster's state, or that of an item of ours about it.
    [[nodiscard]] StateLook lookAt(int row) const;
    /// The item of ours that the Status column shows; nothing when there is none.
    [[nodiscard]] LatestItem itemAt(int row) const
    {
        return m_operationService.latestItem(keyAt(row));
    }
    [[nodiscard]] bool isLocked(int row) const;
    [[nodiscard]] QDateTime now() const { return m_clock.utcNow(); }

    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString text(const QModelIndex &index) const;
    [[nodiscard]] QString toolTip(const QModelIndex &index) const;
    [[nodiscard]] QString headerName(ClusterColumn column) const;
    void locksChanged();
    void itemChanged(const ClusterKey &key);

    ClusterView &m_view;
    OperationService &m_operationService;
    Clock &m_clock;
    Remark m_remark;
};

} // namespace clusterdeck
