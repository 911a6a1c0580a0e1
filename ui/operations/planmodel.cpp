// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/planmodel.h"

#include "app/support/visibletext.h"
#include "ui/text/format.h"
#include "ui/theme/environment.h"
#include "ui/words/errortext.h"
#include "ui/words/statelook.h"

#include <QCoreApplication>

#include <algorithm>

namespace clusterdeck
{

namespace
{

struct PlanColumns {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::PlanColumns)
};

/// The column with the check boxes.
constexpr int CheckColumn = 0;
constexpr auto Note = "note";

QIcon noteIcon(const PlanItem &item)
{
    if (item.flags & item.added || item.changed)
        return glyphIcon(Glyph::Star, StatusColor::Bad);
    return item.flags ? glyphIcon(Glyph::Flag, StatusColor::Warning) : QIcon();
}

QString countOrNothing(const std::optional<int> &count)
{
    return count ? numberText(count) : QString();
}

QList<RecordColumn<PlanItem>> planColumns(const AccountLabels &labels)
{
    return {
        {"name",
         PlanColumns::tr("Name"),
         {.digits = 24, .spoken = true},
         [](const PlanItem &item) { return item.cluster.record.name; }},
        {"id",
         PlanColumns::tr("ID"),
         {.digits = 16, .whole = true, .spoken = true},
         [](const PlanItem &item) { return item.cluster.record.id; }},
        {"status",
         PlanColumns::tr("Status"),
         {.digits = 14, .spoken = true},
         [](const PlanItem &item) { return lookOf(item.cluster.record).word; },
         [](const PlanItem &item) {
             const StateLook look = lookOf(item.cluster.record);
             return glyphIcon(look.glyph, look.statusColor);
         }},
        {Note,
         PlanColumns::tr("Note"),
         {.digits = 25,
          .optional = true,
          .fills = true,
          .spoken = true,
          .empty = EmptyCell::Nothing},
         [](const PlanItem &item) { return flagsText(item); },
         noteIcon},
        {"nodes",
         PlanColumns::tr("Nodes"),
         {.digits = 7, .numeric = true},
         [](const PlanItem &item) { return countOrNothing(item.cluster.record.nodes); }},
        {"running",
         PlanColumns::tr("Running"),
         {.digits = 9, .numeric = true},
         [](const PlanItem &item) { return countOrNothing(item.cluster.record.runningJobs); }},
        {"queued",
         PlanColumns::tr("Queued"),
         {.digits = 9, .numeric = true},
         [](const PlanItem &item) { return countOrNothing(item.cluster.record.pendingJobs); }},
        {"unused",
         PlanColumns::tr("Unused"),
         {.digits = 8, .numeric = true, .optional = true},
         [](const PlanItem &item) {
             return item.daysUnused.value_or(0) > 0 ? daysUnusedText(*item.daysUnused) : QString();
         },
         nullptr,
         [](const PlanItem &item) {
             return item.daysUnused ? unusedSentence(*item.daysUnused) : QString();
         },
         [](const PlanItem &item) { return QVariant(item.daysUnused.value_or(-1)); }},
        {"billing",
         PlanColumns::tr("Billing"),
         {.digits = 13},
         [](const PlanItem &item) { return billingText(item.cluster.record.billing); }},
        {"storage",
         PlanColumns::tr("Storage"),
         {.digits = 27},
         [](const PlanItem &item) { return item.cluster.record.mountPoint; }},
        {"owner",
         PlanColumns::tr("Owner"),
         {.digits = 14, .whole = true},
         [](const PlanItem &item) { return item.cluster.record.owner; }},
        {"account",
         PlanColumns::tr("Account"),
         {},
         [labels](const PlanItem &item) { return accountText(labels.value(item.cluster.account)); },
         [labels](const PlanItem &item) {
             return environmentIcon(labels.value(item.cluster.account).color);
         }},
    };
}

} // namespace

PlanModel::PlanModel(Plan plan, const AccountLabels &labels, QObject *parent)
    : RecordModel(
          planColumns(labels), [](const PlanItem &item) { return item.cluster.key(); }, parent)
    , m_plan(std::move(plan))
    , m_reduced(m_plan)
    , m_searched(planColumns(labels))
{
    for (const PlanItem &item : std::as_const(m_plan.items))
        m_checked.insert(item.cluster.key());
    show();
}

void PlanModel::search(const QString &text)
{
    m_searchText = text;
    show();
}

bool PlanModel::isFound(const PlanItem &item) const
{
    return m_searchText.isEmpty() ||
           std::any_of(m_searched.begin(), m_searched.end(), [&](const Column &column) {
               return visibleLine(column.text(item)).contains(m_searchText, Qt::CaseInsensitive);
           });
}

/// Checked items are shown with their flags in the reduced plan: whether a cluster is the last on
/// its mount point depends on the other checked items.
void PlanModel::show()
{
    QHash<ClusterKey, RiskFlags> flags;
    for (const PlanItem &item : std::as_const(m_reduced.items))
        flags.insert(item.cluster.key(), item.flags);
    QList<PlanItem> shown;
    for (PlanItem item : std::as_const(m_plan.items)) {
        item.flags = flags.value(item.cluster.key(), item.flags);
        if (isFound(item))
            shown.append(item);
    }
    setRecords(shown);
}

void PlanModel::setChecked(const QList<ClusterKey> &keys, bool checked)
{
    for (const ClusterKey &key : keys) {
        if (checked)
            m_checked.insert(key);
        else
            m_checked.remove(key);
    }
    m_reduced = m_plan.reducedTo(m_checked);
    show();
    readAgain();
    emit reducedChanged();
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::CheckStateRole && index.column() == CheckColumn)
        return int(m_checked.contains(at(index.row()).cluster.key()) ? Qt::Checked : Qt::Unchecked);
    if (role == Qt::AccessibleTextRole && key(index.column()) == QLatin1String(Note) &&
        text(index.row(), index.column()).isEmpty())
        return tr("nothing to note");
    return RecordModel::data(index, role);
}

bool PlanModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid) ||
        index.column() != CheckColumn)
        return false;
    setChecked({at(index.row()).cluster.key()}, value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags PlanModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = RecordModel::flags(index);
    if (index.isValid() && index.column() == CheckColumn)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QList<RecordColumn<ExcludedItem>> excludedColumns(Verb verb)
{
    return {
        {"name",
         PlanColumns::tr("Name"),
         {.digits = 26, .spoken = true},
         [](const ExcludedItem &item) { return item.name; }},
        {"id",
         PlanColumns::tr("ID"),
         {.digits = 17, .whole = true, .spoken = true},
         [](const ExcludedItem &item) { return item.key.id; }},
        {"status",
         PlanColumns::tr("Status"),
         {.digits = 16, .spoken = true},
         [](const ExcludedItem &item) {
             return item.status.isEmpty() ? QString() : lookOf(item.status).word;
         }},
        {"reason",
         PlanColumns::tr("Excluded because"),
         {.digits = 40, .spoken = true},
         [verb](const ExcludedItem &item) { return exclusionText(item, verb); }},
    };
}

} // namespace clusterdeck
