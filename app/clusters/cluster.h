// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/records.h"
#include "app/support/environmentcolor.h"

#include <QHashFunctions>
#include <QMetaType>

namespace clusterdeck
{

/// Identifies a row of the table. Two accounts may list the same cluster id, and requests are
/// signed with the key of the account.
struct ClusterKey {
    QString account; ///< see Account::id
    QString id;      ///< the cluster's id

    bool operator==(const ClusterKey &) const = default;
};

[[nodiscard]] inline size_t qHash(const ClusterKey &key, size_t seed = 0) noexcept
{
    return qHashMulti(seed, key.account, key.id);
}

/// One cluster, as one account lists it.
struct Cluster {
    QString account;
    ClusterRecord record;

    [[nodiscard]] ClusterKey key() const { return {account, record.id}; }
    bool operator==(const Cluster &) const = default;
};

/// What the table shows about the account of a cluster.
struct AccountLabel {
    QString name;
    QString zone;
    QString environment = {}; ///< "PROD", as typed; may be empty
    EnvironmentColor color = EnvironmentColor::None;

    bool operator==(const AccountLabel &) const = default;
};

} // namespace clusterdeck

Q_DECLARE_METATYPE(clusterdeck::ClusterKey)
