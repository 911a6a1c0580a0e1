// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartspage.h"

#include "ui/charts/chartsfile.h"
#include "ui/theme/chartcolors.h"
#include "ui/theme/metrics.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>

#include <algorithm>

namespace clusterdeck
{

namespace
{

int heightOf(const QList<ChartData> &row, const ChartCanvas &canvas)
{
    int height = 0;
    for (const ChartData &chart : row)
        height = std::max(height, canvas.heightFor(chart));
    return height;
}

} // namespace

ChartsPage::ChartsPage(const QString &name, const QStringList &pluginFolders, QWidget *parent)
    : PicturePage(name, parent)
    , m_folders(pluginFolders)
    , m_area(new QScrollArea(this))
{
    m_area->setObjectName(QStringLiteral("Charts"));
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::StyledPanel);
    m_area->setFocusPolicy(Qt::StrongFocus); // to scroll by keys
    m_area->setAccessibleName(tr("Charts"));
    auto *body = new QWidget(m_area);
    body->setBackgroundRole(QPalette::Base);
    body->setAutoFillBackground(true);
    m_rows = new QVBoxLayout(body);
    m_rows->setContentsMargins(space::Large, space::Large, space::Large, space::Large);
    m_rows->setSpacing(space::Large);
    m_rows->setAlignment(Qt::AlignTop);
    m_area->setWidget(body);
    m_soon.setSingleShot(true);
    m_soon.setInterval(std::chrono::milliseconds(250));
    connect(&m_soon, &QTimer::timeout, this, &ChartsPage::countNow);
}

void ChartsPage::setUpTable(const QStringList &headers, const QSet<int> &wordColumns)
{
    m_numbers.setHeaders(headers, wordColumns);
    setUp(m_area, &m_numbers);
}

void ChartsPage::refresh()
{
    m_stale = true;
    if (isVisible() && !m_soon.isActive())
        m_soon.start();
}

void ChartsPage::showEvent(QShowEvent *event)
{
    PicturePage::showEvent(event);
    if (m_stale)
        countNow();
}

void ChartsPage::changeEvent(QEvent *event)
{
    PicturePage::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        refresh();
}

void ChartsPage::countNow()
{
    if (!isVisible())
        return; // when it is shown again
    m_stale = false;
    count();
    if (!m_tried) {
        m_tried = true;
        const LoadedCharts loaded = loadCharts(m_folders);
        m_maker = loaded.maker;
        if (!m_maker)
            setNoPicture(loaded.problem);
    }
    if (m_maker)
        showCharts();
}

QList<QList<ChartData>> ChartsPage::dressed(const QPalette &palette) const
{
    QList<QList<ChartData>> rows = charts(palette);
    for (QList<ChartData> &row : rows) {
        for (ChartData &chart : row) {
            chart.font = font();
            chart.ground = palette.color(QPalette::Base);
            chart.text = palette.color(QPalette::Text);
            chart.grid = palette.color(QPalette::Mid);
        }
    }
    return rows;
}

/// As many canvases as there are charts: those that are there stay, so that nothing flickers.
void ChartsPage::fitCanvases(const QList<QList<ChartData>> &rows)
{
    const auto same = [&] {
        return std::equal(
            rows.begin(), rows.end(), m_canvases.begin(), m_canvases.end(),
            [](const auto &row, const auto &held) { return row.size() == held.size(); });
    };
    if (same())
        return;
    for (const auto &row : std::as_const(m_canvases))
        qDeleteAll(row);
    m_canvases.clear();
    while (QLayoutItem *item = m_rows->takeAt(0))
        delete item;
    for (const QList<ChartData> &row : rows) {
        auto *line = new QHBoxLayout;
        line->setSpacing(space::Large);
        QList<ChartCanvas *> held;
        for (qsizetype i = 0; i < row.size(); ++i) {
            held.append(m_maker->create(m_area->widget()));
            line->addWidget(held.last(), row.at(i).width);
        }
        m_canvases.append(held);
        m_rows->addLayout(line);
    }
}

void ChartsPage::showCharts()
{
    const QList<QList<ChartData>> rows = dressed(palette());
    fitCanvases(rows);
    for (int i = 0; i < rows.size(); ++i) {
        for (int j = 0; j < rows.at(i).size(); ++j) {
            ChartCanvas *canvas = m_canvases.at(i).at(j);
            canvas->setFixedHeight(heightOf(rows.at(i), *canvas));
            canvas->setAccessibleName(rows.at(i).at(j).title);
            canvas->setChart(rows.at(i).at(j));
        }
    }
}

Drawing ChartsPage::drawing() const
{
    const QList<QList<ChartData>> rows = dressed(paperPalette());
    Drawing drawing;
    if (m_canvases.isEmpty() || m_canvases.first().isEmpty())
        return drawing;
    ChartCanvas *canvas = m_canvases.first().first();
    for (const QList<ChartData> &row : rows)
        drawing.height += heightOf(row, *canvas) + space::Large;
    drawing.draw = [rows, canvas](QPainter &painter, const QRectF &box, int first) {
        double top = box.top();
        for (int i = first; i < rows.size(); ++i) {
            const int height = heightOf(rows.at(i), *canvas);
            if (i > first && top + height > box.bottom())
                return i;
            int shares = 0;
            for (const ChartData &chart : rows.at(i))
                shares += chart.width;
            double left = box.left();
            for (const ChartData &chart : rows.at(i)) {
                const double width = box.width() * chart.width / std::max(1, shares);
                canvas->draw(painter, QRectF(left, top, width, height), chart);
                left += width;
            }
            top += height + space::Large;
        }
        return -1;
    };
    return drawing;
}

} // namespace clusterdeck
