// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/batchtimelinepage.h"

#include "app/operations/batchrunner.h"
#include "ui/charts/timelinepainter.h"
#include "ui/charts/timelinetext.h"
#include "ui/charts/timelineview.h"
#include "ui/text/format.h"
#include "ui/theme/chartcolors.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tables.h"
#include "ui/words/statelook.h"
#include "ui/words/verbtext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QTableView>

#include <memory>

namespace clusterdeck
{

namespace
{

QString timeCell(const std::optional<qint64> &at)
{
    return at ? timeText(QDateTime::fromMSecsSinceEpoch(*at).toUTC()) : QString();
}

} // namespace

BatchTimelinePage::BatchTimelinePage(const Batch &batch, const QList<JournalEvent> &events,
                                     const Clock &clock, QWidget *parent)
    : ChartPage(tr("Timeline of the batch"), parent)
    , m_clock(clock)
    , m_title(batchTitle(batch))
    , m_timeline(timelineOf(batch, events))
    , m_view(new TimelineView(m_timeline, this))
    , m_line(plainLabel(this))
{
    QStringList headers{tr("Cluster"), tr("ID"), tr("State")};
    for (const ItemState state : unfinishedStates())
        headers.append(phaseWord(state));
    headers << tr("Total") << tr("Ended");
    m_numbers = new ChartTable(QStringLiteral("Time line"), headers, {0, 1, 2}, this);
    setUp(m_view, m_numbers);
    m_line->setObjectName(QStringLiteral("Line"));
    m_line->setText(tr("Select a bar with ↑ and ↓ or the mouse to see its details."));
    m_line->setWordWrap(false);
    m_line->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    qobject_cast<QBoxLayout *>(layout())->insertWidget(layout()->count() - 1, m_line);
    m_step.setInterval(Step);
    connect(&m_step, &QTimer::timeout, this, &BatchTimelinePage::step);
    connect(m_view, &TimelineView::currentChanged, this, &BatchTimelinePage::showCurrent);
    showNow();
    showNumbers();
}

void BatchTimelinePage::watch(BatchRunner &runner)
{
    connect(&runner, &BatchRunner::itemChanged, this, [this, &runner](int item) {
        follow(m_timeline, item, runner.batch().items.at(item), now());
        m_changed = true;
    });
    // finished() comes after the last change of an item: show it.
    connect(&runner, &BatchRunner::finished, this, [this] {
        step();
        updateTimer();
    });
    updateTimer();
}

qint64 BatchTimelinePage::now() const
{
    return m_clock.utcNow().toMSecsSinceEpoch();
}

void BatchTimelinePage::showEvent(QShowEvent *event)
{
    ChartPage::showEvent(event);
    step();
    updateTimer();
}

void BatchTimelinePage::hideEvent(QHideEvent *event)
{
    ChartPage::hideEvent(event);
    updateTimer();
}

void BatchTimelinePage::updateTimer()
{
    const bool moves = isVisible() && !m_timeline.isFinished();
    if (moves && !m_step.isActive())
        m_step.start();
    else if (!moves)
        m_step.stop();
}

void BatchTimelinePage::step()
{
    showNow();
    // Once a second is enough for the durations in the table.
    if (m_changed || (showsTable() && now() / 1000 != m_second))
        showNumbers();
}

void BatchTimelinePage::showNow()
{
    const qint64 at = now();
    m_view->showAt(at);
    setSummary(sentence(at));
    if (const int item = m_view->current(); item >= 0)
        m_line->setText(lineText(m_timeline.items.at(item), at));
}

QString BatchTimelinePage::sentence(qint64 at) const
{
    QMap<ItemState, int> counts;
    for (const TimelineItem &item : m_timeline.items)
        ++counts[item.state];
    QStringList parts;
    for (const ItemState state : statesToTell()) {
        if (counts.value(state) > 0)
            parts.append(countText(counts.value(state), state));
    }
    const QString took = spanText(m_timeline.end(at) - m_timeline.begin);
    return tr("%1: %2. %3", "batch: counts. time")
        .arg(m_title, parts.join(QStringLiteral("  ·  ")),
             m_timeline.isFinished() ? tr("Duration: %1.").arg(took)
                                     : tr("Duration so far: %1.").arg(took));
}

void BatchTimelinePage::showNumbers()
{
    m_changed = false;
    const qint64 at = now();
    m_second = at / 1000;
    QList<QStringList> rows;
    rows.reserve(m_timeline.items.size());
    for (const TimelineItem &item : std::as_const(m_timeline.items)) {
        BatchItem shown;
        shown.state = item.state;
        shown.needsAttention = item.needsAttention;
        QStringList row{nameOf(item), shownLine(item.key.id, LongestNameShown), lookOf(shown).word};
        for (const ItemState state : unfinishedStates())
            row.append(item.began(state) ? spanText(item.spent(state, at)) : QString());
        row.append(spanText(item.ended.value_or(at) - m_timeline.begin));
        row.append(timeCell(item.ended));
        rows.append(row);
    }
    m_numbers->setRecords(rows);
}

void BatchTimelinePage::showCurrent()
{
    m_line->setText(lineText(m_timeline.items.at(m_view->current()), now()));
    announce(m_line, m_line->text());
}

Drawing BatchTimelinePage::drawing() const
{
    // A copy: the timeline may change before the drawing is painted.
    const auto timeline = std::make_shared<BatchTimeline>(m_timeline);
    const auto parts =
        std::make_shared<TimelinePainter>(*timeline, now(), paperPalette(), paperFont(font()));
    Drawing drawing;
    const int head = parts->headHeight(Drawing::Width - 2 * space::Huge);
    const int row = parts->rowHeight();
    drawing.height = head + row * int(timeline->items.size()) + space::Medium;
    drawing.draw = [=](QPainter &painter, const QRectF &box, int first) {
        parts->paintHead(painter, QRectF(box.left(), box.top(), box.width(), head));
        const double top = box.top() + head;
        const int fit = qMax(1, int((box.bottom() - top) / row));
        const int behind = qMin(int(timeline->items.size()), first + fit);
        parts->paintGrid(painter,
                         QRectF(box.left(), top, box.width(), double(behind - first) * row));
        for (int item = first; item < behind; ++item)
            parts->paintRow(painter,
                            QRectF(box.left(), top + (item - first) * row, box.width(), row), item);
        return behind < timeline->items.size() ? behind : -1;
    };
    return drawing;
}

} // namespace clusterdeck
