// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/checktext.h"

#include "ui/text/format.h"

#include <QCoreApplication>

#include <cstdlib>

namespace clusterdeck
{

namespace
{

using R = CheckReason;

struct CheckText {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::CheckText)
};

struct Sentence {
    CheckReason reason;
    const char *text;
};

// clang-format off
constexpr Sentence Sentences[] = {
    {R::NotReached, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "Checked when the previous steps are in order.")},
    {R::Unclear, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The answer does not show this.")},
    {R::AddressGood, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The address has the right form.")},
    {R::AddressIsNone, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "This is not a web address: enter one like https://hpc.api.qingcloud.com.")},
    {R::PlainHttp, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "Plain http is not encrypted: begin the address with https://.")},
    {R::PathOrQuery, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "Enter only the host, without a user name or a path: Clusterdeck adds the rest.")},
    {R::HostKnown, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The host name was found.")},
    {R::NoNameNeeded, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The address is an IP address or this computer: no name has to be looked up.")},
    {R::HostUnknown, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The host name was not found: check the spelling of the address and the network connection.")},
    {R::Reached, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The host answers.")},
    {R::NoConnection, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The connection failed, or was lost before an answer: check the network connection, the address and any firewall.")},
    {R::Refused, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The host refused the connection: check the address and its port.")},
    {R::ReachedByProxy, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The host answers, through the proxy %3.")},
    {R::ProxyInTheWay, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The proxy %3 does not forward the request: check this computer's proxy settings.")},
    {R::ProxySilent, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "This computer's proxy settings (%3) gave no proxy in time: check them, then restart Clusterdeck.")},
    {R::TooSlow, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "No answer in time: check the network connection, then try again.")},
    {R::BrokeOff, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The answer was cut off: try again; if the problem remains, check proxies and firewalls.")},
    {R::GivenUp, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The request was cancelled before an answer: check again.")},
    {R::RedirectedAway, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The server redirects requests, and redirects are not followed: check the address, or sign in to the network if it requires that.")},
    {R::NotTheService, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The server answers, but is not the EHPC service (HTTP %1): check the address.")},
    {R::GatewayFault, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "A gateway of the cloud reports an error (HTTP %1): try again later.")},
    {R::CallUnknown, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The service has no call to list clusters (code %1): check that the address is that of the EHPC service.")},
    {R::ServiceFault, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The cloud had an internal error (code %1): try again later; if the problem remains, ask the provider.")},
    {R::ServiceUpdating, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The cloud is being updated: try again later.")},
    {R::TlsGood, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The connection is encrypted, and the certificate is valid for this host.")},
    {R::TlsNotNeeded, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "Not encrypted, and no encryption is needed: nothing leaves this computer.")},
    {R::TlsExpired, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The server's certificate has expired or is not valid yet: check this computer's date; if it is right, tell the provider.")},
    {R::TlsWrongHost, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The server's certificate is for another host: check the address.")},
    {R::TlsSelfSigned, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The server's certificate is self-signed: if your cloud uses one, enter its CA file in the account.")},
    {R::TlsUnknownIssuer, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The issuer of the server's certificate is not trusted: if your cloud has its own authority, enter its CA file in the account.")},
    {R::TlsTooOld, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The server does not support a secure TLS version (1.2 or newer): check the address, or ask the provider.")},
    {R::TlsCaFile, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The account's CA file has no full path, cannot be read or contains no certificate: choose another file or none.")},
    {R::TlsOther, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The server's certificate was not accepted: check the address and this computer's date.")},
    {R::ClockGood, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "This computer's clock agrees with the cloud's.")},
    {R::ClockRefused, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The cloud did not accept the time of this computer: correct the clock, or let the system set it.")},
    {R::ClockUnknown, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The server did not send its time: check this computer's clock yourself.")},
    {R::ClockAccepted, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The server did not send its time, but accepted that of this computer.")},
    {R::KeyAccepted, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The cloud accepted the access key.")},
    {R::KeyMissing, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The access key ID is missing: enter the one that the provider's console shows.")},
    {R::SecretMissing, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The secret is missing: enter the one that the provider's console showed with the key.")},
    {R::KeyOrSecretWrong, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The key ID or its secret is wrong, and the cloud does not say which: enter both again, and check in the provider's console whether the key is active.")},
    {R::SignInRefused, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The cloud refused the user of this key (code %1): check the provider's console, or ask your administrator.")},
    {R::SignatureAccepted, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The cloud accepted the signature.")},
    {R::SignatureSelfTested, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "Not accepted, but Clusterdeck signs the provider's published example correctly: the key ID or the secret is wrong, not the signing.")},
    {R::SignatureBroken, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "Clusterdeck does not sign the provider's published example correctly: this copy is damaged. Reinstall it.")},
    {R::ZoneAccepted, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The zone was accepted and has clusters.")},
    {R::ZoneWithoutClusters, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The zone was accepted but has no clusters: if there should be some, check zone and owner.")},
    {R::ZoneMissing, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The zone is missing: enter the one that the provider's console shows, for example jn1a.")},
    {R::ZoneSuspect, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The cloud rejected the request (code 1100), most likely because of the zone: check the zone, then the owner.")},
    {R::ZoneOrOwnerUnknown, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The cloud did not find the zone or the owner (code 2100): check both.")},
    {R::MayRead, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "Clusters and the operation log can be read. Whether this key may also delete, stop or start clusters only shows when you try.")},
    {R::MayNotList, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "This key may not list the clusters of this owner (code 1400): check the owner, or ask your administrator.")},
    {R::ListRefused, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The cloud refused to list clusters (code %1): send the report to the provider.")},
    {R::LogForbidden, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "Clusters can be read, but not the operation log, so outcomes are harder to verify: ask your administrator for permission to read it.")},
    {R::LogFailed, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "Clusters can be read, but the operation log could not be read now: check again.")},
    {R::QuotaGood, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "This check used %1 of the %2 calls per hour. Calls of other programs with the same key are not counted.")},
    {R::QuotaLow, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "By Clusterdeck's own count, %1 of the %2 calls per hour are left: wait before you start large operations.")},
    {R::QuotaUsedUp, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The call quota is used up: wait up to an hour.")},
    {R::OnePage, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The whole list was received on one page (clusters: %1).")},
    {R::TwoPages, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The second page of the list was also received (clusters: %1).")},
    {R::NoTotal, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The server does not send the number of clusters, so a missing cluster cannot be noticed: compare with the provider's console.")},
    {R::SecondPageEmpty, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The server counts %1 clusters but sends only the first page, so the table stays incomplete: send the report to the provider.")},
    {R::SecondPageRepeats, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The server sends the first page again as the second, so the table stays incomplete: send the report to the provider.")},
    {R::SecondPageFailed, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The second page of the list could not be read, so the table would be incomplete: check again.")},
};
// clang-format on

/// Without plurals: units are abbreviated.
QString spanText(qint64 seconds)
{
    const qint64 span = std::abs(seconds);
    if (span < 120)
        return CheckText::tr("%1 s", "seconds").arg(numberText(span));
    if (span < 7200)
        return CheckText::tr("%1 min", "minutes").arg(numberText((span + 30) / 60));
    if (span < 172'800)
        return CheckText::tr("%1 h", "hours").arg(numberText((span + 1800) / 3600));
    return CheckText::tr("%1 d", "days").arg(numberText((span + 43'200) / 86'400));
}

/// `seconds`: how far this machine's clock is behind; negative: ahead.
QString clockText(bool good, qint64 seconds)
{
    const QString span = spanText(seconds);
    if (good)
        return seconds > 0
                   ? CheckText::tr("This computer's clock is %1 slow, which is accepted.").arg(span)
                   : CheckText::tr("This computer's clock is %1 fast, which is accepted.")
                         .arg(span);
    return seconds > 0
               ? CheckText::tr(
                     "This computer's clock is %1 slow: correct it, or let the system set it.")
                     .arg(span)
               : CheckText::tr(
                     "This computer's clock is %1 fast: correct it, or let the system set it.")
                     .arg(span);
}

QString figure(qint64 number)
{
    return number == 0 ? unknownDash() : numberText(number);
}

/// A code or a status, without thousands separators.
QString plainFigure(qint64 number)
{
    return number == 0 ? unknownDash() : QString::number(number);
}

QString filled(QString text, const CheckFinding &finding)
{
    const bool isCount = finding.step == CheckStep::Quota || finding.step == CheckStep::Paging;
    text.replace(QLatin1String("%1"),
                 isCount ? numberText(finding.number) : plainFigure(finding.number));
    text.replace(QLatin1String("%2"), figure(finding.of));
    const QString name = shownLine(finding.name, LongestNameShown);
    return text.replace(QLatin1String("%3"), name.isEmpty() ? unknownDash() : name);
}

} // namespace

QString stepText(CheckStep step)
{
    switch (step) {
    case CheckStep::Address:
        return CheckText::tr("Address");
    case CheckStep::HostName:
        return CheckText::tr("Host name");
    case CheckStep::Reachable:
        return CheckText::tr("Reachable");
    case CheckStep::Tls:
        return CheckText::tr("Encryption (TLS)");
    case CheckStep::Clock:
        return CheckText::tr("Clock");
    case CheckStep::Key:
        return CheckText::tr("Access key");
    case CheckStep::Signature:
        return CheckText::tr("Signature");
    case CheckStep::Zone:
        return CheckText::tr("Zone");
    case CheckStep::Rights:
        return CheckText::tr("Permissions");
    case CheckStep::Quota:
        return CheckText::tr("Call quota");
    case CheckStep::Paging:
        return CheckText::tr("Long lists");
    }
    Q_UNREACHABLE();
}

QString findingText(const CheckFinding &finding, bool running)
{
    if (running && finding.verdict == CheckVerdict::NotReached)
        return {};
    const bool near = std::abs(finding.number) <= 2;
    if (finding.reason == R::ClockOff || (finding.reason == R::ClockGood && !near))
        return clockText(finding.reason == R::ClockGood, finding.number);
    for (const Sentence &sentence : Sentences) {
        if (sentence.reason == finding.reason)
            return filled(CheckText::tr(sentence.text), finding);
    }
    Q_UNREACHABLE();
}

StateLook lookOf(const CheckFinding &finding, bool running)
{
    switch (finding.verdict) {
    case CheckVerdict::NotReached:
        return running
                   ? StateLook{CheckText::tr("Waiting"), Glyph::Dots, StatusColor::Neutral}
                   : StateLook{CheckText::tr("Not checked"), Glyph::Minus, StatusColor::Neutral};
    case CheckVerdict::Good:
        return {CheckText::tr("Good"), Glyph::Check, StatusColor::Good};
    case CheckVerdict::Warning:
        return {CheckText::tr("Warning"), Glyph::Warning, StatusColor::Warning};
    case CheckVerdict::Bad:
        return {CheckText::tr("Problem"), Glyph::Cross, StatusColor::Bad};
    }
    Q_UNREACHABLE();
}

QString summaryText(const QList<CheckFinding> &findings)
{
    const CheckVerdict worst = worstOf(findings);
    QStringList steps;
    for (const CheckFinding &finding : findings) {
        if (finding.verdict == worst)
            steps.append(stepText(finding.step));
    }
    const QString joined = steps.join(CheckText::tr(", ", "between names of steps"));
    if (worst == CheckVerdict::Bad)
        return CheckText::tr("Failed: %1.").arg(joined);
    if (worst == CheckVerdict::Warning)
        return CheckText::tr("It works, with warnings: %1.").arg(joined);
    return CheckText::tr("Everything is in order.");
}

StateLook summaryLook(const QList<CheckFinding> &findings)
{
    CheckFinding worst;
    worst.verdict = worstOf(findings);
    return lookOf(worst);
}

} // namespace clusterdeck
