// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/drawing.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QHBoxLayout;

namespace clusterdeck
{

class RecordModelBase;
class RecordTable;

/// A chart with a summary in words. On request a table with the same numbers is shown in place of
/// the chart. The chart or the table can be copied, and the chart can be saved.
class ChartPage : public QWidget
{
    Q_OBJECT

public:
    /// `name`: the accessible name of the chart and of the table.
    ChartPage(const QString &name, QWidget *parent);

    [[nodiscard]] RecordTable *table() const { return m_table; }
    [[nodiscard]] QString summary() const;
    [[nodiscard]] bool showsTable() const;

public slots:
    void showTable(bool table);
    /// Copies what is visible: the chart as an image, or the selected rows of the table as text
    /// (all rows when none is selected).
    void copy();
    /// Saves the chart, see saveDrawing(), and shows the problem if that fails.
    void save(const QString &path);

protected:
    /// To be called once, by the constructor of the derived class. Takes ownership of `chart`, not
    /// of `model`.
    void setUp(QWidget *chart, RecordModelBase *model);
    /// Call setUp() before.
    void setSummary(const QString &text);
    /// The line above the summary, for controls that choose what the chart shows.
    [[nodiscard]] QHBoxLayout *headLine() const { return m_head; }
    /// The chart as it is now, in the colours for paper. Title, summary, font and demo are set
    /// later.
    [[nodiscard]] virtual Drawing drawing() const = 0;

private:
    void layOut();
    void choosePath();
    void showProblem(const QString &problem);
    [[nodiscard]] Drawing titledDrawing() const;

    QHBoxLayout *m_head;
    QLabel *m_summary;
    QLabel *m_problem;
    QStackedWidget *m_stack;
    RecordTable *m_table;
    QPushButton *m_asTable;
    QPushButton *m_copy;
    QPushButton *m_save;
    QString m_name;
};

} // namespace clusterdeck
