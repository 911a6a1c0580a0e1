// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/clusters/table/selectionsummary.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace clusterdeck
{

/// The line under the table: what is selected and what could be done with it, what to do about
/// those of it that are hidden, and at the right what is being read.
class SelectionBar : public QWidget
{
    Q_OBJECT

public:
    explicit SelectionBar(QWidget *parent);

    void show(const SelectionSummary &summary);
    /// What is being read, with a way to give it up; empty: done.
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
