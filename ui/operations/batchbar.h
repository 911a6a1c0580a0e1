// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/batchrunner.h"
#include "app/support/clock.h"

#include <QFrame>
#include <QTimer>

class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace clusterdeck
{

class CountButtons;

/// One batch at a glance: the countdown, how far it is, its counts, and what a person can still
/// decide about it. Says aloud when a countdown begins, before it ends, when it is held and how it
/// has ended. Nothing here sends by Enter.
class BatchBar : public QFrame
{
    Q_OBJECT

public:
    BatchBar(BatchRunner &runner, Clock &clock, QWidget *parent = nullptr);

    [[nodiscard]] BatchRunner &runner() const { return m_runner; }

    /// Items of this batch that are selected below and could be spared.
    void setRemovable(int items);
    /// Lets go of a pressed count, without a signal.
    void releaseCounts();

signals:
    void stateChosen(std::optional<clusterdeck::ItemState> state);
    /// The selected ones.
    void removalWanted();
    /// To show the time line of the batch.
    void timelineWanted();
    /// The same verb for exactly those that failed.
    void retryWanted();
    /// A report of it is to be saved.
    void reportWanted();

private:
    QHBoxLayout *createButtons();
    void createHoldLine();
    void layOut();
    void update();
    void tick();
    void showCountdown(std::chrono::milliseconds left);
    void showProgress();
    void tell();
    void tellCountdown(int seconds);
    [[nodiscard]] std::optional<std::chrono::milliseconds> countdown() const;

    BatchRunner &m_runner;
    Clock &m_clock;
    QTimer m_soon; ///< a thousand items that move together are counted once
    QLabel *m_title;
    QProgressBar *m_progress;
    CountButtons *m_counts;
    QLabel *m_numbers;
    QPushButton *m_timeline;
    QPushButton *m_removeFromBatch;
    QPushButton *m_cancel;
    QPushButton *m_send;
    QPushButton *m_stop;
    QPushButton *m_retry;
    QPushButton *m_report;
    QWidget *m_holdLine;
    QLabel *m_hold;
    QPushButton *m_goOn = nullptr;
    ClockTimer m_tick{m_clock};
    int m_told = 0; ///< seconds left when the countdown was last said aloud; 0: not yet
    bool m_counting = false;
    bool m_held = false;
    bool m_ended = false;
};

} // namespace clusterdeck
