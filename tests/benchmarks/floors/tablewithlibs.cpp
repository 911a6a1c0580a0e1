// SPDX-License-Identifier: GPL-3.0-or-later
// The floor with the libraries that ours cannot do without: Qt Network and Qt SQL are linked, a
// network manager is made and one SQLite database is opened.
#include "tests/benchmarks/floors/floor.h"

#include <QNetworkAccessManager>
#include <QSqlDatabase>

#include <cstdio>

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QNetworkAccessManager network;
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"));
    database.setDatabaseName(QStringLiteral(":memory:"));
    if (!database.open()) {
        std::fputs("floor: SQLite cannot be opened\n", stderr);
        return 1;
    }
    FloorModel model;
    QTableView table;
    showFloor(table, model);
    return QApplication::exec();
}
