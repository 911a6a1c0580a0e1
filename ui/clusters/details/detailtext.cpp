// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/details/detailtext.h"

#include "ui/text/format.h"
#include "ui/words/errortext.h"

#include <QCoreApplication>

namespace clusterdeck
{

namespace
{

struct Details {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::Details)
};

QString readingText(DetailSection section)
{
    switch (section) {
    case DetailSection::Nodes:
        return Details::tr("Reading nodes…");
    case DetailSection::Jobs:
        return Details::tr("Reading jobs…");
    case DetailSection::Users:
        return Details::tr("Reading users…");
    case DetailSection::Software:
        return Details::tr("Reading software…");
    case DetailSection::Operations:
        return Details::tr("Reading operations…");
    }
    Q_UNREACHABLE();
}

DetailMessage noneText(DetailSection section)
{
    switch (section) {
    case DetailSection::Nodes:
        return {Details::tr("No nodes"),
                Details::tr("The cloud lists none for this cluster."),
                {},
                false};
    case DetailSection::Jobs:
        return {Details::tr("No jobs"),
                Details::tr("The scheduler has no running, queued or finished jobs."),
                {},
                false};
    case DetailSection::Users:
        return {Details::tr("No users"),
                Details::tr("The cloud lists none for this cluster."),
                {},
                false};
    case DetailSection::Software:
        return {Details::tr("No software"),
                Details::tr("The cloud lists none for this cluster."),
                {},
                false};
    case DetailSection::Operations:
        return {Details::tr("No operations"),
                Details::tr("Neither the provider's log nor Clusterdeck's history has an operation "
                            "on this cluster."),
                {},
                false};
    }
    Q_UNREACHABLE();
}

QString failedText(DetailSection section)
{
    switch (section) {
    case DetailSection::Nodes:
        return Details::tr("The nodes could not be read");
    case DetailSection::Jobs:
        return Details::tr("The jobs could not be read");
    case DetailSection::Users:
        return Details::tr("The users could not be read");
    case DetailSection::Software:
        return Details::tr("The software could not be read");
    case DetailSection::Operations:
        return Details::tr("The operations could not be read");
    }
    Q_UNREACHABLE();
}

QString reasonText(const SectionStatus &status)
{
    if (!status.error)
        return {};
    const QString said = providerText(*status.error);
    return said.isEmpty() ? errorText(*status.error) : errorText(*status.error) + u'\n' + said;
}

QString withheldText()
{
    return Details::tr("The hourly call quota is nearly used up. The remaining calls are reserved "
                       "for operations.");
}

QString goneText()
{
    return Details::tr("The cloud reports that this cluster no longer exists.");
}

QString howMany(const SectionStatus &status, int shown)
{
    if (status.total && (*status.total > shown || status.hasMore()))
        return Details::tr("%1 of %2", "rows").arg(numberText(shown), numberText(*status.total));
    if (status.hasMore())
        return Details::tr("%1, and more", "rows").arg(numberText(shown));
    return numberText(shown);
}

} // namespace

DetailMessage messageFor(DetailSection section, const SectionStatus &status)
{
    switch (status.state) {
    case ReadState::NotAsked:
    case ReadState::Loading:
        return {readingText(section), {}, {}, false};
    case ReadState::Ready:
        if (status.sent > 0 && section != DetailSection::Software &&
            section != DetailSection::Operations) {
            return {failedText(section),
                    Details::tr("The answer contains rows, but none of them can be read."),
                    Details::tr("Try again"), false};
        }
        return noneText(section);
    case ReadState::Failed:
        return {failedText(section), reasonText(status), Details::tr("Try again"), false};
    case ReadState::Gone:
        return {failedText(section), goneText(), Details::tr("Try again"), false};
    case ReadState::Withheld:
        return {failedText(section), withheldText(), Details::tr("Read anyway"), true};
    }
    Q_UNREACHABLE();
}

QString footText(const SectionStatus &status, int shown)
{
    QString text;
    if (status.asOf.isValid())
        text = Details::tr("As of %1 · %2", "time, number of rows")
                   .arg(timeText(status.asOf), howMany(status, shown));
    const auto append = [&text](const QString &more) {
        text += text.isEmpty() ? more : u'\n' + more;
    };
    switch (status.state) {
    case ReadState::NotAsked:
    case ReadState::Ready:
        break;
    case ReadState::Loading:
        append(Details::tr("Reading…"));
        break;
    case ReadState::Failed:
        append(status.asOf.isValid() ? Details::tr("Not refreshed: %1").arg(reasonText(status))
                                     : reasonText(status));
        break;
    case ReadState::Gone:
        append(goneText());
        break;
    case ReadState::Withheld:
        append(Details::tr("Not read: %1").arg(withheldText()));
        break;
    }
    return text;
}

QString softwareFootText(const SectionStatus &offered, const QDateTime &listed, int shown)
{
    const QString known = listed.isValid() ? Details::tr("As of %1 · %2", "time, number of rows")
                                                 .arg(timeText(listed), numberText(shown))
                                           : QString();
    QString more;
    switch (offered.state) {
    case ReadState::NotAsked:
    case ReadState::Ready:
        break;
    case ReadState::Loading:
        more = Details::tr("Reading descriptions…");
        break;
    case ReadState::Failed:
    case ReadState::Gone:
        more = Details::tr("Descriptions not read: %1").arg(reasonText(offered));
        break;
    case ReadState::Withheld:
        more = Details::tr("Descriptions not read: %1").arg(withheldText());
        break;
    }
    return known.isEmpty() || more.isEmpty() ? known + more : known + u'\n' + more;
}

QString numberOrNothing(const std::optional<int> &number)
{
    return number ? numberText(number) : QString();
}

QString sectionWord(DetailSection section)
{
    switch (section) {
    case DetailSection::Nodes:
        return QStringLiteral("nodes");
    case DetailSection::Jobs:
        return QStringLiteral("jobs");
    case DetailSection::Users:
        return QStringLiteral("users");
    case DetailSection::Software:
        return QStringLiteral("software");
    case DetailSection::Operations:
        return QStringLiteral("operations");
    }
    Q_UNREACHABLE();
}

} // namespace clusterdeck
