// SPDX-License-Identifier: GPL-3.0-or-later
// The floor under the start-up figure: the least a Qt program does to show a table of 1,000 rows
// and as many columns as ours, in a window as large; fixed sections, since they are cheapest. With
// FLOOR_WITH_LIBS it links the libraries that ours cannot do without, makes a network manager and
// opens one SQLite database.
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

/// The texts are made when they are asked for: nothing to load, nothing to keep.
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
