// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/cleanup.h"
#include "ui/charts/chartspage.h"

class QComboBox;

namespace clusterdeck
{

class ClusterTable;
class OperationService;

/// Before and after: what deleting the selected clusters would do to the number of nodes, or what
/// a batch of this run has done to it.
class CleanUpPage : public ChartsPage
{
    Q_OBJECT

public:
    /// All three outlive the page.
    CleanUpPage(ClusterModel &clusters, OperationService &operationService, ClusterTable &table,
                const QStringList &pluginFolders, QWidget *parent);

protected:
    void count() override;
    [[nodiscard]] QList<QList<ChartData>> charts(const QPalette &palette) const override;

private:
    void fillChoice();
    [[nodiscard]] const Batch *batch() const;
    [[nodiscard]] QString sentence() const;

    ClusterModel &m_clusters;
    OperationService &m_operationService;
    ClusterTable &m_table;
    QComboBox *m_choice;
    CleanUp m_cleanUp;
};

} // namespace clusterdeck
