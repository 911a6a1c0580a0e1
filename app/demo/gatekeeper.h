// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/wiresignature.h"

#include <QString>

#include <deque>
#include <optional>

namespace clusterdeck::demo
{

/// Why a request was not carried out: a code of app/api/README.md §7 and a sentence.
struct Refusal {
    int code = 0;
    QString message;
};

/// Checks the common parameters, signature, time and quota of a request (app/api/README.md §1 to
/// §3), not the call itself.
class Gatekeeper
{
public:
    static constexpr int CallsPerHour = 2000;
    static constexpr qint64 MaxAgeSeconds = 60;

    Gatekeeper(QByteArray keyId, QByteArray secret, QByteArray zone);

    /// Nothing when the request is accepted. `now`: UTC, milliseconds since 1970. Every request
    /// with a valid signature and time counts against the quota, unless the quota is used up.
    [[nodiscard]] std::optional<Refusal> check(const WireRequest &request, qint64 now);

    /// Sets the number of calls left in the hour; without a value the documented quota applies.
    void setCallsLeft(std::optional<int> calls);

private:
    [[nodiscard]] std::optional<Refusal> checkForm(const QueryItems &items) const;
    [[nodiscard]] std::optional<Refusal> checkTime(const QByteArray &timestamp, qint64 now) const;
    [[nodiscard]] std::optional<Refusal> countCall(qint64 now);

    QByteArray m_keyId;
    QByteArray m_secret;
    QByteArray m_zone;
    std::deque<qint64> m_calls; ///< times of the calls in the last hour
    qsizetype m_quota = CallsPerHour;
};

} // namespace clusterdeck::demo
