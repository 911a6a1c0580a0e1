// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/planmodel.h"

#include "app/support/visibletext.h"
#include "ui/text/errortext.h"
#include "ui/text/format.h"
#include "ui/theme/environment.h"
#include "ui/theme/statelook.h"
#include "ui/widgets/rowtext.h"

namespace clusterdeck
{

namespace
{

bool isNumber(int column)
{
    return column == PlanModel::Nodes || column == PlanModel::Running ||
           column == PlanModel::Queued;
}

int alignmentOf(bool number)
{
    return int(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft));
}

QString statusWord(const QString &status)
{
    ClusterRecord record;
    record.status = status;
    return lookOf(record).word;
}

} // namespace

PlanModel::PlanModel(Plan plan, AccountLabels labels, QObject *parent)
    : QAbstractTableModel(parent)
    , m_plan(std::move(plan))
    , m_reduced(m_plan)
    , m_labels(std::move(labels))
{
    for (const PlanItem &item : std::as_const(m_plan.items)) {
        m_ticked.insert(item.cluster.key());
        m_flags.insert(item.cluster.key(), item.flags);
    }
}

/// With the flags it has among those that are ticked.
PlanItem PlanModel::itemAt(int row) const
{
    PlanItem item = m_plan.items.at(row);
    item.flags = m_flags.value(item.cluster.key(), item.flags);
    return item;
}

void PlanModel::reduce()
{
    m_reduced = m_plan.reducedTo(m_ticked);
    m_flags.clear();
    for (const PlanItem &item : std::as_const(m_reduced.items))
        m_flags.insert(item.cluster.key(), item.flags);
    // Whether something is the last of its kind depends on all the others.
    emit dataChanged(index(0, Flags), index(rowCount() - 1, Flags));
    emit reducedChanged();
}

int PlanModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_plan.items.size());
}

int PlanModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

/// As it comes; data() shows it.
QString PlanModel::text(const PlanItem &item, int column) const
{
    const ClusterRecord &record = item.cluster.record;
    switch (Column(column)) {
    case Name:
        return record.name;
    case Id:
        return record.id;
    case Status:
        return lookOf(record).word;
    case Flags:
        return flagsText(item);
    case Nodes:
        return record.nodes ? numberText(record.nodes) : QString();
    case Running:
        return record.runningJobs ? numberText(record.runningJobs) : QString();
    case Queued:
        return record.pendingJobs ? numberText(record.pendingJobs) : QString();
    case Billing:
        return billingText(record.billing);
    case Storage:
        return record.mountPoint;
    case Owner:
        return record.owner;
    case Account:
        return accountText(m_labels.value(item.cluster.account));
    }
    Q_UNREACHABLE();
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PlanItem item = itemAt(index.row());
    const QString whole = text(item, index.column());
    if (role == SoughtRole)
        return visibleLine(whole);
    const QString shown = shownLine(whole);
    // Nothing to note is not the same as a fact that is missing.
    if (index.column() == Flags && shown.isEmpty() && role == Qt::AccessibleTextRole)
        return tr("nothing to note");
    if (index.column() == Flags && shown.isEmpty() && role == Qt::DisplayRole)
        return QString();
    switch (role) {
    case Qt::DisplayRole:
        return shown.isEmpty() ? unknownDash() : shown;
    case Qt::AccessibleTextRole:
        return shown.isEmpty() ? unknownWord() : shown;
    case Qt::AccessibleDescriptionRole:
        return rowText(index, {Name, Id, Status, Flags});
    case Qt::ToolTipRole:
        return plainToolTip(shown);
    case Qt::TextAlignmentRole:
        return alignmentOf(isNumber(index.column()));
    case Qt::CheckStateRole:
        if (index.column() == Name)
            return int(m_ticked.contains(item.cluster.key()) ? Qt::Checked : Qt::Unchecked);
        return {};
    case Qt::DecorationRole:
        if (index.column() == Account)
            return environmentIcon(m_labels.value(item.cluster.account).color);
        if (index.column() == Status) {
            const StateLook look = lookOf(item.cluster.record);
            return glyphIcon(look.glyph, look.statusColor);
        }
        if (index.column() == Flags && (item.flags || item.changed))
            return item.flags & item.added || item.changed
                       ? glyphIcon(Glyph::Star, StatusColor::Bad)
                       : glyphIcon(Glyph::Flag, StatusColor::Warning);
        return {};
    default:
        return {};
    }
}

bool PlanModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid) ||
        index.column() != Name)
        return false;
    const ClusterKey key = m_plan.items.at(index.row()).cluster.key();
    if (value.toInt() == Qt::Checked)
        m_ticked.insert(key);
    else
        m_ticked.remove(key);
    emit dataChanged(index, index, {Qt::CheckStateRole});
    reduce();
    return true;
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(isNumber(section));
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Name:
        return tr("Name");
    case Id:
        return tr("ID");
    case Status:
        return tr("Status");
    case Flags:
        return tr("Note");
    case Nodes:
        return tr("Nodes");
    case Running:
        return tr("Running");
    case Queued:
        return tr("Queued");
    case Billing:
        return tr("Billing");
    case Storage:
        return tr("Storage");
    case Owner:
        return tr("Owner");
    case Account:
        return tr("Account");
    }
    return {};
}

Qt::ItemFlags PlanModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == Name)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

ExcludedModel::ExcludedModel(const Plan &plan, QObject *parent)
    : QAbstractTableModel(parent)
    , m_verb(plan.verb)
    , m_items(plan.excluded)
{
}

int ExcludedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

int ExcludedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ExcludedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ExcludedItem &item = m_items.at(index.row());
    const auto shown = [&]() -> QString {
        switch (Column(index.column())) {
        case Name:
            return shownLine(item.name);
        case Id:
            return shownLine(item.key.id);
        case Status:
            return item.status.isEmpty() ? QString() : statusWord(item.status);
        case Reason:
            return exclusionText(item.reason, m_verb);
        }
        return {};
    };
    switch (role) {
    case Qt::DisplayRole:
        return shown().isEmpty() ? unknownDash() : shown();
    case Qt::AccessibleTextRole:
        return shown().isEmpty() ? unknownWord() : shown();
    case Qt::AccessibleDescriptionRole:
        return rowText(index, {Name, Id, Status, Reason});
    case Qt::ToolTipRole:
        return plainToolTip(shown());
    default:
        return {};
    }
}

QVariant ExcludedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(false);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Name:
        return tr("Name");
    case Id:
        return tr("ID");
    case Status:
        return tr("Status");
    case Reason:
        return tr("Why it is left out");
    }
    return {};
}

} // namespace clusterdeck
