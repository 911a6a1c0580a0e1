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

/// The line under the table: what is selected and what could be done with it, what to do about
/// those of it that are hidden, and at the right what is being read, with a way to give it up.
class SelectionBar : public QWidget
{
    Q_OBJECT

public:
    /// Of `pane`, which outlives it as `controller` does.
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
