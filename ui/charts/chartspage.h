// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/charts.h"
#include "ui/charts/picturepage.h"
#include "ui/charts/picturetable.h"

#include <QTimer>

class QScrollArea;
class QVBoxLayout;

namespace clusterdeck
{

/// A page of charts, rows of them below one another. Counts only while it is seen; what changes in
/// quick succession is counted once. Loads what draws when it is first seen; where that is missing
/// it says so and shows its table.
class ChartsPage : public PicturePage
{
    Q_OBJECT

public:
    ChartsPage(const QString &name, const QStringList &pluginFolders, QWidget *parent);

    /// What is shown may not be true any more.
    void refresh();

protected:
    /// To be called once at the end of the constructor.
    void setUpTable(const QStringList &headers, const QSet<int> &wordColumns);
    /// Looks at what there is: sets the rows and the summary.
    virtual void count() = 0;
    [[nodiscard]] virtual QList<QList<ChartData>> charts(const QPalette &palette) const = 0;
    [[nodiscard]] PictureTable &numbers() { return m_numbers; }
    [[nodiscard]] Drawing drawing() const override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void countNow();
    void showCharts();
    void fitCanvases(const QList<QList<ChartData>> &rows);
    [[nodiscard]] QList<QList<ChartData>> dressed(const QPalette &palette) const;

    PictureTable m_numbers;
    QStringList m_folders;
    ChartMaker *m_maker = nullptr;
    QScrollArea *m_area;
    QVBoxLayout *m_rows;
    QList<QList<ChartCanvas *>> m_canvases;
    QTimer m_soon;
    bool m_tried = false;
    bool m_stale = true;
};

} // namespace clusterdeck
