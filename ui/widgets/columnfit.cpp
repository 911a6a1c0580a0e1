// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/columnfit.h"

#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>

namespace clusterdeck
{

ColumnFit::ColumnFit(QTableView *table, int filling, const QList<int> &whole)
    : QObject(table)
    , m_table(table)
    , m_filling(filling)
    , m_whole(whole)
{
    header()->setStretchLastSection(false);
    // Only visible rows are measured, and again whenever the table is scrolled.
    header()->setResizeContentsPrecision(0);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &ColumnFit::fit);
    const auto soon = [this] { m_soon.start(); };
    const QAbstractItemModel *model = table->model();
    connect(model, &QAbstractItemModel::dataChanged, this, soon);
    connect(model, &QAbstractItemModel::rowsInserted, this, soon);
    connect(model, &QAbstractItemModel::layoutChanged, this, soon);
    connect(model, &QAbstractItemModel::modelReset, this, soon);
    connect(table->verticalScrollBar(), &QScrollBar::valueChanged, this, soon);
    connect(header(), &QHeaderView::sectionMoved, this, soon);
    connect(header(), &QHeaderView::sectionResized, this, &ColumnFit::resized);
    table->installEventFilter(this);
    table->viewport()->installEventFilter(this);
    m_soon.start();
}

QHeaderView *ColumnFit::header() const
{
    return m_table->horizontalHeader();
}

bool ColumnFit::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Resize:
        if (watched == m_table->viewport())
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
    if (!m_table->isVisible())
        return; // the Show event calls it again
    for (const int column : std::as_const(m_whole))
        fitWhole(column);
    fill();
}

void ColumnFit::fitWhole(int column)
{
    if (m_table->isColumnHidden(column))
        return;
    const int most = WidestDigits * m_table->fontMetrics().horizontalAdvance(u'0');
    const QAbstractItemView *view = m_table;
    const int needed = qMin(view->sizeHintForColumn(column), most);
    if (column == m_filled)
        m_ownWidth = qMax(m_ownWidth, needed);
    if (header()->sectionSize(column) >= needed)
        return;
    m_fitting = true;
    header()->resizeSection(column, needed);
    m_fitting = false;
}

int ColumnFit::fillingColumn() const
{
    if (m_filling != LastShown)
        return m_filling;
    for (int place = header()->count() - 1; place >= 0; --place) {
        const int column = header()->logicalIndex(place);
        if (!header()->isSectionHidden(column))
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
            header()->resizeSection(m_filled, m_ownWidth);
        m_filled = column;
        m_ownWidth = column >= 0 ? header()->sectionSize(column) : 0;
    }
    if (column >= 0 && !header()->isSectionHidden(column)) {
        const int left =
            m_table->viewport()->width() - header()->length() + header()->sectionSize(column);
        if (const int width = qMax(m_ownWidth, left); width != header()->sectionSize(column))
            header()->resizeSection(column, width);
    }
    m_fitting = false;
}

} // namespace clusterdeck
