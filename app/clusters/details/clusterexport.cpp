// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/details/clusterexport.h"

#include "app/clusters/details/detailexport.h"
#include "app/support/jsontext.h"

#include <cmath>

namespace clusterdeck
{

namespace
{

const QString Transition = QStringLiteral("transition_status");

template <class Value>
QString keyOf(int place)
{
    const ClusterMember member = FieldsOf<Value>.at(size_t(place));
    const auto field =
        std::find_if(ClusterFields.begin(), ClusterFields.end(),
                     [&](const ClusterField &each) { return each.member == member; });
    return QLatin1String(field->key);
}

/// The key of a column: that of its field, or its own where it shows no field.
struct KeyOf {
    const ColumnSpec &spec;

    QString operator()(ClusterRow::Text source) const { return keyOf<QString>(source.place); }
    QString operator()(ClusterRow::Number source) const
    {
        return source.isWhole()
                   ? keyOf<std::optional<int>>(source.place)
                   : keyOf<std::optional<double>>(source.place - ClusterRow::CountCount);
    }
    QString operator()(const TimeOrText &source) const
    {
        return keyOf<QDateTime>(source.time.place);
    }
    template <class Other>
    QString operator()(const Other & /*source*/) const
    {
        return QLatin1String(spec.key);
    }
};

QString isoText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QString();
}

/// Days as ISO dates; "always" for a mark to keep without an end.
QString dayText(double julianDay)
{
    return std::isinf(julianDay) ? QStringLiteral("always")
                                 : QDate::fromJulianDay(qint64(julianDay)).toString(Qt::ISODate);
}

QString cellOf(const ClusterView &view, int row, ClusterColumn column)
{
    const QVariant value = view.index(row, int(column)).data();
    const bool isDay = column == ClusterColumn::Keep || column == ClusterColumn::Expires;
    if (isDay && value.isValid())
        return dayText(value.toDouble());
    return value.userType() == QMetaType::QDateTime ? isoText(value.toDateTime())
                                                    : value.toString();
}

} // namespace

QList<ClusterColumn> allClusterColumns()
{
    QList<ClusterColumn> columns;
    for (const ColumnSpec &spec : ClusterColumns)
        columns.append(spec.column);
    columns.move(columns.indexOf(ClusterColumn::Id), 0);
    return columns;
}

ClusterCells clusterCells(const ClusterView &view, const QList<ClusterColumn> &columns)
{
    ClusterCells cells;
    for (const ClusterColumn column : columns) {
        cells.head.append(std::visit(KeyOf{specOf(column)}, specOf(column).source));
        if (column == ClusterColumn::Status)
            cells.head.append(Transition);
    }
    for (int row = 0; row < view.rowCount(); ++row) {
        QStringList &line = cells.rows.emplace_back();
        for (const ClusterColumn column : columns) {
            line.append(cellOf(view, row, column));
            if (column == ClusterColumn::Status)
                line.append(view.rowAt(row).text(&ClusterRecord::transition));
        }
    }
    return cells;
}

QByteArray clustersDocument(const ClusterView &view, const QList<ListedAccount> &accounts,
                            DataKind dataKind)
{
    QJsonArray origins;
    for (const ListedAccount &account : accounts) {
        origins.append(QJsonObject{{QStringLiteral("account"), account.label.name},
                                   {QStringLiteral("zone"), account.label.zone},
                                   {QStringLiteral("as_of"), textOrNull(isoText(account.asOf))},
                                   {QStringLiteral("complete"), account.complete}});
    }
    QJsonArray clusters;
    for (int row = 0; row < view.rowCount(); ++row) {
        QJsonObject cluster = detailJson(view.clusterAt(row).record);
        // Columns that show no field: the account, the zone.
        for (const ColumnSpec &spec : ClusterColumns) {
            const QString key = std::visit(KeyOf{spec}, spec.source);
            if (!cluster.contains(key))
                cluster.insert(key, textOrNull(cellOf(view, row, spec.column)));
        }
        clusters.append(cluster);
    }
    return jsonText({{QStringLiteral("accounts"), origins}, {QStringLiteral("clusters"), clusters}},
                    dataKind);
}

} // namespace clusterdeck
