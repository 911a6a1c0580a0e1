// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/shortcutswindow.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/columnfit.h"
#include "ui/widgets/tables.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScreen>
#include <QTableView>

namespace clusterdeck
{

ShortcutsModel::ShortcutsModel(const QList<ShortcutLine> &lines, QObject *parent)
    : QAbstractTableModel(parent)
    , m_lines(lines)
{
}

int ShortcutsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int ShortcutsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ShortcutsModel::text(const QModelIndex &index) const
{
    const ShortcutLine &line = m_lines.at(index.row());
    switch (Column(index.column())) {
    case What:
        return line.what;
    case Keys:
        return keysText(line.keys);
    case Where:
        return line.where.isEmpty() ? tr("Everywhere") : line.where;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ShortcutsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::AccessibleTextRole && index.column() == What) // the row, read at once
        return tr("%1: %2", "what keys do: the keys")
            .arg(text(index), keysText(m_lines.at(index.row()).keys));
    return role == Qt::DisplayRole ? text(index) : QVariant();
}

QVariant ShortcutsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case What:
        return tr("What it does");
    case Keys:
        return tr("Keys");
    case Where:
        return tr("Where");
    case ColumnCount:
        break;
    }
    return {};
}

ShortcutsWindow::ShortcutsWindow(QWidget *parent)
    : QDialog(parent)
    , m_model(new ShortcutsModel(shortcutsOf(parent), this))
{
    setObjectName(QStringLiteral("Shortcuts"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard Shortcuts"));
    auto *table = new QTableView(this);
    table->setObjectName(QStringLiteral("Shortcut list"));
    table->setAccessibleName(windowTitle());
    makeQuietTable(table);
    table->setModel(m_model);
    setWidths(table, {40, 26, 20});
    new ColumnFit(table, ShortcutsModel::What, {ShortcutsModel::Keys});
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    auto *copyAll = new QPushButton(tr("&Copy"), this);
    copyAll->setObjectName(QStringLiteral("Copy"));
    copyAll->setAutoDefault(false);
    connect(copyAll, &QPushButton::clicked, this, &ShortcutsWindow::copy);
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("Close"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::Medium);
    foot->addWidget(copyAll);
    foot->addStretch(1);
    foot->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::Huge, space::Huge, space::Huge, space::Large);
    column->setSpacing(space::Large);
    column->addWidget(table, 1);
    column->addLayout(foot);
    const QSize screenful = screen()->availableSize() - QSize(2 * space::Huge, 3 * space::Huge);
    resize(QSize(widthOfLetters(fontMetrics(), 110),
                 heightFor(table, 24) + 3 * space::Huge + 2 * fontMetrics().height())
               .boundedTo(screenful));
    table->setCurrentIndex(m_model->index(0, 0));
    table->setFocus();
}

void ShortcutsWindow::copy() const
{
    QStringList rows;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < ShortcutsModel::ColumnCount; ++column)
            cells.append(m_model->index(row, column).data().toString());
        rows.append(cells.join(u'\t'));
    }
    QGuiApplication::clipboard()->setText(rows.join(u'\n') + u'\n');
}

} // namespace clusterdeck
