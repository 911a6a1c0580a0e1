// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/checkfindings.h"

#include <QAbstractTableModel>

namespace clusterdeck
{

/// The steps of a connection check as rows: the step, how it stands, what that means.
class CheckModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Step, Verdict, Meaning, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// One finding a step, as judge() gives them. While it runs, what is not known yet is waited
    /// for.
    void show(const QList<CheckFinding> &findings, bool running);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString text(const QModelIndex &index) const;

    QList<CheckFinding> m_findings = judge({});
    bool m_running = true;
};

} // namespace clusterdeck
