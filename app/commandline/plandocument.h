// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/table/clustermodel.h"
#include "app/operations/plan/plan.h"

#include <chrono>
#include <tl/expected.hpp>

namespace clusterdeck
{

/// A plan as a file, which can be reviewed and passed on before anything is sent. It contains the
/// facts that were shown, so that applying it confirms exactly these, and no secrets. It contains
/// its own hash: a changed file is refused, and a hash from a trusted source identifies the plan.

/// How long a plan may be applied, since its facts become outdated.
inline constexpr std::chrono::minutes PlanLife{30};

/// One JSON object in the form of jsonText(). `labels`: by account. `madeAt`: UTC by this machine's
/// clock.
[[nodiscard]] QByteArray planDocument(const Plan &plan, const QHash<QString, AccountLabel> &labels,
                                      const QDateTime &madeAt);

/// The hash of a plan document, 64 hexadecimal digits: SHA-256 of its compact JSON, with the
/// members sorted by name and without the member "hash". Empty when the document is not a JSON
/// object.
[[nodiscard]] QString planHash(const QByteArray &document);

/// Whether `given` is that hash, or at least its first 16 digits, in either case and with or
/// without "sha256:" in front.
[[nodiscard]] bool isHashOf(const QString &given, const QString &hash);
/// Whether `given` can be the hash of any plan.
[[nodiscard]] bool isHash(const QString &given);

struct WrittenPlan {
    Plan plan;
    QDateTime madeAt;                    ///< UTC
    QString hash;                        ///< planHash()
    QHash<QString, AccountLabel> labels; ///< by account: the names that were shown

    /// Whether the plan is too old to be applied, or its time is in the future.
    [[nodiscard]] bool isOver(const QDateTime &now) const;
    [[nodiscard]] QList<ClusterKey> keys() const;
};

/// Reads a document of planDocument(). Strict: a plan was agreed to, so that nothing in it is
/// guessed, and values that follow from its facts (tier, countdown, times) must match them. The
/// error is one English sentence.
[[nodiscard]] tl::expected<WrittenPlan, QString> planFrom(const QByteArray &document);

/// The cluster IDs in a file, read like a pasted list (see ListMatcher): one per line or cell, or
/// in the column of a table whose first line names it. Empty lines and lines that begin with # or
/// // are ignored; a repeated ID counts once. Anything else, and any doubt, is an error that quotes
/// the line: a list is understood completely or not at all. The IDs are spelled as in the file,
/// with narrow characters; their case may differ from the cloud's.
[[nodiscard]] tl::expected<QStringList, QString> idsFrom(const QByteArray &bytes);

} // namespace clusterdeck
