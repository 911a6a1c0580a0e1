// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"
#include "tests/app/api/vectors.h"
#include "tests/support/faultserver.h"
#include "tests/support/manualclock.h"

#include <QLocale>

#include <array>
#include <functional>
#include <memory>

namespace clusterdeck
{

/// A client, its server, its clock, and the context of its calls.
struct Cloud {
    explicit Cloud(const std::function<void(ApiSettings &)> &change = {})
    {
        ApiSettings settings;
        settings.baseUrl = server.url();
        settings.zone = QStringLiteral("jn1a");
        settings.owner = QStringLiteral("usr-IuZxPyn2");
        settings.credentials = vectors::credentials();
        if (change)
            change(settings);
        client = std::make_unique<ApiClient>(settings, clock);
    }

    void answerAll(const FaultAnswer &answer)
    {
        server.answerWith([answer](const RecordedRequest &) { return answer; });
    }

    void list(int offset = 0)
    {
        client->list(reads::clusters(), offset, asker.get(),
                     [this](const auto &result) { pages.append(result); });
    }

    void send(Verb verb = Verb::Delete, const QString &id = QStringLiteral("hpc-6o2qc9tl"))
    {
        client->send(verb, {id}, asker.get(),
                     [this](const Result<Accepted> &result) { sent.append(result); });
    }

    FaultServer server;
    ManualClock clock;
    std::unique_ptr<ApiClient> client;
    std::unique_ptr<QObject> asker = std::make_unique<QObject>();
    QList<Result<Page<ClusterRecord>>> pages;
    QList<Result<Accepted>> sent;
};

/// A cloud whose six concurrent requests are reads that hang; resetting an occupant frees one.
struct Busy : Cloud {
    explicit Busy(const std::function<void(ApiSettings &)> &change = {})
        : Cloud(change)
    {
        answerAll(FaultAnswer::of(Fault::Hang));
        for (auto &occupant : occupants) {
            occupant = std::make_unique<QObject>();
            client->list(reads::clusters(), 0, occupant.get(), [](const auto &) {});
        }
    }
    [[nodiscard]] bool full() const { return server.complete() == ApiClient::MaxInFlight; }

    std::array<std::unique_ptr<QObject>, ApiClient::MaxInFlight> occupants;
};

/// The error of a call that should have failed; an empty error when the call succeeded.
template <class T>
ApiError errorOf(const Result<T> &result)
{
    return result.has_value() ? ApiError() : result.error();
}

inline FaultAnswer noClusters()
{
    return FaultAnswer::json(R"({"ret_code": 0, "total_count": 0, "cluster_set": []})");
}

inline FaultAnswer withDate(FaultAnswer answer, const QDateTime &date)
{
    answer.headers +=
        "Date: " +
        QLocale::c().toString(date, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toLatin1();
    return answer;
}

} // namespace clusterdeck
