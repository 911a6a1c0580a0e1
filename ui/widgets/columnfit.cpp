// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/columnfit.h"

#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>
#include <QTreeView>

namespace clusterdeck
{

ColumnFit::ColumnFit(QHeaderView *header, int filling, const QList<int> &whole)
    : QObject(header->parentWidget())
    , m_header(header)
    , m_view(qobject_cast<QAbstractItemView *>(header->parentWidget()))
    , m_filling(filling)
    , m_whole(whole)
{
    m_header->setStretchLastSection(false);
    // Only visible rows are measured, and again whenever the table is scrolled.
    m_header->setResizeContentsPrecision(0);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &ColumnFit::fit);
    const auto soon = [this] { m_soon.start(); };
    const QAbstractItemModel *model = m_view->model();
    connect(model, &QAbstractItemModel::dataChanged, this, soon);
    connect(model, &QAbstractItemModel::rowsInserted, this, soon);
    connect(model, &QAbstractItemModel::layoutChanged, this, soon);
    connect(model, &QAbstractItemModel::modelReset, this, soon);
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, soon);
    connect(m_header, &QHeaderView::sectionMoved, this, soon);
    if (const auto *tree = qobject_cast<QTreeView *>(m_view))
        connect(tree, &QTreeView::expanded, this, soon);
    connect(m_header, &QHeaderView::sectionResized, this, &ColumnFit::resized);
    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);
    m_soon.start();
}

bool ColumnFit::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Resize:
        if (watched == m_view->viewport())
            fill(); // at once, so that the column follows while the window is resized
        [[fallthrough]];
    case QEvent::Show:
    case QEvent::FontChange:
    case QEvent::StyleChange:
        m_soon.start();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void ColumnFit::restart()
{
    m_filled = -1;
    m_soon.start();
}

/// A width set by the user or the program, not by fitting, is the column's own width from now on.
/// fitWhole() widens a whole column again.
void ColumnFit::resized(int column, int before, int now)
{
    if (m_fitting)
        return;
    if (column == m_filled && now > 0)
        m_ownWidth = now;
    if (before > 0 && now > 0) // 0: the column was hidden or is shown again
        emit ownWidthChanged(column, now);
    m_soon.start();
}

void ColumnFit::fit()
{
    if (!m_view->isVisible())
        return; // the Show event calls it again
    for (const int column : std::as_const(m_whole))
        fitWhole(column);
    fill();
}

void ColumnFit::fitWhole(int column)
{
    if (m_header->isSectionHidden(column))
        return;
    const int most = WidestDigits * m_view->fontMetrics().horizontalAdvance(u'0');
    const int needed = qMin(m_view->sizeHintForColumn(column), most);
    if (column == m_filled)
        m_ownWidth = qMax(m_ownWidth, needed);
    if (m_header->sectionSize(column) >= needed)
        return;
    m_fitting = true;
    m_header->resizeSection(column, needed);
    m_fitting = false;
}

int ColumnFit::fillingColumn() const
{
    if (m_filling != LastShown && !m_header->isSectionHidden(m_filling))
        return m_filling;
    for (int place = m_header->count() - 1; place >= 0; --place) {
        const int column = m_header->logicalIndex(place);
        if (!m_header->isSectionHidden(column))
            return column;
    }
    return -1;
}

void ColumnFit::fill()
{
    const int column = fillingColumn();
    m_fitting = true;
    if (column != m_filled) {
        if (m_filled >= 0) // also when it is hidden: it may be shown again
            m_header->resizeSection(m_filled, m_ownWidth);
        m_filled = column;
        m_ownWidth = column >= 0 ? m_header->sectionSize(column) : 0;
    }
    if (column >= 0 && !m_header->isSectionHidden(column)) {
        const int left =
            m_view->viewport()->width() - m_header->length() + m_header->sectionSize(column);
        if (const int width = qMax(m_ownWidth, left); width != m_header->sectionSize(column))
            m_header->resizeSection(column, width);
    }
    m_fitting = false;
}

} // namespace clusterdeck
