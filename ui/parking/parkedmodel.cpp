// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parking/parkedmodel.h"

#include "app/session.h"
#include "ui/parking/parkedtext.h"
#include "ui/text/format.h"
#include "ui/theme/environment.h"
#include "ui/widgets/rowtext.h"

namespace clusterdeck
{

ParkedModel::ParkedModel(Session &session, QObject *parent)
    : RowModel(parent)
    , m_session(session)
{
}

void ParkedModel::setParked(const QList<ParkController::Shown> &parked, const QDate &today)
{
    replaceRows(
        m_parked, parked, [](const ParkController::Shown &one) { return one.mark.key; },
        [this, today] { m_today = today; });
}

int ParkedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_parked.size());
}

int ParkedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

StateLook ParkedModel::lookAt(int row) const
{
    const ParkController::Shown &one = m_parked.at(row);
    const LatestItem latest = m_session.operationService().latestItem(one.mark.key);
    return lookOf(one.mark, one.state, one.now, latest);
}

QString ParkedModel::text(int row, Column column) const
{
    const ParkController::Shown &one = m_parked.at(row);
    switch (column) {
    case Name:
        return one.now ? one.now->name : one.mark.name;
    case Id:
        return one.mark.key.id;
    case Due:
        return dayText(one.mark.due, m_today);
    case State:
        return lookAt(row).word;
    case Note:
        return one.mark.note;
    case ParkedOn:
        return one.mark.parkedAt.isValid() ? dateTimeText(one.mark.parkedAt) : QString();
    case By:
        return one.mark.by;
    case Account:
        return accountText(m_session.clusters().label(one.mark.key.account));
    }
    Q_UNREACHABLE();
}

QVariant ParkedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole: {
        const QString shown = shownLine(text(index.row(), column));
        return shown.isEmpty() && column != Note ? unknownDash() : shown;
    }
    case Qt::AccessibleTextRole: {
        const QString shown = shownLine(text(index.row(), column));
        return shown.isEmpty() ? unknownWord() : shown;
    }
    case Qt::AccessibleDescriptionRole:
        return rowText(index, {Name, Id, Due, State});
    case Qt::ToolTipRole:
        return plainToolTip(text(index.row(), column));
    case Qt::DecorationRole: {
        const ParkController::Shown &one = m_parked.at(index.row());
        if (column == State) {
            const StateLook look = lookAt(index.row());
            return glyphIcon(look.glyph, look.statusColor);
        }
        if (column == Due && awaitsDeletion(one.mark, one.state, m_today))
            return glyphIcon(Glyph::Clock, StatusColor::Warning);
        if (column == Account)
            return environmentIcon(m_session.clusters().label(one.mark.key.account).color);
        return {};
    }
    default:
        return {};
    }
}

QVariant ParkedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | Qt::AlignLeft);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Name:
        return tr("Name");
    case Id:
        return tr("ID");
    case Due:
        return tr("To be deleted");
    case State:
        return tr("State now");
    case Note:
        return tr("Note");
    case ParkedOn:
        return tr("Parked on");
    case By:
        return tr("By");
    case Account:
        return tr("Account");
    }
    return {};
}

} // namespace clusterdeck
