// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parking/parkcontroller.h"
#include "ui/theme/statelook.h"
#include "ui/widgets/rowmodel.h"

namespace clusterdeck
{

/// The parked clusters, a row each, the earliest day first.
class ParkedModel : public RowModel
{
    Q_OBJECT

public:
    enum Column { Name, Id, Due, State, Note, ParkedOn, By, Account };
    static constexpr int ColumnCount = 8;

    /// `session` outlives the model.
    explicit ParkedModel(Session &session, QObject *parent = nullptr);

    /// In place: see RowModel.
    void setParked(const QList<ParkController::Shown> &parked, const QDate &today);
    [[nodiscard]] const ParkController::Shown &at(int row) const { return m_parked.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] StateLook lookAt(int row) const;
    [[nodiscard]] QString text(int row, Column column) const;

    Session &m_session;
    QList<ParkController::Shown> m_parked;
    QDate m_today;
};

} // namespace clusterdeck
