// SPDX-License-Identifier: GPL-3.0-or-later
// The lower limit of the start-up time: the minimum that a Qt program does to show a table of 1,000
// rows with as many columns as ours, in a window of the same size; fixed sections, because they are
// cheapest. With FLOOR_WITH_LIBS it links the libraries that our program needs, creates a network
// manager and opens one SQLite database.
#include <QAbstractTableModel>
#include <QApplication>
#include <QHeaderView>
#include <QTableView>
#ifdef FLOOR_WITH_LIBS
#include <QNetworkAccessManager>
#include <QSqlDatabase>
#endif

namespace
{

/// Text is created on demand: nothing to load, nothing to store.
class FloorModel : public QAbstractTableModel
{
public:
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : 1000;
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : 13;
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::DisplayRole)
            return {};
        return QStringLiteral("cluster-%1-%2").arg(index.row()).arg(index.column());
    }
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
#ifdef FLOOR_WITH_LIBS
    const QNetworkAccessManager network;
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"));
    database.setDatabaseName(QStringLiteral(":memory:"));
    if (!database.open())
        return 1;
#endif
    FloorModel model;
    QTableView table;
    table.setModel(&model);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.resize(1360, 820);
    table.show();
    return QApplication::exec();
}
