// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/chartcolors.h"

#include <QStringList>
#include <QWidget>

#include <optional>

namespace clusterdeck
{

/// Bars of one kind, one for each category.
struct BarSeries {
    QString name; ///< for the legend
    BarStyle style;
    QList<double> values;
    /// To the right of each bar. When stacked, set those of the last series only.
    QStringList labels;
};

/// A horizontal bar chart. All texts are plain text.
struct BarChart {
    QString title;
    QStringList categories; ///< from the top
    QList<BarSeries> series;
    bool isStacked = false;       ///< the bars of a category in one line, else below one another
    bool hasCategoryNames = true; ///< false: the chart to the left has the same categories
    QString axisTitle;
    std::optional<double> axisEnd; ///< nothing: the length of the longest bar, at least 1
    int stretch = 1;               ///< relative width when charts are side by side
};

/// The height that `charts`, drawn side by side, need, in pixels.
[[nodiscard]] int heightOf(const QList<BarChart> &charts, const QFont &font);

/// Draws `charts` side by side into `box`, with the painter's font.
void paintCharts(QPainter &painter, const QRectF &box, const QList<BarChart> &charts,
                 const QPalette &palette);

/// Charts side by side. Takes no focus.
class BarChartView : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    void setCharts(const QList<BarChart> &charts);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<BarChart> m_charts;
};

} // namespace clusterdeck
