// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/clustertablemodel.h"

#include "app/clusters/clusterstate.h"
#include "app/support/visibletext.h"
#include "ui/look/environment.h"
#include "ui/look/errortext.h"
#include "ui/look/format.h"
#include "ui/look/rowtext.h"

namespace clusterdeck
{

bool isNumeric(ClusterColumn column)
{
    switch (column) {
    case ClusterColumn::Nodes:
    case ClusterColumn::RunningJobs:
    case ClusterColumn::PendingJobs:
    case ClusterColumn::CpuHours:
    case ClusterColumn::Created:
        return true;
    case ClusterColumn::Status:
    case ClusterColumn::Name:
    case ClusterColumn::Id:
    case ClusterColumn::Type:
    case ClusterColumn::Billing:
    case ClusterColumn::Owner:
    case ClusterColumn::RunUser:
    case ClusterColumn::Zone:
    case ClusterColumn::Account:
        return false;
    }
    Q_UNREACHABLE();
}

ClusterTableModel::ClusterTableModel(ClusterView &view, OperationsDesk &desk, Clock &clock,
                                     QObject *parent)
    : QIdentityProxyModel(parent)
    , m_view(view)
    , m_desk(desk)
    , m_clock(clock)
{
    setSourceModel(&view);
    connect(&desk, &OperationsDesk::itemChanged, this, &ClusterTableModel::itemChanged);
    connect(&desk, &OperationsDesk::batchAdded, this, [this](const BatchRunner *runner) {
        for (const BatchItem &item : runner->batch().items)
            itemChanged(item.key);
    });
    connect(&desk, &OperationsDesk::locksChanged, this, &ClusterTableModel::locksChanged);
}

StateLook ClusterTableModel::lookAt(int row) const
{
    const Cluster cluster = clusterAt(row);
    const LatestItem latest = m_desk.latestItem(keyAt(row));
    return latest ? lookOf(cluster.record, latest.batch->verb, *latest) : lookOf(cluster.record);
}

/// As it comes: see text().
QString ClusterTableModel::bareText(const QModelIndex &index) const
{
    const auto column = ClusterColumn(index.column());
    if (column == ClusterColumn::Status)
        return lookAt(index.row()).word;
    const QVariant value = QIdentityProxyModel::data(index, Qt::DisplayRole);
    switch (column) {
    case ClusterColumn::Nodes:
    case ClusterColumn::RunningJobs:
    case ClusterColumn::PendingJobs:
        return value.isNull() ? QString() : numberText(value.toInt());
    case ClusterColumn::CpuHours:
        return value.isNull() ? QString() : hoursText(value.toDouble());
    case ClusterColumn::Created:
        return value.toDateTime().isValid() ? ageText(value.toDateTime(), m_clock.utcNow())
                                            : clusterAt(index.row()).record.createdText;
    case ClusterColumn::Billing:
        return billingText(value.toString());
    case ClusterColumn::Account:
        return accountText(m_view.labelAt(index.row()));
    case ClusterColumn::Status:
    case ClusterColumn::Name:
    case ClusterColumn::Id:
    case ClusterColumn::Type:
    case ClusterColumn::Owner:
    case ClusterColumn::RunUser:
    case ClusterColumn::Zone:
        return value.toString();
    }
    Q_UNREACHABLE();
}

QString ClusterTableModel::text(const QModelIndex &index) const
{
    // A cell is one line, whatever the cloud put into it.
    return shownLine(bareText(index));
}

QString ClusterTableModel::toolTip(const QModelIndex &index) const
{
    const ClusterRecord record = clusterAt(index.row()).record;
    switch (ClusterColumn(index.column())) {
    case ClusterColumn::Created:
        return record.created.isValid() ? dateTimeText(record.created) : text(index);
    case ClusterColumn::Name: {
        // Each for itself, so that none of them hides what follows.
        QStringList lines{shownLine(record.name, LongestQuote),
                          shownLines(record.description.trimmed(), LongestLine)};
        if (isDamaged(record.name) || isDamaged(record.description))
            lines.append(tr("“%1” stands for characters that could not be read.")
                             .arg(QChar(QChar::ReplacementCharacter)));
        if (isLocked(index.row()))
            lines.append(tr("Locked: it is neither deleted, stopped, started nor renamed."));
        lines.removeAll(QString());
        return lines.join(u'\n');
    }
    case ClusterColumn::Id:
        return isWholeId(record.id)
                   ? text(index)
                   : QString(text(index) + u'\n' +
                             tr("It holds characters that cannot be read: nothing can be done with "
                                "this cluster here."));
    case ClusterColumn::Status: {
        const BatchItem *item = itemAt(index.row());
        const QString reason = item ? reasonText(*item) : QString();
        QStringList lines{lookAt(index.row()).word, reason,
                          m_remark ? m_remark(keyAt(index.row())) : QString()};
        lines.removeAll(QString());
        return lines.join(u'\n');
    }
    default:
        return text(index);
    }
}

QVariant ClusterTableModel::data(const QModelIndex &index, int role) const
{
    // The view below is behind its source while it announces that rows will move.
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
        if (isDamaged(shown))
            return tr("%1, not fully readable", "name or ID").arg(shown);
        return shown.isEmpty() ? unknownWord() : shown;
    }
    case Qt::AccessibleDescriptionRole:
        return rowText(
            index, {int(ClusterColumn::Name), int(ClusterColumn::Id), int(ClusterColumn::Status)});
    case Qt::ToolTipRole:
        return plainToolTip(toolTip(index));
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter |
                   (isNumeric(ClusterColumn(index.column())) ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::DecorationRole:
        if (ClusterColumn(index.column()) == ClusterColumn::Status) {
            const StateLook look = lookAt(index.row());
            return glyphIcon(look.glyph, look.tone);
        }
        if (ClusterColumn(index.column()) == ClusterColumn::Name && isLocked(index.row()))
            return glyphIcon(Glyph::Lock, Tone::Neutral);
        if (isDamaged(text(index)))
            return glyphIcon(Glyph::Warning, Tone::Warning);
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
        return int(Qt::AlignVCenter |
                   (isNumeric(ClusterColumn(section)) ? Qt::AlignRight : Qt::AlignLeft));
    if (orientation == Qt::Horizontal && role == Qt::AccessibleTextRole && section >= 0 &&
        section < ClusterColumnCount)
        return headerName(ClusterColumn(section));
    return QIdentityProxyModel::headerData(section, orientation, role);
}

/// A title with what its arrow shows.
QString ClusterTableModel::headerName(ClusterColumn column) const
{
    const QString title =
        QIdentityProxyModel::headerData(int(column), Qt::Horizontal, Qt::DisplayRole).toString();
    const auto named = [&](const SortLevel &level, const QString &rising, const QString &falling) {
        return (level.order == Qt::AscendingOrder ? rising : falling).arg(title);
    };
    if (m_view.first().column == column)
        return named(m_view.first(), tr("%1, sorted, rising", "column"),
                     tr("%1, sorted, falling", "column"));
    if (m_view.second() && m_view.second()->column == column)
        return named(*m_view.second(), tr("%1, sorted second, rising", "column"),
                     tr("%1, sorted second, falling", "column"));
    return title;
}

bool ClusterTableModel::isLocked(int row) const
{
    return m_desk.locks().covers(clusterAt(row));
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
