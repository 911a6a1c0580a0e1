// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/cleanup.h"
#include "ui/charts/barchartspage.h"

class QComboBox;

namespace clusterdeck
{

class ClusterTable;
class OperationService;

/// The numbers of clusters and nodes before and after a clean-up: a forecast for the selected
/// clusters, or the result of a delete batch of this session.
class CleanUpPage : public BarChartsPage
{
    Q_OBJECT

public:
    /// All three outlive the page.
    CleanUpPage(ClusterModel &clusters, OperationService &operationService, ClusterTable &table,
                QWidget *parent);

protected:
    void count() override;
    [[nodiscard]] QList<QList<BarChart>> charts() const override;

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
