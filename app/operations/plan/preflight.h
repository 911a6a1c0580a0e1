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

/// What a preflight has read within its time limit.
struct PreflightFacts {
    QList<ClusterListing> listings;
    QHash<QString, LogBefore> logs; ///< by account; only logs that could be read
};

/// A running preflight: ends when all answers have arrived, or, with the rows that have come by
/// then, when end() is called.
class Preflight : public QObject
{
public:
    using Then = std::function<void(const PreflightFacts &)>;

    /// `answers`: the number of arrived() calls to wait for; with 0 only end() ends it. `then` runs
    /// once, unless `context`, which owns this object, is destroyed before.
    Preflight(QObject *context, int answers, Then then)
        : QObject(context)
        , m_missing(answers)
        , m_then(std::move(then))
    {
    }

    void arrived(const ClusterListing &listing)
    {
        m_parts.remove(listing.account);
        m_facts.listings.append(listing);
        countDown();
    }

    /// Rows of a reading that has not arrived yet.
    void partArrived(const ClusterListing &part)
    {
        if (const auto known = m_parts.find(part.account); known != m_parts.end())
            known->clusters += part.clusters; // as old as the first
        else
            m_parts.insert(part.account, part);
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
        m_facts.listings += m_parts.values();
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
    QHash<QString, ClusterListing> m_parts; ///< by account
};

} // namespace clusterdeck
