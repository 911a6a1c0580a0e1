// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QStringList>
#include <QWidget>
#include <QtPlugin>

#include <optional>

namespace clusterdeck
{

/// One kind of bar: what it is called, how it looks, how long each is.
struct ChartSet {
    QString name; ///< for the legend; our own words
    QColor color;
    Qt::BrushStyle pattern = Qt::SolidPattern;
    QList<double> values; ///< one a category; 0 draws nothing
    QStringList labels;   ///< what stands behind each bar; when stacked, behind the last set's
};

/// Lying bars, with what is needed to draw them on any ground. Every text is shown as its
/// characters.
struct ChartData {
    QString title;
    QStringList categories; ///< from the top; empty ones: those of the chart at the left
    QList<ChartSet> sets;
    bool isStacked = false;    ///< the sets of a category behind one another, not below one another
    QString axis;              ///< what the numbers along the bottom are
    std::optional<double> end; ///< where the axis ends; nothing: behind the longest bar
    int width = 1;             ///< its share of a row of charts
    QFont font;
    QColor ground;
    QColor text;
    QColor grid;
};

/// One chart on the screen, which can be drawn elsewhere too. Takes no focus.
class ChartCanvas : public QWidget
{
public:
    using QWidget::QWidget;

    virtual void setChart(const ChartData &chart) = 0;
    /// Draws `chart` into `box`, as it would look in a widget of that size.
    virtual void draw(QPainter &painter, const QRectF &box, const ChartData &chart) = 0;
    [[nodiscard]] virtual int heightFor(const ChartData &chart) const = 0;
};

/// What draws charts. It lives in a file of its own, which is loaded when the first chart is
/// wanted: the library it needs would make every start slower. This header is all that it shares
/// with the program.
class ChartMaker
{
public:
    virtual ~ChartMaker() = default;
    /// Never null.
    [[nodiscard]] virtual ChartCanvas *create(QWidget *parent) = 0;
};

} // namespace clusterdeck

/// With the version in it: a file left over from another version is not taken for this one's.
#define CLUSTERDECK_CHARTS_IID "clusterdeck.charts/" CLUSTERDECK_VERSION
Q_DECLARE_INTERFACE(clusterdeck::ChartMaker, CLUSTERDECK_CHARTS_IID)
