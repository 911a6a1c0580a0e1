// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/clusters/table/selectionsummary.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace clusterdeck
{

/// The line below the table: the selection and what is possible with it, what to do about hidden
/// selected clusters, and at the right the progress of a reading.
class SelectionBar : public QWidget
{
    Q_OBJECT

public:
    explicit SelectionBar(QWidget *parent);

    void show(const SelectionSummary &summary);
    /// Shows what is being read, with a button that cancels it; empty: nothing is.
    void showReading(const QString &text);

signals:
    void showHiddenWanted();
    void dropHiddenWanted();
    void readingCancelled();

private:
    QLabel *m_selection;
    QPushButton *m_show;
    QPushButton *m_drop;
    QLabel *m_reading;
    QPushButton *m_cancel;
};

} // namespace clusterdeck
