// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/batchtimeline.h"
#include "app/support/clock.h"
#include "ui/charts/chartpage.h"
#include "ui/charts/charttable.h"

#include <QTimer>

class QLabel;

namespace clusterdeck
{

class BatchRunner;
class TimelineView;

/// The timeline of a batch: a bar for each item, from the confirmation to the item's end. For a
/// finished batch or, with watch(), for a running one.
class BatchTimelinePage : public ChartPage
{
    Q_OBJECT

public:
    /// The interval of updates while the batch runs and the page is visible.
    static constexpr std::chrono::milliseconds Step{250};

    /// `events`: the journal's events of this batch. `clock` outlives the page.
    BatchTimelinePage(const Batch &batch, const QList<JournalEvent> &events, const Clock &clock,
                      QWidget *parent);

    /// Shows the changes of `runner`, which runs the batch of this page, until it has finished.
    void watch(BatchRunner &runner);

    [[nodiscard]] const BatchTimeline &timeline() const { return m_timeline; }
    /// Whether the page is updated at each Step now.
    [[nodiscard]] bool moves() const { return m_step.isActive(); }

protected:
    [[nodiscard]] Drawing drawing() const override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void step();
    void showNow();
    void showNumbers();
    void showCurrent();
    void updateTimer();
    [[nodiscard]] QString sentence(qint64 now) const;
    [[nodiscard]] qint64 now() const;

    const Clock &m_clock;
    QString m_title;
    BatchTimeline m_timeline;
    ChartTable *m_numbers;
    TimelineView *m_view;
    QLabel *m_line;
    QTimer m_step;
    bool m_changed = true; ///< since the table was filled
    qint64 m_second = 0;   ///< of now(), when the table was filled
};

} // namespace clusterdeck
