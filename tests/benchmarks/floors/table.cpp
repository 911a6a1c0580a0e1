// SPDX-License-Identifier: GPL-3.0-or-later
// The floor under the start-up figure: the least a Qt program does to show a table. One window, one
// QTableView, 1,000 rows and as many columns as ours; fixed sections, since they are cheapest.
#include "tests/benchmarks/floors/floor.h"

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    FloorModel model;
    QTableView table;
    showFloor(table, model);
    return QApplication::exec();
}
