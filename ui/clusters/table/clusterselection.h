// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QItemSelectionModel>

namespace clusterdeck
{

/// A selection of rows that reports when a new selection replaces it, so that hidden clusters can
/// be deselected, too.
class ClusterSelection : public QItemSelectionModel
{
    Q_OBJECT

public:
    using QItemSelectionModel::QItemSelectionModel;
    using QItemSelectionModel::select;

    void select(const QItemSelection &selection,
                QItemSelectionModel::SelectionFlags command) override
    {
        const bool replaces = command.testFlag(Clear);
        if (replaces)
            emit aboutToBeReplaced();
        QItemSelectionModel::select(selection, command);
        if (replaces)
            emit replaced();
    }

signals:
    /// Before and after a selection replaces the former one.
    void aboutToBeReplaced();
    void replaced();
};

} // namespace clusterdeck
