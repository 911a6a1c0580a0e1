// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/barchart.h"
#include "ui/charts/chartpage.h"
#include "ui/charts/charttable.h"

#include <QTimer>

class QScrollArea;
class QVBoxLayout;

namespace clusterdeck
{

/// A page with rows of bar charts. It counts only while it is visible, and at most four times a
/// second.
class BarChartsPage : public ChartPage
{
    Q_OBJECT

public:
    BarChartsPage(const QString &name, QWidget *parent);

    /// To be called when the data may have changed: counts again, soon or when the page is shown.
    void refresh();

protected:
    /// To be called once, at the end of the derived class's constructor, after setObjectName(): the
    /// name is part of the columns' keys. See ChartTable.
    void setUpTable(const QStringList &headers, const QSet<int> &wordColumns);
    /// Reads the data; sets the rows of numbers() and the summary.
    virtual void count() = 0;
    /// The result of count(): rows of charts side by side.
    [[nodiscard]] virtual QList<QList<BarChart>> charts() const = 0;
    /// The table; exists after setUpTable().
    [[nodiscard]] ChartTable &numbers() { return *m_numbers; }
    [[nodiscard]] Drawing drawing() const override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void countNow();

    ChartTable *m_numbers = nullptr; ///< set by setUpTable()
    QScrollArea *m_area;
    QVBoxLayout *m_column;
    QList<BarChartView *> m_views; ///< one for each row
    QTimer m_soon;
    bool m_stale = true;
};

} // namespace clusterdeck
