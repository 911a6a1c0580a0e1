// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/table/columnlook.h"

#include "app/clusters/clusterstate.h"
#include "app/clusters/marks.h"
#include "app/support/visibletext.h"
#include "ui/clusters/table/clustertablemodel.h"
#include "ui/text/format.h"
#include "ui/theme/environment.h"
#include "ui/words/errortext.h"

#include <cmath>

namespace clusterdeck
{

namespace
{

QString statusText(const ClusterTableModel &model, int row, const QVariant & /*value*/)
{
    return model.lookAt(row).word;
}

QString billingWord(const ClusterTableModel & /*model*/, int /*row*/, const QVariant &value)
{
    return billingText(value.toString());
}

QString accountName(const ClusterTableModel &model, int row, const QVariant & /*value*/)
{
    return accountText(model.view().labelAt(row));
}

QString statusTip(const ClusterTableModel &model, int row)
{
    const LatestItem item = model.itemAt(row);
    QStringList lines{model.lookAt(row).word, item ? reasonText(*item) : QString(),
                      model.remarkAt(row)};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString nameTip(const ClusterTableModel &model, int row)
{
    const ClusterRecord record = model.clusterAt(row).record;
    // Each part is made visible by itself, so that a hidden character in one cannot affect the
    // next.
    QStringList lines{shownLine(record.name, LongestQuote),
                      shownLines(record.description.trimmed(), LongestLine)};
    if (isDamaged(record.name) || isDamaged(record.description))
        lines.append(ClusterTableModel::tr("“%1” stands for characters that could not be read.")
                         .arg(QChar(QChar::ReplacementCharacter)));
    if (model.isLocked(row))
        lines.append(ClusterTableModel::tr(
            "Locked: this cluster cannot be deleted, stopped, started or renamed."));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString idTip(const ClusterTableModel &model, int row)
{
    const QString id = model.keyAt(row).id;
    return isWholeId(id)
               ? shownLine(id)
               : QString(shownLine(id) + u'\n' +
                         ClusterTableModel::tr("The ID contains unreadable characters, so this "
                                               "cluster cannot be changed here."));
}

QString createdTip(const ClusterTableModel &model, int row)
{
    const ClusterRecord record = model.clusterAt(row).record;
    return record.created.isValid() ? dateTimeText(record.created) : shownLine(record.createdText);
}

QString keepText(const ClusterTableModel &model, int /*row*/, const QVariant &value)
{
    if (value.isNull())
        return {};
    if (std::isinf(value.toDouble()))
        return ClusterTableModel::tr("Always", "kept without an end");
    const auto day = QDate::fromJulianDay(qint64(value.toDouble()));
    return (isOver(day, model.now()) ? ClusterTableModel::tr("Until %1, ended", "day")
                                     : ClusterTableModel::tr("Until %1", "day"))
        .arg(dayText(day));
}

QString expiryText(const ClusterTableModel &model, int /*row*/, const QVariant &value)
{
    if (value.isNull())
        return {};
    const auto day = QDate::fromJulianDay(qint64(value.toDouble()));
    return isOver(day, model.now()) ? ClusterTableModel::tr("%1, expired", "day").arg(dayText(day))
                                    : dayText(day);
}

QString marksTip(const ClusterTableModel &model, int row)
{
    const QString description = model.clusterAt(row).record.description.trimmed();
    QStringList lines{shownLines(description, LongestLine)};
    if (!marksIn(description).allUnderstood)
        lines.append(ClusterTableModel::tr("An unrecognized mark counts as [keep]."));
    return lines.join(u'\n');
}

QString unusedText(const ClusterTableModel & /*model*/, int /*row*/, const QVariant &value)
{
    return value.isNull() ? QString() : daysUnusedText(value.toInt());
}

QString unusedTip(const ClusterTableModel &model, int row)
{
    const QVariant value = model.view().index(row, int(ClusterColumn::Unused)).data();
    return value.isNull() ? ClusterTableModel::tr("Its CPU hours or number of jobs are unknown")
                          : unusedSentence(value.toInt());
}

constexpr auto Looks = std::to_array<ColumnLook>({
    {.column = ClusterColumn::Status, .digits = 25, .text = statusText, .toolTip = statusTip},
    {.column = ClusterColumn::Name, .digits = 20, .toolTip = nameTip},
    {.column = ClusterColumn::Id, .digits = 15, .isWhole = true, .toolTip = idTip},
    {.column = ClusterColumn::Type, .digits = 6},
    {.column = ClusterColumn::Nodes, .digits = 8, .isWhole = true},
    {.column = ClusterColumn::RunningJobs, .digits = 13, .isWhole = true},
    {.column = ClusterColumn::PendingJobs, .digits = 13, .isWhole = true},
    {.column = ClusterColumn::CpuHours, .digits = 11, .isWhole = true},
    {.column = ClusterColumn::Billing, .digits = 13, .text = billingWord},
    {.column = ClusterColumn::Owner, .digits = 14, .isWhole = true},
    {.column = ClusterColumn::RunUser, .digits = 14, .isWhole = true, .hiddenFirst = true},
    {.column = ClusterColumn::Created, .digits = 9, .toolTip = createdTip},
    {.column = ClusterColumn::Zone, .digits = 7},
    {.column = ClusterColumn::Account, .digits = 9, .text = accountName},
    {.column = ClusterColumn::Keep,
     .digits = 16,
     .hiddenFirst = true,
     .text = keepText,
     .toolTip = marksTip},
    {.column = ClusterColumn::Expires,
     .digits = 16,
     .hiddenFirst = true,
     .text = expiryText,
     .toolTip = marksTip},
    {.column = ClusterColumn::Unused,
     .digits = 9,
     .hiddenFirst = true,
     .text = unusedText,
     .toolTip = unusedTip},
});

static_assert(Looks.size() == ClusterColumnCount, "a column has no row in Looks");
static_assert([] {
    for (size_t i = 0; i < Looks.size(); ++i) {
        if (Looks[i].column != ClusterColumn(i))
            return false;
    }
    return true;
}());

/// The text of a value, by the kind of its column's source.
struct TextOf {
    const ClusterTableModel &model;
    const QVariant &value;

    QString operator()(ClusterRow::Text /*source*/) const { return value.toString(); }
    QString operator()(QString AccountLabel::* /*source*/) const { return value.toString(); }
    QString operator()(ClusterRow::Number source) const
    {
        if (value.isNull())
            return {};
        return source.isWhole() ? numberText(value.toInt()) : hoursText(value.toDouble());
    }
    QString operator()(Derived /*source*/) const { return value.toString(); }
    QString operator()(TimeOrText /*source*/) const
    {
        const QDateTime time = value.toDateTime();
        return time.isValid() ? ageText(time, model.now()) : value.toString();
    }
};

} // namespace

const ColumnLook &lookOf(ClusterColumn column)
{
    return Looks.at(size_t(column));
}

Qt::Alignment alignmentOf(ClusterColumn column)
{
    const bool isNumber = orderOf(specOf(column)) == ColumnOrder::Figures;
    return Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft);
}

QString cellText(const ClusterTableModel &model, ClusterColumn column, int row,
                 const QVariant &value)
{
    if (const auto text = lookOf(column).text)
        return text(model, row, value);
    return std::visit(TextOf{model, value}, specOf(column).source);
}

} // namespace clusterdeck
