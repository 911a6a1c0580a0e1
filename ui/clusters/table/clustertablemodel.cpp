// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/table/clustertablemodel.h"

#include "app/clusters/clusterstate.h"
#include "app/support/visibletext.h"
#include "ui/clusters/table/columnlook.h"
#include "ui/text/format.h"
#include "ui/theme/environment.h"
#include "ui/theme/palette.h"
#include "ui/widgets/rowtext.h"
#include "ui/words/errortext.h"

#include <QGuiApplication>

namespace clusterdeck
{

ClusterTableModel::ClusterTableModel(ClusterView &view, OperationService &operationService,
                                     Clock &clock, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_view(view)
    , m_operationService(operationService)
    , m_clock(clock)
{
    setSourceModel(&view);
    connect(&operationService, &OperationService::itemChanged, this,
            &ClusterTableModel::itemChanged);
    connect(&operationService, &OperationService::batchAdded, this,
            [this](const BatchRunner *runner) {
                for (const BatchItem &item : runner->batch().items)
                    itemChanged(item.key);
            });
    connect(&operationService, &OperationService::locksChanged, this,
            &ClusterTableModel::locksChanged);
}

StateLook ClusterTableModel::lookAt(int row) const
{
    const Cluster cluster = clusterAt(row);
    const LatestItem latest = itemAt(row);
    return latest ? lookOf(cluster.record, latest.batch->verb, *latest) : lookOf(cluster.record);
}

QString ClusterTableModel::text(const QModelIndex &index) const
{
    const QVariant value = QIdentityProxyModel::data(index, Qt::DisplayRole);
    // A cell is one line, even if the cloud's text has several.
    return shownLine(cellText(*this, ClusterColumn(index.column()), index.row(), value));
}

QString ClusterTableModel::toolTip(const QModelIndex &index) const
{
    const auto tip = lookOf(ClusterColumn(index.column())).toolTip;
    const QString own = tip ? tip(*this, index.row()) : text(index);
    return m_view.isFromEarlierRun(index.row()) ? own + u'\n' + notReadText() : own;
}

QString ClusterTableModel::notReadText()
{
    return tr("Not refreshed since Clusterdeck started.");
}

QVariant ClusterTableModel::data(const QModelIndex &index, int role) const
{
    // While the source announces a layout change, this view still has the old rows.
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) ||
        !m_view.mapToSource(mapToSource(index)).isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole: {
        const QString shown = text(index);
        return shown.isEmpty() ? unknownDash() : shown;
    }
    case Qt::AccessibleTextRole: {
        const QString shown = text(index);
        if (ClusterColumn(index.column()) == ClusterColumn::Name && isLocked(index.row()))
            return tr("%1, locked", "name").arg(shown);
        if (ClusterColumn(index.column()) == ClusterColumn::Name && isKept(index.row()))
            return tr("%1, marked to keep", "name").arg(shown);
        if (isDamaged(shown))
            return tr("%1, not fully readable", "name or ID").arg(shown);
        return shown.isEmpty() ? unknownWord() : shown;
    }
    case Qt::AccessibleDescriptionRole: {
        const QString row = rowText(
            index, {int(ClusterColumn::Name), int(ClusterColumn::Id), int(ClusterColumn::Status)});
        return m_view.isFromEarlierRun(index.row()) ? row + u' ' + notReadText() : row;
    }
    case Qt::ForegroundRole:
        return m_view.isFromEarlierRun(index.row())
                   ? QVariant(mutedText(QGuiApplication::palette()))
                   : QVariant();
    case Qt::ToolTipRole:
        return plainToolTip(toolTip(index));
    case Qt::TextAlignmentRole:
        return int(alignmentOf(ClusterColumn(index.column())));
    case Qt::DecorationRole:
        if (ClusterColumn(index.column()) == ClusterColumn::Status) {
            const StateLook look = lookAt(index.row());
            return glyphIcon(look.glyph, look.statusColor);
        }
        if (ClusterColumn(index.column()) == ClusterColumn::Name &&
            (isLocked(index.row()) || isKept(index.row())))
            return glyphIcon(Glyph::Lock, StatusColor::Neutral);
        if (isDamaged(text(index)))
            return glyphIcon(Glyph::Warning, StatusColor::Warning);
        if (ClusterColumn(index.column()) == ClusterColumn::Account)
            return environmentIcon(m_view.labelAt(index.row()).color);
        return {};
    default:
        return {};
    }
}

QVariant ClusterTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section >= 0 &&
        section < ClusterColumnCount)
        return int(alignmentOf(ClusterColumn(section)));
    if (orientation == Qt::Horizontal && role == Qt::AccessibleTextRole && section >= 0 &&
        section < ClusterColumnCount)
        return headerName(ClusterColumn(section));
    return QIdentityProxyModel::headerData(section, orientation, role);
}

/// A title with its sort order, for a screen reader.
QString ClusterTableModel::headerName(ClusterColumn column) const
{
    const QString title =
        QIdentityProxyModel::headerData(int(column), Qt::Horizontal, Qt::DisplayRole).toString();
    const auto named = [&](const SortLevel &level, const QString &rising,
                           const QString &descending) {
        return (level.order == Qt::AscendingOrder ? rising : descending).arg(title);
    };
    if (m_view.first().column == column)
        return named(m_view.first(), tr("%1, sorted, ascending", "column"),
                     tr("%1, sorted, descending", "column"));
    if (m_view.second() && m_view.second()->column == column)
        return named(*m_view.second(), tr("%1, sorted second, ascending", "column"),
                     tr("%1, sorted second, descending", "column"));
    return title;
}

bool ClusterTableModel::isLocked(int row) const
{
    return m_operationService.locks().covers(keyAt(row),
                                             m_view.rowAt(row).text(&ClusterRecord::name));
}

bool ClusterTableModel::isKept(int row) const
{
    return m_operationService.isKept(Verb::Delete, m_view.rowAt(row));
}

void ClusterTableModel::locksChanged()
{
    if (rowCount() > 0)
        emit dataChanged(index(0, int(ClusterColumn::Name)),
                         index(rowCount() - 1, int(ClusterColumn::Name)));
}

void ClusterTableModel::itemChanged(const ClusterKey &key)
{
    if (const auto row = rowOf(key)) {
        const QModelIndex cell = index(*row, int(ClusterColumn::Status));
        emit dataChanged(cell, cell);
    }
}

} // namespace clusterdeck
