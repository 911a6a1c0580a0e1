// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/table/clusterheader.h"

#include <QMouseEvent>
#include <QStyle>
#include <QStyleOptionHeader>

#include <utility>

namespace clusterdeck
{

ClusterHeader::ClusterHeader(const ClusterView &view, QWidget *parent)
    : PaddedHeader(parent)
    , m_view(view)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
}

/// Without the edges, which resize columns.
int ClusterHeader::titleAt(const QPoint &position) const
{
    const int section = logicalIndexAt(position);
    if (section < 0)
        return -1;
    const int grip = style()->pixelMetric(QStyle::PM_HeaderGripMargin, nullptr, this);
    const int from = sectionViewportPosition(section);
    const bool inside =
        position.x() >= from + grip && position.x() < from + sectionSize(section) - grip;
    return inside ? section : -1;
}

void ClusterHeader::mousePressEvent(QMouseEvent *event)
{
    m_pressed = -1;
    if (event->button() == Qt::LeftButton && event->modifiers().testFlag(Qt::ShiftModifier))
        m_pressed = titleAt(event->position().toPoint());
    if (m_pressed < 0)
        PaddedHeader::mousePressEvent(event);
}

void ClusterHeader::mouseMoveEvent(QMouseEvent *event)
{
    if (m_pressed < 0)
        PaddedHeader::mouseMoveEvent(event);
}

void ClusterHeader::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_pressed < 0)
        return PaddedHeader::mouseReleaseEvent(event);
    const int pressed = std::exchange(m_pressed, -1);
    if (titleAt(event->position().toPoint()) == pressed)
        emit shiftClicked(pressed);
}

void ClusterHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int section) const
{
    PaddedHeader::initStyleOptionForIndex(option, section);
    const auto &second = m_view.second();
    if (!second)
        return;
    const bool isSecond = section == int(second->column);
    if (!isSecond && section != int(m_view.first().column))
        return;
    if (isSecond)
        option->sortIndicator = second->order == Qt::AscendingOrder ? QStyleOptionHeader::SortDown
                                                                    : QStyleOptionHeader::SortUp;
    const QString level = isSecond ? QStringLiteral("²") : QStringLiteral("¹");
    // The arrow is at the right, where a numeric column has its title.
    const bool right = option->textAlignment.testFlag(Qt::AlignRight);
    option->text = (right ? option->text.trimmed() : option->text) + level;
}

} // namespace clusterdeck
