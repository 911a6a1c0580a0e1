// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/timeline.h"
#include "ui/clusters/details/detailmodel.h"

namespace clusterdeck
{

/// The provider's operation log and our own journal as one table.
class OperationLogModel : public DetailModel
{
    Q_OBJECT

public:
    enum { When, What, State, Source, Who, Job };

    explicit OperationLogModel(QObject *parent = nullptr);
    /// `rows`: lines of operationLog(); `reach`: of the log that they are from.
    void setRows(const QList<TimelineLine> &rows, const LogReach &reach);
    [[nodiscard]] const QList<TimelineLine> &rows() const { return m_rows; }
    [[nodiscard]] const LogReach &reach() const { return m_reach; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;

protected:
    [[nodiscard]] QString cell(int row, int column) const override;
    [[nodiscard]] std::optional<StateLook> look(int row, int column) const override;
    [[nodiscard]] QString explanation(int row, int column) const override;

private:
    QList<TimelineLine> m_rows;
    LogReach m_reach;
};

} // namespace clusterdeck
