// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/timelineview.h"

#include "ui/charts/timelinepainter.h"
#include "ui/charts/timelinetext.h"
#include "ui/text/format.h"
#include "ui/theme/metrics.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace clusterdeck
{

TimelineView::TimelineView(const BatchTimeline &timeline, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_timeline(timeline)
{
    setObjectName(QStringLiteral("Time line"));
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
}

void TimelineView::showAt(qint64 now)
{
    m_now = now;
    fitScrollBar();
    viewport()->update();
}

int TimelineView::rowHeight() const
{
    return TimelinePainter(m_timeline, m_now, palette(), font()).rowHeight();
}

int TimelineView::headHeight() const
{
    return space::Medium + TimelinePainter(m_timeline, m_now, palette(), font())
                               .headHeight(viewport()->width() - 2 * space::Medium);
}

void TimelineView::fitScrollBar()
{
    const int room = viewport()->height() - headHeight();
    const int rows = int(m_timeline.items.size()) * rowHeight() + space::Medium;
    verticalScrollBar()->setRange(0, std::max(0, rows - room));
    verticalScrollBar()->setPageStep(std::max(1, room));
    verticalScrollBar()->setSingleStep(rowHeight());
}

void TimelineView::setCurrent(int item)
{
    if (m_timeline.items.isEmpty())
        return;
    const int wanted = std::clamp(item, 0, int(m_timeline.items.size()) - 1);
    const int top = wanted * rowHeight();
    const int room = verticalScrollBar()->pageStep();
    if (top < verticalScrollBar()->value())
        verticalScrollBar()->setValue(top);
    else if (top + rowHeight() > verticalScrollBar()->value() + room)
        verticalScrollBar()->setValue(top + rowHeight() - room);
    if (wanted == m_current)
        return;
    m_current = wanted;
    viewport()->update();
    emit currentChanged(wanted);
}

int TimelineView::itemAt(const QPoint &position) const
{
    const int below = position.y() - headHeight();
    if (below < 0)
        return -1;
    const int item = (below + verticalScrollBar()->value()) / rowHeight();
    return item < m_timeline.items.size() ? item : -1;
}

void TimelineView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const TimelinePainter parts(m_timeline, m_now, palette(), font());
    const int row = parts.rowHeight();
    const int head = headHeight();
    const int left = space::Medium;
    const int width = viewport()->width() - 2 * left;
    const QRect below(0, head, viewport()->width(), viewport()->height() - head);
    const int scrolled = verticalScrollBar()->value();
    painter.setClipRect(below);
    parts.paintGrid(painter, QRectF(left, head, width, below.height()));
    const int first = scrolled / row;
    for (int item = first; item < m_timeline.items.size(); ++item) {
        const QRectF box(left, head + item * row - scrolled, width, row);
        if (box.top() > below.bottom())
            break;
        if (item == m_current)
            painter.fillRect(box, palette().color(QPalette::Midlight));
        parts.paintRow(painter, box, item);
        if (item == m_current && hasFocus()) {
            painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
        }
    }
    painter.setClipping(false);
    parts.paintHead(painter, QRectF(left, space::Medium, width, head - space::Medium));
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    fitScrollBar();
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    const int page = std::max(1, verticalScrollBar()->pageStep() / rowHeight());
    switch (event->key()) {
    case Qt::Key_Up:
        setCurrent(m_current - 1);
        return;
    case Qt::Key_Down:
        setCurrent(m_current + 1);
        return;
    case Qt::Key_PageUp:
        setCurrent(m_current - page);
        return;
    case Qt::Key_PageDown:
        setCurrent(m_current + page);
        return;
    case Qt::Key_Home:
        setCurrent(0);
        return;
    case Qt::Key_End:
        setCurrent(int(m_timeline.items.size()) - 1);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void TimelineView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void TimelineView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    if (const int item = itemAt(event->pos()); item >= 0)
        setCurrent(item);
}

bool TimelineView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int item = itemAt(help->pos());
    if (item < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(),
                           plainToolTip(lineText(m_timeline.items.at(item), m_now)), this);
    return true;
}

void TimelineView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitScrollBar();
    if (event->type() == QEvent::PaletteChange)
        viewport()->update();
}

} // namespace clusterdeck
