// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/listing/clusterlisting.h"
#include "app/operations/batch/logevidence.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <utility>

namespace clusterdeck
{

/// What a preflight has read, by its time limit.
struct PreflightFacts {
    QList<ClusterListing> listings;
    QHash<QString, LogBefore> logs; ///< by account; those that could be read
};

/// One preflight on its way: waits for all that was asked for, or for its time to be up.
class Preflight : public QObject
{
public:
    using Then = std::function<void(const PreflightFacts &)>;

    /// `answers`: that it waits for.
    Preflight(QObject *context, int answers, Then then)
        : QObject(context)
        , m_missing(answers)
        , m_then(std::move(then))
    {
    }

    void arrived(const ClusterListing &listing)
    {
        m_facts.listings.append(listing);
        countDown();
    }

    void arrived(const QString &account, const Result<Page<OperationRecord>> &log)
    {
        if (log)
            m_facts.logs.insert(account, logBefore(*log));
        countDown();
    }

    void end()
    {
        if (!m_then)
            return;
        deleteLater();
        const Then then = std::exchange(m_then, {});
        then(m_facts);
    }

private:
    void countDown()
    {
        if (--m_missing == 0)
            end();
    }

    int m_missing;
    Then m_then;
    PreflightFacts m_facts;
};

} // namespace clusterdeck
