// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QItemSelectionModel>

namespace clusterdeck
{

/// A selection of rows that tells when it is begun anew instead of added to: then what is selected
/// out of sight leaves as well.
class ClusterSelection : public QItemSelectionModel
{
    Q_OBJECT

public:
    using QItemSelectionModel::QItemSelectionModel;
    using QItemSelectionModel::select;

    void select(const QItemSelection &selection,
                QItemSelectionModel::SelectionFlags command) override
    {
        const bool anew = command.testFlag(Clear);
        if (anew)
            emit beginsAnew();
        QItemSelectionModel::select(selection, command);
        if (anew)
            emit begunAnew();
    }

signals:
    /// Around a selection that replaces what was selected.
    void beginsAnew();
    void begunAnew();
};

} // namespace clusterdeck
