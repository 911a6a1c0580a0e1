// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/clusters/filter/choicemenu.h"

namespace clusterdeck
{

class ClusterTable;

/// Which columns the table shows and by which it is sorted. Built each time it is opened.
class ColumnsMenu : public ChoiceMenu
{
    Q_OBJECT

public:
    ColumnsMenu(ClusterTable &table, QWidget *parent);

private:
    enum class Level { First, Second };
    void fill();
    void fillSorting(QMenu *menu, Level level);

    ClusterTable &m_table;
};

} // namespace clusterdeck
