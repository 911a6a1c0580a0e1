// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/table/clusterview.h"
#include "app/operations/operationservice.h"
#include "ui/words/statelook.h"

#include <QIdentityProxyModel>

#include <functional>

namespace clusterdeck
{

/// Words, units, glyphs, tool tips and screen reader texts for the values of a ClusterView. The
/// rows are those of the view.
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

    /// An addition to a cluster's tool tip in the Status column; may be empty.
    using Remark = std::function<QString(const ClusterKey &)>;
    void setRemark(Remark remark) { m_remark = std::move(remark); }
    [[nodiscard]] QString remarkAt(int row) const
    {
        return m_remark ? m_remark(keyAt(row)) : QString();
    }

    /// Shown in the Status column: the cluster's state, or that of an item for it.
    [[nodiscard]] StateLook lookAt(int row) const;
    /// The item that the Status column shows, if any.
    [[nodiscard]] LatestItem itemAt(int row) const
    {
        return m_operationService.latestItem(keyAt(row));
    }
    [[nodiscard]] bool isLocked(int row) const;
    /// Whether a mark in its description forbids its deletion.
    [[nodiscard]] bool isKept(int row) const;
    [[nodiscard]] QDateTime now() const { return m_clock.utcNow(); }
    /// The note for a row that was not refreshed since the program started.
    [[nodiscard]] static QString notReadText();

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
