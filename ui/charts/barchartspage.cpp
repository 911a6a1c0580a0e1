// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/barchartspage.h"

#include "ui/theme/metrics.h"

#include <QEvent>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace clusterdeck
{

BarChartsPage::BarChartsPage(const QString &name, QWidget *parent)
    : ChartPage(name, parent)
    , m_area(new QScrollArea(this))
{
    m_area->setObjectName(QStringLiteral("Charts"));
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::StyledPanel);
    m_area->setFocusPolicy(Qt::StrongFocus); // to scroll by keys
    auto *body = new QWidget(m_area);
    body->setBackgroundRole(QPalette::Base);
    body->setAutoFillBackground(true);
    m_column = new QVBoxLayout(body);
    m_column->setContentsMargins(space::Large, space::Large, space::Large, space::Large);
    m_column->setSpacing(space::Large);
    m_column->setAlignment(Qt::AlignTop);
    m_area->setWidget(body);
    m_soon.setSingleShot(true);
    m_soon.setInterval(std::chrono::milliseconds(250));
    connect(&m_soon, &QTimer::timeout, this, &BarChartsPage::countNow);
}

void BarChartsPage::setUpTable(const QStringList &headers, const QSet<int> &wordColumns)
{
    m_numbers = new ChartTable(objectName(), headers, wordColumns, this);
    setUp(m_area, m_numbers);
}

void BarChartsPage::refresh()
{
    m_stale = true;
    if (isVisible() && !m_soon.isActive())
        m_soon.start();
}

void BarChartsPage::showEvent(QShowEvent *event)
{
    ChartPage::showEvent(event);
    if (m_stale)
        countNow();
}

void BarChartsPage::changeEvent(QEvent *event)
{
    ChartPage::changeEvent(event);
    if (event->type() == QEvent::FontChange) // the height of the charts depends on it
        refresh();
}

void BarChartsPage::countNow()
{
    if (!isVisible())
        return; // showEvent() counts later
    m_stale = false;
    count();
    const QList<QList<BarChart>> rows = charts();
    while (m_views.size() > rows.size())
        delete m_views.takeLast();
    while (m_views.size() < rows.size()) {
        m_views.append(new BarChartView(m_area->widget()));
        m_column->addWidget(m_views.last());
    }
    for (int i = 0; i < rows.size(); ++i)
        m_views.at(i)->setCharts(rows.at(i));
}

Drawing BarChartsPage::drawing() const
{
    const QList<QList<BarChart>> rows = charts();
    Drawing drawing;
    for (const QList<BarChart> &row : rows)
        drawing.height += heightOf(row, paperFont(font())) + space::Large;
    drawing.draw = [rows](QPainter &painter, const QRectF &box, int first) {
        double top = box.top();
        for (int i = first; i < rows.size(); ++i) {
            const int height = heightOf(rows.at(i), painter.font());
            if (i > first && top + height > box.bottom())
                return i;
            paintCharts(painter, QRectF(box.left(), top, box.width(), height), rows.at(i),
                        paperPalette());
            top += height + space::Large;
        }
        return -1;
    };
    return drawing;
}

} // namespace clusterdeck
