// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/room/plainpeer.h"

#include <QHeaderView>
#include <QVBoxLayout>

#include <algorithm>

namespace clusterdeck
{

PlainProxy::PlainProxy(QAbstractItemModel &source, QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSourceModel(&source);
    setDynamicSortFilter(true);
    setSortLocaleAware(true);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void PlainProxy::setWords(const QString &text)
{
    m_words = text.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

bool PlainProxy::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    static constexpr ClusterColumn Texts[] = {
        ClusterColumn::Name,    ClusterColumn::Id,   ClusterColumn::Owner,
        ClusterColumn::RunUser, ClusterColumn::Type, ClusterColumn::Status,
        ClusterColumn::Billing, ClusterColumn::Zone, ClusterColumn::Account,
    };
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) {
        return std::any_of(std::begin(Texts), std::end(Texts), [&](ClusterColumn column) {
            const QString text = sourceModel()->index(row, int(column), parent).data().toString();
            return text.contains(word, Qt::CaseInsensitive);
        });
    });
}

PlainPeer::PlainPeer(ClusterModel &clusters, const ClusterTable &like)
    : m_proxy(clusters)
{
    m_table.setSelectionBehavior(like.selectionBehavior());
    m_table.setSelectionMode(like.selectionMode());
    m_table.setEditTriggers(like.editTriggers());
    m_table.setAlternatingRowColors(like.alternatingRowColors());
    m_table.setShowGrid(like.showGrid());
    m_table.setWordWrap(like.wordWrap());
    m_table.setHorizontalScrollMode(like.horizontalScrollMode());
    m_table.setVerticalScrollMode(like.verticalScrollMode());
    m_table.verticalHeader()->hide();
    m_table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table.verticalHeader()->setMinimumSectionSize(0);
    m_table.verticalHeader()->setDefaultSectionSize(like.verticalHeader()->defaultSectionSize());
    m_table.setModel(&m_proxy);
    m_table.horizontalHeader()->setStretchLastSection(true);
    for (int column = 0; column < ClusterColumnCount; ++column) {
        m_table.setColumnHidden(column, like.isColumnHidden(column));
        m_table.setColumnWidth(column, like.columnWidth(column));
    }
    m_table.horizontalHeader()->setSortIndicator(int(ClusterColumn::Name), Qt::AscendingOrder);
    m_table.setSortingEnabled(true);
    connect(&m_field, &QLineEdit::textChanged, &m_proxy, &PlainProxy::setWords);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(&m_field);
    column->addWidget(&m_table);
    resize(like.window()->size());
    show();
}

} // namespace clusterdeck
