// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/checktext.h"

#include "ui/text/format.h"

#include <QCoreApplication>
#include <QLocale>

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
    {R::NotReached, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "Can be looked at once the steps before it are in order.")},
    {R::Unclear, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "What came back does not tell.")},
    {R::AddressGood, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The address has the right form.")},
    {R::AddressIsNone, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "This is no web address: enter one like https://hpc.api.qingcloud.com.")},
    {R::PlainHttp, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "Plain http would send everything readable for others: begin the address with https://.")},
    {R::PathOrQuery, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "Enter the host alone, without a user before it or a path behind it: Clusterdeck adds the rest.")},
    {R::HostKnown, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The host's name is known.")},
    {R::NoNameNeeded, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "No name had to be looked up.")},
    {R::HostUnknown, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "There is no host of this name: check the spelling of the address and the network connection.")},
    {R::Reached, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The host answers.")},
    {R::NoConnection, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "No connection came about, or it broke without an answer: check the network connection, the address and any firewall.")},
    {R::Refused, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The host is there, but nothing answers at this address: check the address and its port.")},
    {R::ReachedByProxy, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The host answers, through the proxy %3.")},
    {R::ProxyInTheWay, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The proxy %3 does not let the request through: check this machine's proxy settings.")},
    {R::ProxySilent, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "This machine's proxy settings (%3) named no proxy in time: check them, then start Clusterdeck again.")},
    {R::TooSlow, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "No answer came in time: check the network connection, then try again.")},
    {R::BrokeOff, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "An answer began and did not come to its end: try again; if it stays so, look for a proxy or firewall in between.")},
    {R::GivenUp, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The request was given up before an answer came: check again.")},
    {R::RedirectedAway, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The server sends requests on to another place, which is never followed: check the address, or sign in to the network if it wants that.")},
    {R::NotTheService, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "Something answers here, but not as the EHPC service does (HTTP %1): check the address.")},
    {R::GatewayFault, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "A gateway in front of the cloud has a fault (HTTP %1): try again in a moment.")},
    {R::CallUnknown, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The service here knows no list of clusters (code %1): check that the address is that of the EHPC service.")},
    {R::ServiceFault, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The cloud had an internal fault (code %1): try again in a moment; if it stays so, ask the provider.")},
    {R::ServiceUpdating, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The cloud is being updated: try again later.")},
    {R::TlsGood, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The connection is encrypted, and the certificate is good for this host.")},
    {R::TlsNotNeeded, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "Not encrypted, and need not be: nothing leaves this machine.")},
    {R::TlsExpired, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The server's certificate has expired or is not valid yet: check this machine's date; if it is right, tell the provider.")},
    {R::TlsWrongHost, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The server's certificate is made out for another host: check the address.")},
    {R::TlsSelfSigned, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The server signed its certificate itself: if that is right for your cloud, give the account its CA file.")},
    {R::TlsUnknownIssuer, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "Nobody that this machine trusts has signed the server's certificate: if your cloud has its own authority, give the account its CA file.")},
    {R::TlsTooOld, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The server speaks no TLS version that is still safe (1.2 or newer): check the address, or ask the provider.")},
    {R::TlsCaFile, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The account's CA file has no full path, cannot be read or holds no certificate: choose another one, or none.")},
    {R::TlsOther, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The server's certificate was not accepted: check the address and this machine's date.")},
    {R::ClockGood, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "This machine's clock agrees with the cloud's.")},
    {R::ClockRefused, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The cloud did not accept the time of this machine's clock: set it right, best by letting the system set it.")},
    {R::ClockUnknown, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The server did not tell its time: see for yourself that this machine's clock is right.")},
    {R::ClockAccepted, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The server did not tell its time, but accepted that of this machine.")},
    {R::KeyAccepted, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The cloud knows this access key.")},
    {R::KeyMissing, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "No access key id is given: enter the one that the provider's console shows.")},
    {R::SecretMissing, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "No secret is given: enter the one that the provider's console gave out with the key.")},
    {R::KeyOrSecretWrong, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The key id or its secret is wrong, and the cloud does not say which: enter both again, and see in the provider's console whether the key is still active.")},
    {R::SignInRefused, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The cloud refused this key's user (code %1): look into the provider's console, or ask your administrator.")},
    {R::SignatureAccepted, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The cloud accepted the signature.")},
    {R::SignatureSelfTested, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "Not accepted, but Clusterdeck signs the provider's published example correctly: it is the key id or the secret, not the way of signing.")},
    {R::SignatureBroken, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "Clusterdeck does not sign the provider's published example correctly: this copy of it is broken, so install it again.")},
    {R::ZoneAccepted, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The cloud knows the zone and shows clusters there.")},
    {R::ZoneWithoutClusters, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The cloud accepted the zone and shows no clusters there: if there should be some, check zone and owner.")},
    {R::ZoneMissing, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "No zone is given: enter the one that the provider's console names, for example jn1a.")},
    {R::ZoneSuspect, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The cloud finds fault with the request (code 1100), most likely with the zone: check the zone, then the owner.")},
    {R::ZoneOrOwnerUnknown, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The cloud finds no such zone or owner (code 2100): check both.")},
    {R::MayRead, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "Clusters and the operation log may be read. Whether this key may also delete, stop or start shows only when it is done.")},
    {R::MayNotList, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "This key may not list the clusters of this owner (code 1400): check the owner, or ask your administrator.")},
    {R::ListRefused, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The cloud refused to list clusters (code %1): ask the provider, with the report.")},
    {R::LogForbidden, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "Clusters may be read, the operation log not, and without it the end of an operation is hard to tell: ask your administrator for that right.")},
    {R::LogFailed, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "Clusters may be read; the operation log could not be read just now: check again.")},
    {R::QuotaGood, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "This check took %1 of the %2 calls an hour. What other programs use with the same key is not known here.")},
    {R::QuotaLow, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "By our own count %1 of the %2 calls an hour are left: wait before you begin anything large.")},
    {R::QuotaUsedUp, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The provider says that the quota of calls is used up: wait up to an hour.")},
    {R::OnePage, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The whole list came on one page (clusters: %1).")},
    {R::TwoPages, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The second page of the list came too (clusters: %1).")},
    {R::NoTotal, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The server does not say how many clusters there are, so a missing one would not be noticed: compare with the provider's console.")},
    {R::SecondPageEmpty, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The server counts %1 clusters but shows the first page only, so the table stays incomplete: ask the provider, with the report.")},
    {R::SecondPageRepeats, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The server sends the first page again as the second, so the table stays incomplete: ask the provider, with the report.")},
    {R::SecondPageFailed, QT_TRANSLATE_NOOP("clusterdeck::CheckText", "The second page of the list could not be read, so the table would be incomplete: check again.")},
};
// clang-format on

/// Without plurals: units are abbreviated.
QString spanText(qint64 seconds)
{
    const QLocale locale;
    const qint64 span = std::abs(seconds);
    if (span < 120)
        return CheckText::tr("%1 s", "seconds").arg(locale.toString(span));
    if (span < 7200)
        return CheckText::tr("%1 min", "minutes").arg(locale.toString((span + 30) / 60));
    if (span < 172'800)
        return CheckText::tr("%1 h", "hours").arg(locale.toString((span + 1800) / 3600));
    return CheckText::tr("%1 d", "days").arg(locale.toString((span + 43'200) / 86'400));
}

/// The cloud is `seconds` ahead; negative: behind.
QString clockText(bool good, qint64 seconds)
{
    const QString span = spanText(seconds);
    if (good)
        return seconds > 0 ? CheckText::tr("This machine's clock is %1 slow, which is near enough.")
                                 .arg(span)
                           : CheckText::tr("This machine's clock is %1 fast, which is near enough.")
                                 .arg(span);
    return seconds > 0 ? CheckText::tr("This machine's clock is %1 slow: set it right, best by "
                                       "letting the system set it.")
                             .arg(span)
                       : CheckText::tr("This machine's clock is %1 fast: set it right, best by "
                                       "letting the system set it.")
                             .arg(span);
}

QString figure(qint64 number)
{
    return number == 0 ? unknownDash() : QLocale().toString(number);
}

/// A code or a status: no thousands separator.
QString plainFigure(qint64 number)
{
    return number == 0 ? unknownDash() : QString::number(number);
}

QString filled(QString text, const CheckFinding &finding)
{
    const bool isCount = finding.step == CheckStep::Quota || finding.step == CheckStep::Paging;
    text.replace(QLatin1String("%1"),
                 isCount ? QLocale().toString(finding.number) : plainFigure(finding.number));
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
        return CheckText::tr("Rights");
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
                   : StateLook{CheckText::tr("Not reached"), Glyph::Minus, StatusColor::Neutral};
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
        return CheckText::tr("There is a problem: %1.").arg(joined);
    if (worst == CheckVerdict::Warning)
        return CheckText::tr("It works, but look at: %1.").arg(joined);
    return CheckText::tr("Everything is in order.");
}

StateLook summaryLook(const QList<CheckFinding> &findings)
{
    CheckFinding worst;
    worst.verdict = worstOf(findings);
    return lookOf(worst);
}

} // namespace clusterdeck
