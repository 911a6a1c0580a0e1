// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/table/clustermodel.h"
#include "app/operations/plan/plan.h"

#include <chrono>
#include <tl/expected.hpp>

namespace clusterdeck
{

/// A plan as a file: what a person may read, sign and hand on before anything is sent. It holds the
/// facts that were shown, so that whoever applies it confirms exactly these. No secrets. Its hash
/// is in it: a file that was changed is no plan any more, and who has the hash from elsewhere can
/// make sure of the plan.

/// How long a plan may be applied: facts grow old.
inline constexpr std::chrono::minutes PlanLife{30};

/// One JSON object in the form of jsonText(). `labels` are the names that people know the accounts
/// by; `madeAt` is in UTC, by the machine's clock.
[[nodiscard]] QByteArray planDocument(const Plan &plan, const QHash<QString, AccountLabel> &labels,
                                      const QDateTime &madeAt);

/// The hash of a plan document, 64 hexadecimal digits: SHA-256 of its compact JSON, members in the
/// order of their names, without the member "hash". Empty when it is no JSON object.
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

    /// Too old to be applied, or from a time that has not come.
    [[nodiscard]] bool isOver(const QDateTime &now) const;
    [[nodiscard]] QList<ClusterKey> keys() const;
};

/// Reads what planDocument() wrote. Strict: a plan is what a person agreed to, so that nothing in
/// it is guessed, and what follows from its facts (tier, countdown, times) must follow from them.
/// What is wrong is said in one English sentence.
[[nodiscard]] tl::expected<WrittenPlan, QString> planFrom(const QByteArray &document);

/// Cluster IDs out of a file, read as the window reads a list (see ListMatcher): one in each line
/// or cell, or in the column of a table whose first line names it. Empty lines and lines that begin
/// with # or // do not count; an ID that comes again is taken once. Anything else, and whatever
/// raises a doubt, is an error that quotes the line: a list that is not understood is not half
/// understood. An ID is spelled as in the file, with narrow characters; its case may be another
/// one.
[[nodiscard]] tl::expected<QStringList, QString> idsFrom(const QByteArray &bytes);

} // namespace clusterdeck
