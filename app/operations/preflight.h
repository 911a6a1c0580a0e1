// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/clusterlisting.h"

#include <QObject>

#include <functional>
#include <utility>

namespace clusterdeck
{

/// One preflight on its way: waits for a listing of every account, or for its time to be up.
class Preflight : public QObject
{
public:
    using Then = std::function<void(const QList<ClusterListing> &)>;

    Preflight(QObject *context, int accounts, Then then)
        : QObject(context)
        , m_missing(accounts)
        , m_then(std::move(then))
    {
    }

    void arrived(const ClusterListing &listing)
    {
        if (!m_then)
            return;
        m_listings.append(listing);
        if (--m_missing == 0)
            end();
    }

    void end()
    {
        if (!m_then)
            return;
        deleteLater();
        const Then then = std::exchange(m_then, {});
        then(m_listings);
    }

private:
    int m_missing;
    Then m_then;
    QList<ClusterListing> m_listings;
};

} // namespace clusterdeck
