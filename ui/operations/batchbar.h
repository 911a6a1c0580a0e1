// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/batchrunner.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace clusterdeck
{

/// One batch at a glance: how far it is, its counts, and what a person can still decide about it.
class BatchBar : public QFrame
{
    Q_OBJECT

public:
    explicit BatchBar(BatchRunner &runner, QWidget *parent = nullptr);

    [[nodiscard]] BatchRunner &runner() const { return m_runner; }

private:
    void layOut();
    void update();

    BatchRunner &m_runner;
    QLabel *m_title;
    QProgressBar *m_progress;
    QLabel *m_counts;
    QPushButton *m_stop;
    QWidget *m_holdLine;
    QLabel *m_hold;
};

} // namespace clusterdeck
