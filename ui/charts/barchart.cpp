// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/barchart.h"

#include "ui/charts/chartparts.h"
#include "ui/text/joining.h"
#include "ui/theme/metrics.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace clusterdeck
{

namespace
{

constexpr double BarPart = 0.72; ///< of a category's height
constexpr int LeastTicks = 2;    ///< besides 0
constexpr int MostTicks = 5;
constexpr int LeastLabelWidth = 14; ///< in letters; so that the bars of most charts line up

QString tickText(double number)
{
    return QLocale().toString(number, 'f', 0);
}

int barsPerCategory(const BarChart &chart)
{
    return chart.isStacked ? 1 : int(chart.series.size());
}

double longestBar(const BarChart &chart)
{
    double longest = 0;
    for (int category = 0; category < chart.categories.size(); ++category) {
        double length = 0;
        for (const BarSeries &series : chart.series) {
            const double value = series.values.value(category);
            length = chart.isStacked ? length + value : std::max(length, value);
        }
        longest = std::max(longest, length);
    }
    return longest;
}

double labelWidth(const BarChart &chart, const QFont &font)
{
    const QFontMetricsF metrics(font);
    double width = widthOfLetters(QFontMetrics(font), LeastLabelWidth);
    for (const BarSeries &series : chart.series) {
        for (const QString &label : series.labels)
            width = std::max(width, metrics.horizontalAdvance(label));
    }
    return width;
}

/// The smallest step of 1, 2 or 5 times a power of ten that fits into `end` at most `most` times.
double valueStep(double end, int most)
{
    for (double power = 1;; power *= 10) {
        for (const int factor : {1, 2, 5}) {
            if (end < factor * power * (most + 1))
                return factor * power;
        }
    }
}

/// The axis of a chart whose bars are drawn into `area`.
struct ValueAxis {
    ValueAxis(const BarChart &chart, const QRectF &barArea, const QFont &font)
        : area(barArea)
        , end(chart.axisEnd.value_or(std::max(1.0, longestBar(chart))))
    {
        const double width = QFontMetricsF(font).horizontalAdvance(tickText(end)) + space::Huge;
        const int most = std::clamp(int(area.width() / width), LeastTicks, MostTicks);
        const double step = valueStep(end, most);
        for (int i = 0; i * step <= end; ++i)
            ticks.append({xOf(i * step), tickText(i * step)});
    }

    [[nodiscard]] double xOf(double value) const
    {
        return area.left() + std::min(value / end, 1.0) * area.width();
    }

    QRectF area;
    double end;
    QList<Tick> ticks;
};

void paintBars(QPainter &painter, const BarChart &chart, const ValueAxis &axis, double left,
               const QPalette &palette)
{
    const double rowHeight = axis.area.height() / double(chart.categories.size());
    const double barHeight = rowHeight * BarPart / std::max(1, barsPerCategory(chart));
    for (int category = 0; category < chart.categories.size(); ++category) {
        const QRectF row(left, axis.area.top() + category * rowHeight, axis.area.right() - left,
                         rowHeight);
        if (chart.hasCategoryNames)
            paintName(painter, row, axis.area, chart.categories.at(category), palette);
        double from = 0;
        double top = row.top() + rowHeight * (1 - BarPart) / 2;
        for (const BarSeries &series : chart.series) {
            const double to = from + series.values.value(category);
            QRectF bar(axis.xOf(from), top, axis.xOf(to) - axis.xOf(from), barHeight);
            if (to > from) {
                bar.setWidth(std::max(LeastBarWidth, bar.width()));
                fillBar(painter, bar, series.style, palette);
            }
            painter.setPen(palette.color(QPalette::Text));
            painter.drawText(QRectF(bar.right() + space::Small, top, 1e4, barHeight),
                             int(Qt::AlignVCenter | Qt::AlignLeft) | OneLine,
                             series.labels.value(category));
            if (chart.isStacked)
                from = to;
            else
                top += barHeight;
        }
    }
}

void paintChart(QPainter &painter, const QRectF &box, const BarChart &chart,
                const QPalette &palette)
{
    const QFont font = painter.font();
    const double line = QFontMetricsF(font).height();
    QRectF area = barArea(box, font, labelWidth(chart, font), chart.hasCategoryNames);

    QFont bold = font;
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(palette.color(QPalette::Text));
    painter.drawText(QRectF(area.left(), box.top(), box.right() - area.left(), line),
                     int(Qt::AlignLeft) | OneLine, chart.title);
    painter.setFont(font);

    // Also for a single series, so that charts side by side have their rows at the same height.
    QList<LegendEntry> legend;
    for (const BarSeries &series : chart.series)
        legend.append({series.name, series.style});
    const QRectF legendBox(area.left(), box.top() + line + space::Medium, box.right() - area.left(),
                           0);
    paintLegend(painter, legendBox, legend, palette);

    area.setTop(legendBox.top() + legendHeight(legend, font, legendBox.width()) + space::Medium);
    area.setBottom(box.bottom() - space::Small - line * (chart.axisTitle.isEmpty() ? 1 : 2));
    const ValueAxis axis(chart, area, font);
    paintTickLines(painter, area, axis.ticks, palette);
    paintTickLabels(painter, area.bottom() + space::Small, axis.ticks, palette);
    painter.drawText(QRectF(area.left(), box.bottom() - line, area.width(), line),
                     int(Qt::AlignCenter) | OneLine, chart.axisTitle);
    paintBars(painter, chart, axis, box.left(), palette);
}

} // namespace

int heightOf(const QList<BarChart> &charts, const QFont &font)
{
    const int line = QFontMetrics(font).height();
    int height = 0;
    for (const BarChart &chart : charts) {
        const int row = barsPerCategory(chart) * (line + space::Hair) + line / 2;
        const int lines = chart.axisTitle.isEmpty() ? 3 : 4; // title, legend, ticks, axis title
        height = std::max(height, int(chart.categories.size()) * row + lines * line + space::Small +
                                      2 * space::Medium);
    }
    return height;
}

void paintCharts(QPainter &painter, const QRectF &box, const QList<BarChart> &charts,
                 const QPalette &palette)
{
    int stretches = 0;
    for (const BarChart &chart : charts)
        stretches += chart.stretch;
    double left = box.left();
    for (const BarChart &chart : charts) {
        const double width = box.width() * chart.stretch / stretches;
        paintChart(painter, QRectF(left, box.top(), width, box.height()), chart, palette);
        left += width;
    }
}

void BarChartView::setCharts(const QList<BarChart> &charts)
{
    m_charts = charts;
    QStringList titles;
    for (const BarChart &chart : charts)
        titles.append(chart.title);
    setAccessibleName(clauses(titles));
    setFixedHeight(heightOf(charts, font()));
    update();
}

void BarChartView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintCharts(painter, rect(), m_charts, palette());
}

} // namespace clusterdeck
