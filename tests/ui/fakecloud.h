// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clock.h"
#include "app/operations/operationsdesk.h"

#include <QPointer>

namespace clusterdeck
{

/// A cloud that accepts what it is sent when a test says so, and whose reads never end.
class FakeCloud : public CloudApi
{
public:
    struct Sent {
        QString id;
        QPointer<QObject> context;
        Then<Accepted> then;
    };

    void listClusters(int, QObject *, Then<ClusterPage>) override {}
    void listOperations(const OperationQuery &, QObject *, Then<OperationPage>) override {}
    void send(Verb, const QString &id, QObject *context, Then<Accepted> then) override
    {
        sent.append({id, context, std::move(then)});
    }
    [[nodiscard]] QDateTime serverNow() const override { return QDateTime::currentDateTimeUtc(); }

    /// Answers the oldest request that is still without an answer.
    void answer(const Result<Accepted> &with)
    {
        const Sent first = sent.takeFirst();
        if (first.context)
            first.then(with);
    }

    QList<Sent> sent;
};

} // namespace clusterdeck
