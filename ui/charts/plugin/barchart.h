// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/charts.h"

#include <QChart>

class QBarCategoryAxis;
class QGraphicsSimpleTextItem;
class QValueAxis;

namespace clusterdeck
{

/// A QChart of lying bars. The words at the bars are items of our own: those of Qt Charts take
/// their text for HTML, and names come from the cloud.
class BarChart : public QChart
{
    Q_OBJECT

public:
    explicit BarChart(QGraphicsItem *parent = nullptr);

    void setData(const ChartData &data);

private:
    void addSets();
    void setUpAxes();
    void setUpWords();
    void placeWords();
    [[nodiscard]] QPointF place(double value, int category, int set);
    QGraphicsSimpleTextItem *newText(const QString &text);

    ChartData m_data;
    QBarCategoryAxis *m_categories;
    QValueAxis *m_values;
    QList<QGraphicsSimpleTextItem *> m_names;  ///< one a category
    QList<QGraphicsSimpleTextItem *> m_labels; ///< a set's after those of the set before
};

} // namespace clusterdeck
