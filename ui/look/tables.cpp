// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/tables.h"

#include "ui/look/glyphs.h"
#include "ui/look/metrics.h"
#include "ui/look/padding.h"

#include <QAction>
#include <QCoreApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>

namespace clusterdeck
{

void makeQuietTable(QTableView *table)
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

void setWidths(QTableView *table, std::initializer_list<int> digits)
{
    const int digit = table->fontMetrics().horizontalAdvance(u'0');
    int column = 0;
    for (const int width : digits) {
        table->setColumnWidth(column, firstWidth(table, column, width));
        ++column;
    }
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->setMinimumSectionSize(6 * digit);
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
    // Beside it there may be a sign in front and a button behind.
    const int signs = 3 * GlyphSize + 2 * space::Large;
    field->setFixedWidth(qMax(metrics.averageCharWidth() * letters,
                              metrics.horizontalAdvance(field->placeholderText()) + signs));
}

int heightFor(const QTableView *table, int most)
{
    const int rows = qMin(table->model()->rowCount(), most);
    return table->horizontalHeader()->sizeHint().height() + 2 * table->frameWidth() +
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
    // To a screen reader it is a button like any other.
    sign->setText(QCoreApplication::translate("clusterdeck::SearchSign", "Search"));
}

} // namespace clusterdeck
