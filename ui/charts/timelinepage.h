// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/batchtimeline.h"
#include "app/support/clock.h"
#include "ui/charts/picturepage.h"
#include "ui/charts/picturetable.h"

#include <QTimer>

class QLabel;

namespace clusterdeck
{

class BatchRunner;
class TimelineView;

/// A batch's time line with its table: a bar an item from confirmed to its end. Of a batch that is
/// over or lies in the journal, or, with watch(), of one that runs.
class BatchTimelinePage : public PicturePage
{
    Q_OBJECT

public:
    /// How often a running one moves on, while it is seen.
    static constexpr std::chrono::milliseconds Step{250};

    /// `events`: the journal's of this batch. `clock` outlives the page.
    BatchTimelinePage(const Batch &batch, const QList<JournalEvent> &events, const Clock &clock,
                      QWidget *parent);

    /// Follows the batch of `runner`, which is the one that this page was made of, to its end.
    void watch(BatchRunner &runner);

    [[nodiscard]] const BatchTimeline &timeline() const { return m_timeline; }
    /// Whether it moves on by itself now.
    [[nodiscard]] bool moves() const { return m_step.isActive(); }

protected:
    [[nodiscard]] Drawing drawing() const override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void step();
    void showNow();
    void showNumbers();
    void tellCurrent();
    void updateTimer();
    [[nodiscard]] QString sentence(qint64 now) const;
    [[nodiscard]] qint64 now() const;

    const Clock &m_clock;
    QString m_title;
    BatchTimeline m_timeline;
    PictureTable m_numbers;
    TimelineView *m_view;
    QLabel *m_line;
    QTimer m_step;
    bool m_changed = true; ///< since the table was last filled
};

} // namespace clusterdeck
