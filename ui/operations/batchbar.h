// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/clock.h"
#include "ui/operations/batchcommands.h"

#include <QFrame>
#include <QTimer>

class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace clusterdeck
{

class CountButtons;

/// A batch: its countdown or progress, its counts, and buttons for its actions. Announces the
/// countdown, a hold, and the batch's result. Enter sends nothing.
class BatchBar : public QFrame
{
    Q_OBJECT

public:
    /// `runner` and `clock` outlive the bar. `removeSelected` removes the selected items from the
    /// batch.
    BatchBar(BatchRunner &runner, Clock &clock, const BatchCommands &commands,
             std::function<void()> removeSelected, QWidget *parent = nullptr);

    [[nodiscard]] BatchRunner &runner() const { return m_runner; }

    /// The number of items selected in the list that can be removed from this batch.
    void setRemovable(int items);
    /// Releases the pressed count button. Emits nothing.
    void releaseCounts();

signals:
    /// A count button was pressed: only the items in `state` should be shown; none: all.
    void stateChosen(std::optional<clusterdeck::ItemState> state);

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
    QTimer m_soon; ///< one update() for the changes of many items
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
    QPushButton *m_whyUnknown; ///< leads to the guide
    QWidget *m_holdLine;
    QLabel *m_hold;
    QPushButton *m_continue = nullptr;
    ClockTimer m_tick{m_clock};
    int m_lastAnnounced = 0; ///< seconds left when the countdown was last announced; 0: not yet
    bool m_counting = false;
    bool m_held = false;
    bool m_ended = false;
};

} // namespace clusterdeck
