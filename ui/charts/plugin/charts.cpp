// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plugin/barchart.h"

#include <QChartView>
#include <QGraphicsLayout>
#include <QLegend>
#include <QVBoxLayout>

namespace clusterdeck
{

namespace
{

class Canvas : public ChartCanvas
{
public:
    explicit Canvas(QWidget *parent)
        : ChartCanvas(parent)
        , m_chart(new BarChart)
        , m_view(new QChartView(m_chart, this))
    {
        m_view->setRenderHint(QPainter::Antialiasing);
        m_view->setFocusPolicy(Qt::NoFocus);
        m_view->setFrameShape(QFrame::NoFrame);
        m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        // The wheel is for what it stands in.
        m_view->setAttribute(Qt::WA_TransparentForMouseEvents);
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(m_view);
    }

    void setChart(const ChartData &chart) override { m_chart->setData(chart); }

    void draw(QPainter &painter, const QRectF &box, const ChartData &drawn) override
    {
        // A scene of its own: what is on the screen stays as it is.
        QGraphicsScene scene;
        auto *chart = new BarChart;
        scene.addItem(chart);
        chart->setData(drawn);
        chart->setGeometry(QRectF(QPointF(), box.size()));
        chart->layout()->activate();
        scene.render(&painter, box, QRectF(QPointF(), box.size()));
    }

    [[nodiscard]] int heightFor(const ChartData &chart) const override
    {
        const int line = QFontMetrics(chart.font).height();
        const int bars = chart.isStacked ? 1 : int(chart.sets.size());
        const int row = bars > 1 ? bars * (line + 2) + line / 2 : line + line / 2;
        const int around = 6 * line + (chart.axis.isEmpty() ? 0 : line + 4);
        return int(chart.categories.size()) * row + around;
    }

private:
    BarChart *m_chart;
    QChartView *m_view;
};

} // namespace

class Charts : public QObject, public ChartMaker
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID CLUSTERDECK_CHARTS_IID)
    Q_INTERFACES(clusterdeck::ChartMaker)

public:
    [[nodiscard]] ChartCanvas *create(QWidget *parent) override { return new Canvas(parent); }
};

} // namespace clusterdeck

#include "charts.moc"
