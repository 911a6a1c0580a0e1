// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/checkreport.h"

#include "app/support/redaction.h"
#include "app/support/visibletext.h"
#include "ui/accounts/checktext.h"
#include "ui/accounts/importtext.h"
#include "ui/text/format.h"
#include "ui/words/errortext.h"

#include <QCoreApplication>
#include <QSysInfo>

namespace clusterdeck
{

namespace
{

struct CheckReport {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::CheckReport)
};

/// For support: never translated.
QString detailLine(const QString &question, const std::optional<CheckAnswer> &answer)
{
    if (!answer)
        return {};
    if (!answer->error) {
        return QStringLiteral("%1: rows=%2 total=%3")
            .arg(question)
            .arg(answer->rows)
            .arg(answer->total ? QString::number(*answer->total) : QStringLiteral("?"));
    }
    const ApiError &error = *answer->error;
    return QStringLiteral("%1: kind=%2 tls=%3 http=%4 ret_code=%5 detail=“%6” provider=“%7”")
        .arg(question, QLatin1String(specOf(error.kind).name))
        .arg(int(error.tls))
        .arg(error.httpStatus)
        .arg(error.retCode)
        .arg(visibleLine(error.detail), shownLine(error.serverText));
}

QString addressText(const QUrl &url)
{
    const auto hidden = QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment;
    const QString text = url.toDisplayString(hidden);
    return text.isEmpty() ? unknownDash() : shownLine(text, LongestQuote);
}

} // namespace

QString subjectText(const ApiSettings &settings)
{
    const QString zone =
        settings.zone.isEmpty() ? unknownDash() : shownLine(settings.zone, LongestNameShown);
    const QString &key = settings.credentials.accessKeyId;
    const QString text = CheckReport::tr("%1 · zone %2 · key %3")
                             .arg(addressText(settings.baseUrl), zone,
                                  key.isEmpty() ? unknownDash() : keyEndText(key));
    return withoutSecrets(text, settings);
}

QString withoutSecrets(const QString &text, const ApiSettings &settings)
{
    Redactor redactor;
    redactor.guardKey(settings.credentials.accessKeyId, settings.credentials.secretAccessKey);
    return redactor.redacted(text);
}

QString providerAnswer(const CheckEvidence &evidence, const ApiSettings &settings)
{
    for (const auto &answer : {evidence.list, evidence.log, evidence.page}) {
        if (answer && answer->error)
            return withoutSecrets(providerText(*answer->error), settings);
    }
    return {};
}

QString checkReport(const QString &accountName, const ApiSettings &settings,
                    const CheckEvidence &evidence, const QDateTime &at)
{
    QStringList lines{
        CheckReport::tr("Connection check of %1").arg(shownLine(accountName, LongestNameShown)),
        QStringLiteral("Clusterdeck %1, Qt %2, %3")
            .arg(QStringLiteral(CLUSTERDECK_VERSION), QString::fromLatin1(qVersion()),
                 QSysInfo::prettyProductName()),
        at.toUTC().toString(Qt::ISODate), subjectText(settings), QString()};
    for (const CheckFinding &finding : judge(evidence)) {
        lines.append(QStringLiteral("[%1] %2: %3")
                         .arg(lookOf(finding).word, stepText(finding.step), findingText(finding)));
    }
    const QStringList details{detailLine(QStringLiteral("list"), evidence.list),
                              detailLine(QStringLiteral("log"), evidence.log),
                              detailLine(QStringLiteral("page 2"), evidence.page)};
    lines.append(QString());
    for (const QString &detail : details) {
        if (!detail.isEmpty())
            lines.append(detail);
    }
    return withoutSecrets(lines.join(u'\n') + u'\n', settings);
}

} // namespace clusterdeck
