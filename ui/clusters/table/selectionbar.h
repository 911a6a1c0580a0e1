// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/selectionsummary.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace clusterdeck
{

class ClusterPane;
class OperationController;

/// The line below the table: the selection and its possible operations, buttons for hidden selected
/// clusters, and at the right the progress of a reading, with a button that cancels it.
class SelectionBar : public QWidget
{
    Q_OBJECT

public:
    /// A child of `pane`. `controller` outlives the bar.
    SelectionBar(ClusterPane &pane, OperationController &controller);

    void show(const SelectionSummary &summary);

private:
    void showReading(const QString &text);

    QLabel *m_selection;
    QPushButton *m_show;
    QPushButton *m_drop;
    QLabel *m_reading;
    QPushButton *m_cancel;
};

} // namespace clusterdeck
