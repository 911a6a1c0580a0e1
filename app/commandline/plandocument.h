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

/// How long a plan that needs approval may be applied: at least an hour, at most LongestValidity.
using Validity = std::chrono::hours;
inline constexpr Validity LongestValidity{30 * 24};

/// The validity in a text such as "7d" or "12h"; std::nullopt for other text, for 0, and beyond
/// LongestValidity.
[[nodiscard]] std::optional<Validity> validityFrom(const QString &given);

/// One JSON object in the form of jsonText(). `labels`: by account. `madeAt`: UTC by this machine's
/// clock. `validity`: of a plan that needs approval, which has an approval code; std::nullopt:
/// PlanLife.
[[nodiscard]] QByteArray planDocument(const Plan &plan, const QHash<QString, AccountLabel> &labels,
                                      const QDateTime &madeAt,
                                      std::optional<Validity> validity = {});

/// The hash of a plan document, 64 hexadecimal digits: SHA-256 of its compact JSON, with the
/// members sorted by name and without the members "hash" and "approval_code". Empty when the
/// document is not a JSON object.
[[nodiscard]] QString planHash(const QByteArray &document);

/// Whether `given` is that hash, or at least its first 16 digits, in either case and with or
/// without "sha256:" in front.
[[nodiscard]] bool isHashOf(const QString &given, const QString &hash);
/// Whether `given` has a form that isHashOf() accepts.
[[nodiscard]] bool isHash(const QString &given);

/// A short form of the hash, which people can copy from a sheet of paper: its first 80 bits as
/// "7K3M-9QXP-2TRW-8HJD". `hash`: from planHash(), not empty. Digits and letters without I, L, O
/// and U. Another or a changed plan has another code. Only the whole hash protects against somebody
/// who searches for two plans with the same code.
[[nodiscard]] QString approvalCode(const QString &hash);
/// `given` in the form of approvalCode(): either case, with or without hyphens and blanks, with O
/// for 0 and I or L for 1. Empty when it can be no approval code.
[[nodiscard]] QString approvalCodeFrom(const QString &given);

struct WrittenPlan {
    Plan plan;                            ///< with Plan::approval, if it is made to be approved
    QDateTime madeAt;                     ///< UTC
    QString hash;                         ///< planHash()
    QHash<QString, AccountLabel> labels;  ///< by account: the names that were shown
    std::chrono::seconds life = PlanLife; ///< how long it may be applied

    /// Whether the approval code must be given to apply the plan.
    [[nodiscard]] bool needsApproval() const { return !plan.approval.code.isEmpty(); }
    /// Whether the plan is too old to be applied, or its time is in the future.
    [[nodiscard]] bool isOver(const QDateTime &now) const;
};

/// The largest file of a plan, or of a list of clusters, that is read, in bytes. Far more than
/// either needs; a larger file is a mistake.
inline constexpr qint64 LargestInput = qint64{64} * 1024 * 1024;

/// Why a file is not accepted as a plan.
struct PlanProblem {
    enum class Kind {
        NotAPlan,     ///< not the JSON of a plan
        OtherVersion, ///< of Clusterdeck
        Changed,      ///< its hash or approval code does not match
        Empty,        ///< it has no clusters
        Damaged,      ///< `part` cannot be read, or does not match the other parts
    };
    Kind kind = Kind::NotAPlan;
    QString part; ///< a JSON member, or "items 3"; empty when it is not Damaged

    bool operator==(const PlanProblem &) const = default;
};

/// Reads a document of planDocument(). Strict: people have agreed to the plan, so nothing in it is
/// guessed, and values that follow from its facts (tier, countdown, times) must match them.
[[nodiscard]] tl::expected<WrittenPlan, PlanProblem> planFrom(const QByteArray &document);

/// Why a file is not accepted as a list of cluster IDs.
struct IdListProblem {
    enum class Kind {
        Binary,     ///< see ListTextProblem
        Encoding,   ///< see ListTextProblem
        Empty,      ///< it has no IDs
        NotAnId,    ///< `line` is something else, or has several IDs
        MayLeaveOut ///< `line` may say to leave its cluster out, or line `because` says so of it
    };
    Kind kind = Kind::Empty;
    int line = 0;    ///< from 1; 0 without one
    int because = 0; ///< from 1; 0 without one
    QString text;    ///< of `line`, as in the file

    bool operator==(const IdListProblem &) const = default;
};

/// The cluster IDs in a file, read like a pasted list (see ListMatcher): one per line or cell, or
/// in the column of a table whose first line names it. Empty lines and lines that begin with # or
/// // are ignored; a repeated ID counts once. Anything else, and any doubt, is an error that quotes
/// the line: a list is understood completely or not at all. The IDs are spelled as in the file,
/// with narrow characters; their case may differ from the cloud's.
[[nodiscard]] tl::expected<QStringList, IdListProblem> idsFrom(const QByteArray &bytes);

} // namespace clusterdeck
