// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/table/columnsmenu.h"

#include "ui/clusters/table/clustertable.h"

#include <QActionGroup>
#include <QHeaderView>

namespace clusterdeck
{

ColumnsMenu::ColumnsMenu(ClusterTable &table, QWidget *parent)
    : ChoiceMenu(tr("&Columns"), parent)
    , m_table(table)
{
    setObjectName(QStringLiteral("Columns"));
    connect(this, &QMenu::aboutToShow, this, &ColumnsMenu::fill);
}

void ColumnsMenu::fill()
{
    clear();
    const QHeaderView *header = m_table.horizontalHeader();
    for (int visual = 0; visual < ClusterColumnCount; ++visual) {
        const int column = header->logicalIndex(visual);
        QAction *action = addAction(m_table.model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!m_table.isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column, action](bool show) {
            m_table.setColumnShown(column, show);
            action->setChecked(!m_table.isColumnHidden(column)); // the last visible column stays
        });
    }
    addSeparator();
    QMenu *first = addMenu(tr("&Sort By"));
    QMenu *second = addMenu(tr("&Then By"));
    connect(first, &QMenu::aboutToShow, this, [this, first] { fillSorting(first, Level::First); });
    connect(second, &QMenu::aboutToShow, this,
            [this, second] { fillSorting(second, Level::Second); });
    addSeparator();
    connect(addAction(tr("&Reset Columns")), &QAction::triggered, this, [this] {
        m_table.resetColumns();
        emit m_table.columnsChanged();
    });
}

void ColumnsMenu::fillSorting(QMenu *menu, Level level)
{
    menu->clear();
    const SortLevel first = m_table.view().first();
    const auto second = m_table.view().second();
    const std::optional<SortLevel> now = level == Level::First ? std::optional(first) : second;
    const auto sort = [this, level](std::optional<SortLevel> wanted) {
        if (level == Level::Second)
            m_table.sortSecond(wanted);
        else if (wanted)
            m_table.sortByColumn(int(wanted->column), wanted->order);
    };
    auto *group = new QActionGroup(menu);
    const auto add = [&](const QString &text, bool chosen, std::optional<SortLevel> wanted) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(chosen);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [sort, wanted] { sort(wanted); });
    };
    if (level == Level::Second)
        add(tr("None"), !now, std::nullopt);
    for (int column = 0; column < ClusterColumnCount; ++column) {
        const auto which = ClusterColumn(column);
        if (level == Level::Second && which == first.column)
            continue;
        const Qt::SortOrder order = now && now->column == which ? now->order : Qt::AscendingOrder;
        add(m_table.model()->headerData(column, Qt::Horizontal).toString(),
            now && now->column == which, SortLevel{which, order});
    }
    if (!now)
        return;
    menu->addSeparator();
    group = new QActionGroup(menu);
    add(tr("&Ascending"), now->order == Qt::AscendingOrder,
        SortLevel{now->column, Qt::AscendingOrder});
    add(tr("&Descending"), now->order == Qt::DescendingOrder,
        SortLevel{now->column, Qt::DescendingOrder});
}

} // namespace clusterdeck
