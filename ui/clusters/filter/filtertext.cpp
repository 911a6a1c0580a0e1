// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/filter/filtertext.h"

#include "ui/text/format.h"
#include "ui/text/mnemonic.h"
#include "ui/words/statelook.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace clusterdeck
{

namespace
{

struct FilterText {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::FilterText)
};

/// The longest value in a menu or a sentence, in UTF-16 units.
constexpr int LongestChoice = 48;

/// The most values of one field in a sentence.
constexpr int MostValuesInText = 5;

QString statusText(const QString &value)
{
    if (value == underWayStatus())
        return FilterText::tr("Operation in progress");
    return lookOf(value).word;
}

QString accountText(const QString &account, const ClusterModel &clusters)
{
    const AccountLabel label = clusters.label(account);
    const QString name = shownLine(label.name.isEmpty() ? account : label.name, LongestChoice);
    return label.zone.isEmpty() ? name
                                : FilterText::tr("%1 / %2", "account, zone")
                                      .arg(name, shownLine(label.zone, LongestChoice));
}

} // namespace

QString choiceText(FilterField field, const QString &value, const ClusterModel &clusters)
{
    switch (field) {
    case FilterField::Status:
        return statusText(value);
    case FilterField::Account:
        return accountText(value, clusters);
    case FilterField::Billing:
        return value.isEmpty() ? unknownWord() : billingText(value);
    case FilterField::Type:
    case FilterField::Owner:
        break;
    }
    return value.isEmpty() ? unknownWord() : shownLine(value, LongestChoice);
}

QString fieldText(FilterField field)
{
    switch (field) {
    case FilterField::Status:
        return FilterText::tr("Status");
    case FilterField::Type:
        return FilterText::tr("Type");
    case FilterField::Billing:
        return FilterText::tr("Billing");
    case FilterField::Owner:
        return FilterText::tr("Owner");
    case FilterField::Account:
        return FilterText::tr("Account");
    }
    Q_UNREACHABLE();
}

QString noJobsText()
{
    return FilterText::tr("No jobs");
}

QString ageLimitText(int days)
{
    return FilterText::tr("Older than %Ln day(s)", nullptr, days);
}

QString unusedLimitText(int days)
{
    return FilterText::tr("No use seen for %Ln day(s) or more", nullptr, days);
}

QString flagText(FilterFlag flag, bool is)
{
    switch (flag) {
    case FilterFlag::Locked:
        return is ? FilterText::tr("&Locked") : FilterText::tr("&Not locked");
    case FilterFlag::Kept:
        return is ? FilterText::tr("&Marked to keep") : FilterText::tr("&Not marked to keep");
    case FilterFlag::Expired:
        return is ? FilterText::tr("&Expired") : FilterText::tr("&Not expired");
    }
    Q_UNREACHABLE();
}

QStringList criteriaTexts(const FilterCriteria &criteria, const ClusterModel &clusters)
{
    QStringList texts;
    for (int i = 0; i < FilterFieldCount; ++i) {
        const auto field = FilterField(i);
        const QStringList &values = criteria.of(field);
        QStringList words;
        for (const QString &value : values.mid(0, MostValuesInText))
            words.append(choiceText(field, value, clusters));
        if (const auto more = int(values.size() - words.size()); more > 0)
            words.append(FilterText::tr("%Ln more", nullptr, more));
        if (!words.isEmpty())
            texts.append(FilterText::tr("%1: %2", "field: values")
                             .arg(fieldText(field),
                                  words.join(FilterText::tr(" or ", "between two values"))));
    }
    if (criteria.noJobs)
        texts.append(noJobsText());
    if (criteria.olderThanDays > 0)
        texts.append(ageLimitText(criteria.olderThanDays));
    if (criteria.unusedDays > 0)
        texts.append(unusedLimitText(criteria.unusedDays));
    for (const FilterFlagSpec &spec : FilterFlags) {
        if (const auto &flag = criteria.*spec.member)
            texts.append(withoutMnemonic(flagText(spec.flag, *flag)));
    }
    return texts;
}

QString filterText(const NamedFilter &filter, const ClusterModel &clusters)
{
    QStringList texts = criteriaTexts(filter.criteria, clusters);
    if (!filter.text.isEmpty())
        texts.prepend(
            FilterText::tr("“%1”", "what was typed").arg(shownLine(filter.text, LongestNameShown)));
    return texts.join(QStringLiteral("  ·  "));
}

namespace
{

struct BuiltInFilter {
    const char *name;
    FilterCriteria (*criteria)();
};
constexpr std::array BuiltInFilters{
    BuiltInFilter{QT_TRANSLATE_NOOP("clusterdeck::FilterText", "Idle"), idleCriteria},
    BuiltInFilter{QT_TRANSLATE_NOOP("clusterdeck::FilterText", "Expired"), expiredCriteria}};

} // namespace

QList<NamedFilter> builtInFilters()
{
    QList<NamedFilter> filters;
    for (const BuiltInFilter &filter : BuiltInFilters)
        filters.append({FilterText::tr(filter.name), {}, filter.criteria()});
    return filters;
}

std::optional<NamedFilter> filterNamed(const QString &name, const QList<NamedFilter> &saved)
{
    QList<NamedFilter> all = builtInFilters() + saved;
    for (const BuiltInFilter &filter : BuiltInFilters)
        all.append({QLatin1String(filter.name), {}, filter.criteria()});
    const auto found = std::find_if(all.begin(), all.end(), [&](const NamedFilter &each) {
        return each.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

QString shownText(int shown, int all)
{
    return FilterText::tr("%1 of %2 shown", "rows, all clusters")
        .arg(numberText(shown), numberText(all));
}

QString hiddenQuestion(int hidden)
{
    return FilterText::tr(
        "%Ln selected cluster(s) is/are hidden by the filter. Show or deselect to continue.",
        nullptr, hidden);
}

QString onlySelectedText(int shown)
{
    return FilterText::tr("Showing only the %Ln selected cluster(s).", nullptr, shown);
}

} // namespace clusterdeck
