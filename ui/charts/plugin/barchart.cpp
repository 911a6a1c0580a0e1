// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plugin/barchart.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QGraphicsSimpleTextItem>
#include <QHorizontalBarSeries>
#include <QHorizontalStackedBarSeries>
#include <QLegend>
#include <QLocale>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace clusterdeck
{

namespace
{

constexpr double BarShare = 0.72; ///< of a category's height
constexpr int Gap = 8;
constexpr int LongestName = 190;
constexpr int LeastName = 110;
constexpr int LeastLabel = 100;

double longestBar(const ChartData &data)
{
    double longest = 0;
    for (int category = 0; category < data.categories.size(); ++category) {
        double sum = 0;
        for (const ChartSet &set : data.sets) {
            const double value = set.values.value(category);
            sum = data.isStacked ? sum + value : std::max(sum, value);
        }
        longest = std::max(longest, sum);
    }
    return longest;
}

} // namespace

BarChart::BarChart(QGraphicsItem *parent)
    : QChart(QChart::ChartTypeCartesian, parent, {})
    , m_categories(new QBarCategoryAxis(this))
    , m_values(new QValueAxis(this))
{
    setAnimationOptions(QChart::NoAnimation);
    setBackgroundRoundness(0);
    setLocalizeNumbers(true);
    layout()->setContentsMargins(0, 0, 0, 0);
    addAxis(m_categories, Qt::AlignLeft);
    addAxis(m_values, Qt::AlignBottom);
    // Our own words stand there.
    m_categories->setLabelsVisible(false);
    m_categories->setGridLineVisible(false);
    connect(this, &QChart::plotAreaChanged, this, &BarChart::placeWords);
}

void BarChart::setData(const ChartData &data)
{
    m_data = data;
    removeAllSeries();
    setFont(data.font);
    setBackgroundBrush(data.ground);
    setBackgroundPen(Qt::NoPen);
    QFont bold = data.font;
    bold.setBold(true);
    setTitleFont(bold);
    setTitleBrush(data.text);
    setTitle(data.title.toHtmlEscaped());
    setUpAxes();
    addSets();
    setUpWords();
    placeWords();
}

void BarChart::setUpAxes()
{
    // The first category of a QChart is the lowest one.
    QStringList fromBelow;
    for (qsizetype i = m_data.categories.size() - 1; i >= 0; --i)
        fromBelow.append(QString::number(i));
    m_categories->setCategories(fromBelow);
    m_values->setRange(0, m_data.end.value_or(std::max(1.0, longestBar(m_data))));
    if (m_data.end) {
        m_values->setTickCount(5);
    } else {
        m_values->applyNiceNumbers();
        // Few and whole ones: a large number needs its room, or it is cut.
        m_values->setTickCount(std::fmod(m_values->max(), 2) == 0 ? 3 : 2);
    }
    setLocale(QLocale());
    setLocalizeNumbers(true);
    m_values->setLabelFormat(QStringLiteral("%.0f"));
    m_values->setTitleText(m_data.axis.toHtmlEscaped());
    m_values->setTitleFont(m_data.font);
    m_values->setTitleBrush(m_data.text);
    m_values->setTitleVisible(!m_data.axis.isEmpty());
    for (QAbstractAxis *axis : std::initializer_list<QAbstractAxis *>{m_categories, m_values}) {
        axis->setLabelsFont(m_data.font);
        axis->setLabelsColor(m_data.text);
        axis->setLinePenColor(m_data.grid);
        axis->setGridLineColor(m_data.grid);
    }
}

void BarChart::addSets()
{
    QAbstractBarSeries *series =
        m_data.isStacked ? static_cast<QAbstractBarSeries *>(new QHorizontalStackedBarSeries(this))
                         : new QHorizontalBarSeries(this);
    series->setBarWidth(BarShare);
    // Below one another they would stand in the opposite order, for the same reason.
    QList<ChartSet> sets = m_data.sets;
    if (!m_data.isStacked)
        std::reverse(sets.begin(), sets.end());
    for (const ChartSet &given : std::as_const(sets)) {
        auto *set = new QBarSet(given.name.toHtmlEscaped(), series);
        for (qsizetype i = m_data.categories.size() - 1; i >= 0; --i)
            set->append(given.values.value(i));
        set->setBrush(QBrush(given.color, given.pattern));
        set->setPen(QPen(given.color, 1.2));
        series->append(set);
    }
    addSeries(series);
    series->attachAxis(m_categories);
    series->attachAxis(m_values);
    legend()->setVisible(true); // of one set too: charts side by side have the same rows
    legend()->setAlignment(Qt::AlignTop);
    legend()->setFont(m_data.font);
    legend()->setLabelColor(m_data.text);
    legend()->setReverseMarkers(!m_data.isStacked);
}

QGraphicsSimpleTextItem *BarChart::newText(const QString &text)
{
    auto *item = new QGraphicsSimpleTextItem(text, this);
    item->setFont(m_data.font);
    item->setBrush(m_data.text);
    item->setZValue(zValue() + 100);
    return item;
}

void BarChart::setUpWords()
{
    qDeleteAll(m_names);
    qDeleteAll(m_labels);
    m_names.clear();
    m_labels.clear();
    const QFontMetricsF metrics(m_data.font);
    qreal left =
        m_data.categories.join(QString()).isEmpty()
            ? 0
            : LeastName; // so that charts below one another begin and end at the same place
    qreal right = LeastLabel;
    for (const QString &category : std::as_const(m_data.categories)) {
        m_names.append(newText(metrics.elidedText(category, Qt::ElideMiddle, LongestName)));
        left = std::max(left, m_names.last()->boundingRect().width());
    }
    for (const ChartSet &set : std::as_const(m_data.sets)) {
        for (int category = 0; category < m_data.categories.size(); ++category) {
            m_labels.append(newText(set.labels.value(category)));
            right = std::max(right, m_labels.last()->boundingRect().width());
        }
    }
    setMargins(QMargins(int(left) + 2 * Gap, Gap / 2, int(right) + 2 * Gap, Gap / 2));
}

/// The end of a bar's middle line.
QPointF BarChart::place(double value, int category, int set)
{
    const auto sets = double(std::max<qsizetype>(1, m_data.sets.size()));
    const double offset = m_data.isStacked ? 0 : BarShare * (0.5 - (double(set) + 0.5) / sets);
    const double row = double(m_data.categories.size() - 1 - category) + offset;
    return mapToPosition({std::min(value, m_values->max()), row});
}

void BarChart::placeWords()
{
    if (series().isEmpty())
        return;
    const auto categories = m_data.categories.size();
    QList<double> sums(categories, 0);
    for (int i = 0; i < m_labels.size(); ++i) {
        const int set = int(i / categories);
        const int category = int(i % categories);
        const double value = m_data.sets.at(set).values.value(category);
        sums[category] = m_data.isStacked ? sums.at(category) + value : value;
        const QRectF box = m_labels.at(i)->boundingRect();
        const QPointF end = place(sums.at(category), category, set);
        m_labels.at(i)->setPos(end.x() + Gap / 2, end.y() - box.height() / 2);
    }
    for (int category = 0; category < categories; ++category) {
        const QRectF box = m_names.at(category)->boundingRect();
        const double middle =
            mapToPosition({0, double(categories - 1 - category)}).y() - box.height() / 2;
        m_names.at(category)->setPos(plotArea().left() - Gap - box.width(), middle);
    }
}

} // namespace clusterdeck
