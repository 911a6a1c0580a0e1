// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/operationlog.h"
#include "ui/clusters/detailmodel.h"

namespace clusterdeck
{

/// The provider's operation log and our own journal as one table.
class OperationLogModel : public DetailModel
{
    Q_OBJECT

public:
    enum { When, What, State, Source, Who, Job };

    explicit OperationLogModel(QObject *parent = nullptr);
    void setRows(const QList<LogLine> &rows);
    [[nodiscard]] const QList<LogLine> &rows() const { return m_rows; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;

protected:
    [[nodiscard]] QString cell(int row, int column) const override;
    [[nodiscard]] std::optional<StateLook> look(int row, int column) const override;
    [[nodiscard]] QString explanation(int row, int column) const override;

private:
    QList<LogLine> m_rows;
};

} // namespace clusterdeck
