// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/flowlayout.h"

namespace clusterdeck
{

FlowLayout::FlowLayout(QWidget *parent)
    : QLayout(parent)
{
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[size_t(index)].get() : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem *item = m_items[size_t(index)].release();
    m_items.erase(m_items.begin() + index);
    return item;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto &item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    (void)arrange(rect, true);
}

/// Returns the height that the items need in the width of `rect`; moves them if `place` is set. The
/// items of a line are centred vertically.
int FlowLayout::arrange(const QRect &rect, bool place) const
{
    const QRect inside = rect.marginsRemoved(contentsMargins());
    std::vector<std::pair<QLayoutItem *, int>> line; // item and its left edge
    int x = inside.left();
    int y = inside.top();
    int height = 0;
    const auto endLine = [&] {
        for (const auto &[item, left] : line) {
            const QSize size = item->sizeHint();
            if (place)
                item->setGeometry(QRect(QPoint(left, y + (height - size.height()) / 2), size));
        }
        y += height;
        line.clear();
    };
    for (const auto &item : m_items) {
        if (item->isEmpty()) // hidden
            continue;
        const QSize size = item->sizeHint();
        if (!line.empty() && x + size.width() > inside.right() + 1) {
            endLine();
            y += spacing();
            x = inside.left();
            height = 0;
        }
        line.emplace_back(item.get(), x);
        x += size.width() + spacing();
        height = qMax(height, size.height());
    }
    endLine();
    return y - rect.top() + contentsMargins().bottom();
}

} // namespace clusterdeck
