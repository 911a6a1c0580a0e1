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
#include <QTableView>

#include <algorithm>

namespace clusterdeck
{

void makeReadOnlyTable(QTableView *table)
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
}

QAction *addCopyAction(QAbstractItemView *view, const QString &name, const QString &text,
                       const QKeySequence &keys, std::function<QString()> rows)
{
    auto *copy = new QAction(text, view);
    copy->setObjectName(name);
    copy->setShortcut(keys);
    copy->setShortcutContext(Qt::WidgetShortcut);
    QObject::connect(copy, &QAction::triggered, view, [rows = std::move(rows)] {
        if (const QString copied = rows(); !copied.isEmpty())
            QGuiApplication::clipboard()->setText(copied);
    });
    view->addAction(copy);
    return copy;
}

QList<int> selectedRowNumbers(const QTableView &table)
{
    // By ranges, because selectedRows() checks every column of each row.
    QList<int> rows;
    const QItemSelection selection = table.selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

QList<int> shownColumns(const QTableView &table)
{
    QList<int> columns;
    for (int place = 0; place < table.horizontalHeader()->count(); ++place) {
        const int column = table.horizontalHeader()->logicalIndex(place);
        if (!table.isColumnHidden(column))
            columns.append(column);
    }
    return columns;
}

QString rowsText(const QTableView &table)
{
    const QList<int> chosen = selectedRowNumbers(table);
    if (chosen.isEmpty())
        return {};
    const QAbstractItemModel *model = table.model();
    const QList<int> columns = shownColumns(table);
    QStringList titles;
    for (const int column : columns)
        titles.append(model->headerData(column, Qt::Horizontal).toString());
    QList<QStringList> rows;
    for (const int row : chosen) {
        QStringList &cells = rows.emplace_back();
        for (const int column : columns)
            cells.append(model->index(row, column).data().toString());
    }
    return tabbedTable(titles, rows);
}

int firstWidth(const QHeaderView *header, int column, int digits)
{
    const QString title = header->model()->headerData(column, Qt::Horizontal).toString();
    const int room = 2 * (space::Medium + space::Hair);
    return qMax(digits * header->parentWidget()->fontMetrics().horizontalAdvance(u'0'),
                header->fontMetrics().horizontalAdvance(title) + room);
}

void fitPlaceholder(QLineEdit *field, int letters)
{
    const QFontMetrics metrics = field->fontMetrics();
    // Space for an icon before the text and a button after it.
    const int signs = 3 * GlyphSize + 2 * space::Large;
    field->setFixedWidth(qMax(widthOfLetters(metrics, letters),
                              metrics.horizontalAdvance(field->placeholderText()) + signs));
}

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

void addSearchIcon(QLineEdit *field)
{
    QAction *icon =
        field->addAction(lineIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    // A screen reader reads it as a button, so it needs a name.
    icon->setText(QCoreApplication::translate("clusterdeck::SearchSign", "Search"));
}

} // namespace clusterdeck
