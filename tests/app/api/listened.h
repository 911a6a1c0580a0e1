// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/transport.h"
#include "tests/app/api/vectors.h"
#include "tests/support/faultserver.h"

#include <QPointer>
#include <QTest>

#include <optional>

namespace clusterdeck
{

/// One call and all signals it has sent.
struct Listened {
    Listened(Transport &network, const QUrl &url, const ApiRequest &request)
        : call(new ApiCall(network, url, request))
    {
        QObject::connect(call, &ApiCall::finished, &context,
                         [this](const Result<QJsonObject> &answer) {
                             ++times;
                             result = answer;
                         });
        QObject::connect(call, &ApiCall::serverDate, &context, [this](const QDateTime &date) {
            dates += date;
            dateCameFirst = times == 0;
        });
    }
    ~Listened() { delete call; }

    void start(std::chrono::milliseconds deadline = std::chrono::seconds(30))
    {
        call->start(vectors::credentials(), vectors::moment(), deadline);
    }
    [[nodiscard]] ApiError error() const
    {
        return result && !result->has_value() ? result->error() : ApiError();
    }

    QObject context;
    QPointer<ApiCall> call;
    int times = 0;
    std::optional<Result<QJsonObject>> result;
    QList<QDateTime> dates;
    bool dateCameFirst = false;
};

struct OwnTransport {
    Transport network;
};

/// The same, with its own transport, run to its end.
struct Ended : OwnTransport, Listened {
    Ended(const QUrl &url, const ApiRequest &request,
          std::chrono::milliseconds deadline = std::chrono::seconds(30))
        : Listened(network, url, request)
    {
        start(deadline);
        if (!QTest::qWaitFor([this] { return times > 0; }, 60'000) || times > 1)
            qFatal("the exchange ended %d times", times);
    }
};

inline ApiRequest read()
{
    return vectors::all().at(0).request;
}

inline ApiRequest write()
{
    return vectors::all().at(2).request;
}

} // namespace clusterdeck
