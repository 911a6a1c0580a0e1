// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/cells.h"

#include "ui/text/format.h"

#include <QCoreApplication>

namespace clusterdeck
{

namespace
{

struct Cells {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::Cells)
};

} // namespace

QVariant ownCell(int role, const QString &text)
{
    switch (role) {
    case Qt::DisplayRole:
        return text;
    case Qt::AccessibleTextRole:
        return text.isEmpty() ? Cells::tr("nothing") : text;
    case Qt::ToolTipRole:
        return plainToolTip(text);
    default:
        return {};
    }
}

QVariant foreignCell(int role, const QString &foreign)
{
    return ownCell(role, shownLine(foreign));
}

QVariant headerCell(int section, Qt::Orientation orientation, int role, const QStringList &names)
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | Qt::AlignLeft);
    return role == Qt::DisplayRole ? QVariant(names.value(section)) : QVariant();
}

QString dateTimeOrNothing(const QDateTime &time)
{
    return time.isValid() ? dateTimeText(time) : QString();
}

} // namespace clusterdeck
