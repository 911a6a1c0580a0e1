// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tables.h"

#include "app/support/csv.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/padding.h"

#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPersistentModelIndex>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>
#include <memory>
#include <utility>

namespace clusterdeck
{

void makeQuietTable(QTableView *table, Copying copying)
{
    table->setSelectionBehavior(QTableView::SelectRows);
    table->setEditTriggers(QTableView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setAlternatingRowColors(true);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setCornerButtonEnabled(false);
    table->setIconSize({GlyphSize, GlyphSize});
    table->setHorizontalScrollMode(QTableView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setMinimumSectionSize(0);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + RowPadding - 2);
    padCells(table);
    if (copying == Copying::OfRows)
        addCopying(table);
}

QAction *addCopying(QTableView *table)
{
    auto *copy =
        new QAction(QCoreApplication::translate("clusterdeck::Copying", "&Copy Rows"), table);
    copy->setObjectName(QStringLiteral("Copy rows"));
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    QObject::connect(copy, &QAction::triggered, table, [table] {
        if (const QString rows = rowsText(*table); !rows.isEmpty())
            QGuiApplication::clipboard()->setText(rows);
    });
    table->addAction(copy);
    table->setContextMenuPolicy(Qt::ActionsContextMenu);
    return copy;
}

QString rowsText(const QTableView &table, NoneSelected otherwise)
{
    const QAbstractItemModel *model = table.model();
    QItemSelection selection = table.selectionModel()->selection();
    if (selection.isEmpty() && otherwise == NoneSelected::AllRows && model->rowCount() > 0)
        selection.select(model->index(0, 0), model->index(model->rowCount() - 1, 0));
    // By ranges: selectedRows() asks each row's every column.
    QList<int> chosen;
    for (const QItemSelectionRange &range : std::as_const(selection)) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            chosen.append(row);
    }
    if (chosen.isEmpty())
        return {};
    std::sort(chosen.begin(), chosen.end());
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    QList<int> columns;
    for (int place = 0; place < table.horizontalHeader()->count(); ++place) {
        const int column = table.horizontalHeader()->logicalIndex(place);
        if (!table.isColumnHidden(column))
            columns.append(column);
    }
    QStringList titles;
    for (const int column : std::as_const(columns))
        titles.append(model->headerData(column, Qt::Horizontal).toString());
    QList<QStringList> rows;
    for (const int row : std::as_const(chosen)) {
        QStringList &cells = rows.emplace_back();
        for (const int column : std::as_const(columns))
            cells.append(model->index(row, column).data().toString());
    }
    return tabbedTable(titles, rows);
}

void setWidths(QTableView *table, std::initializer_list<int> digits)
{
    const int digit = table->fontMetrics().horizontalAdvance(u'0');
    int column = 0;
    for (const int width : digits) {
        table->setColumnWidth(column, firstWidth(table, column, width));
        ++column;
    }
    table->horizontalHeader()->setMinimumSectionSize(6 * digit);
}

void setModelInPlace(QTableView *table, QAbstractItemModel *model)
{
    struct Place {
        QPersistentModelIndex top;
        bool kept = false; ///< set until the rows are laid out
    };
    const auto place = std::make_shared<Place>();
    const auto keep = [table, place] {
        if (std::exchange(place->kept, true))
            return;
        const bool scrolled = table->verticalScrollBar()->value() > 0;
        place->top = scrolled ? table->indexAt({0, 0}) : QModelIndex();
        const auto restore = [table, place] {
            place->kept = false;
            (void)table->indexAt({0, 0}); // lays out new rows, which updates the scroll bar
            if (place->top.isValid())
                table->verticalScrollBar()->setValue(place->top.row());
        };
        QMetaObject::invokeMethod(table, restore, Qt::QueuedConnection);
    };
    // Connected before the table's own slots: those scroll when the current row is removed.
    QObject::connect(model, &QAbstractItemModel::rowsAboutToBeInserted, table, keep);
    QObject::connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, table, keep);
    QObject::connect(model, &QAbstractItemModel::rowsAboutToBeMoved, table, keep);
    table->setModel(model);
}

int firstWidth(const QTableView *table, int column, int digits)
{
    const QHeaderView *header = table->horizontalHeader();
    const QString title = table->model()->headerData(column, Qt::Horizontal).toString();
    const int room = 2 * (space::Medium + space::Hair);
    return qMax(digits * table->fontMetrics().horizontalAdvance(u'0'),
                header->fontMetrics().horizontalAdvance(title) + room);
}

void fitPlaceholder(QLineEdit *field, int letters)
{
    const QFontMetrics metrics = field->fontMetrics();
    // There may be an icon before and a button after the text.
    const int signs = 3 * GlyphSize + 2 * space::Large;
    field->setFixedWidth(qMax(widthOfLetters(metrics, letters),
                              metrics.horizontalAdvance(field->placeholderText()) + signs));
}

int heightFor(const QTableView *table, int most)
{
    const int rows = qMin(table->model()->rowCount(), most);
    // If the columns are wider than the table, there is a scroll bar below the rows.
    return table->horizontalHeader()->sizeHint().height() + 2 * table->frameWidth() +
           table->horizontalScrollBar()->sizeHint().height() +
           qMax(rows, 1) * table->verticalHeader()->defaultSectionSize() + space::Small;
}

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

void addSearchSign(QLineEdit *field)
{
    QAction *sign =
        field->addAction(lineIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    // A screen reader reads it as a button, so it needs a name.
    sign->setText(QCoreApplication::translate("clusterdeck::SearchSign", "Search"));
}

} // namespace clusterdeck
