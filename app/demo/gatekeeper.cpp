// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/gatekeeper.h"

#include <QDateTime>

namespace clusterdeck::demo
{

namespace
{

constexpr qint64 HourMs = 3'600'000;

/// Milliseconds since 1970 of a text YYYY-MM-DDThh:mm:ssZ; nothing for any other form.
std::optional<qint64> momentOf(const QByteArray &timestamp)
{
    const QString text = QString::fromLatin1(timestamp);
    const QDateTime moment = QDateTime::fromString(text, Qt::ISODate);
    if (!moment.isValid() || moment.toUTC().toString(Qt::ISODate) != text)
        return std::nullopt;
    return moment.toMSecsSinceEpoch();
}

QString shown(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes.left(64));
}

} // namespace

Gatekeeper::Gatekeeper(QByteArray keyId, QByteArray secret, QByteArray zone)
    : m_keyId(std::move(keyId))
    , m_secret(std::move(secret))
    , m_zone(std::move(zone))
{
}

std::optional<Refusal> Gatekeeper::check(const WireRequest &request, qint64 now)
{
    const QueryItems items = decodedQuery(request.query);
    if (auto refusal = checkForm(items))
        return refusal;
    if (valueOf(items, "access_key_id") != m_keyId)
        return Refusal{1200, QStringLiteral("AuthFailure, access key [%1] is not known")
                                 .arg(shown(valueOf(items, "access_key_id")))};
    const QByteArray expected =
        expectedSignature(request.method, request.path, items, request.body, m_secret);
    if (signatureText(valueOf(items, "signature")) != expected)
        return Refusal{1200, QStringLiteral("AuthFailure, signature does not match")};
    if (auto refusal = checkTime(valueOf(items, "timestamp"), now))
        return refusal;
    if (auto refusal = countCall(now))
        return refusal;
    if (valueOf(items, "zone") != m_zone)
        return Refusal{1100, QStringLiteral("InvalidRequestFormat, zone [%1] does not exist")
                                 .arg(shown(valueOf(items, "zone")))};
    return std::nullopt;
}

std::optional<Refusal> Gatekeeper::checkForm(const QueryItems &items) const
{
    for (const char *name : {"access_key_id", "signature_method", "signature_version", "timestamp",
                             "version", "zone", "signature"}) {
        if (valueOf(items, name).isEmpty())
            return Refusal{1100, QStringLiteral("InvalidRequestFormat, parameter [%1] is missing")
                                     .arg(QLatin1String(name))};
    }
    const std::pair<const char *, const char *> fixed[] = {
        {"signature_method", "HmacSHA256"}, {"signature_version", "1"}, {"version", "1"}};
    for (const auto &[name, value] : fixed) {
        if (valueOf(items, name) != value)
            return Refusal{1100, QStringLiteral("InvalidRequestFormat, parameter [%1] must be [%2]")
                                     .arg(QLatin1String(name), QLatin1String(value))};
    }
    if (!momentOf(valueOf(items, "timestamp")))
        return Refusal{1100, QStringLiteral("InvalidRequestFormat, timestamp must be written "
                                            "YYYY-MM-DDThh:mm:ssZ")};
    return std::nullopt;
}

std::optional<Refusal> Gatekeeper::checkTime(const QByteArray &timestamp, qint64 now) const
{
    const qint64 age = now - momentOf(timestamp).value_or(0);
    if (qAbs(age) <= MaxAgeSeconds * 1000)
        return std::nullopt;
    return Refusal{1300,
                   QStringLiteral("RequestHasExpired, timestamp [%1] is %2 seconds off")
                       .arg(QString::fromLatin1(timestamp), QString::number(qAbs(age) / 1000))};
}

std::optional<Refusal> Gatekeeper::countCall(qint64 now)
{
    while (!m_calls.empty() && m_calls.front() <= now - HourMs)
        m_calls.pop_front();
    if (static_cast<qsizetype>(m_calls.size()) >= m_quota)
        return Refusal{2500, QStringLiteral("QuotasExceeded, no API calls are left in this hour")};
    m_calls.push_back(now);
    return std::nullopt;
}

void Gatekeeper::setCallsLeft(std::optional<int> calls)
{
    m_quota = calls ? static_cast<qsizetype>(m_calls.size()) + *calls : CallsPerHour;
}

} // namespace clusterdeck::demo
