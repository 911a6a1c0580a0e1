// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/clusterrow.h"

#include <QDate>

namespace clusterdeck
{

/// Marks in the description of a cluster, the one field that all users of an account share:
/// "[keep]", "[keep until 2027-03-31]", "[expires 2026-12-31]". Case, the width of characters, and
/// extra spaces do not matter, and the brackets of Chinese keyboards, 【keep】, count as well.
/// Other text between brackets that has the word "keep" or 保留 or begins with "expires", for
/// example with a day that does not exist, is a mark that is not understood and counts as "[keep]".
/// Of several marks of one kind the latest day applies.
struct Marks {
    bool keep = false;
    QDate keepUntil{};         ///< with `keep`: the last day; invalid: without an end
    QDate expires{};           ///< the last day; invalid: there is no such mark
    bool allUnderstood = true; ///< false: a mark counts as "[keep]" because it is not understood

    bool operator==(const Marks &) const = default;
};

[[nodiscard]] Marks marksIn(const QString &description);
[[nodiscard]] Marks marksOf(const ClusterRow &cluster);

/// Whether `day` is over everywhere on Earth, so that it ends at the same moment for all users, and
/// for none too early. `now`: UTC; when invalid, no day is over.
[[nodiscard]] bool isOver(const QDate &day, const QDateTime &now);

/// Whether a mark protects the cluster from deletion now.
[[nodiscard]] bool isKept(const Marks &marks, const QDateTime &now);
/// Whether a mark says that the cluster has expired by now.
[[nodiscard]] bool isExpired(const Marks &marks, const QDateTime &now);

/// The Julian day number of the last day on which the cluster is kept, or after which it expires;
/// infinity: kept without an end; std::nullopt: there is no such mark.
[[nodiscard]] std::optional<double> lastDayKept(const ClusterRow &cluster);
[[nodiscard]] std::optional<double> lastDayBeforeExpiry(const ClusterRow &cluster);

/// A user's change of the marks of one kind. Marks of the other kind stay.
struct MarkChange {
    enum class What { Keep, Expire, RemoveKeep, RemoveExpiry };
    What what = What::Keep;
    QDate day{}; ///< the last day, for Keep and Expire; Keep: invalid means without an end

    bool operator==(const MarkChange &) const = default;
};

/// The mark that Keep or Expire write.
[[nodiscard]] QString markText(const MarkChange &change);

/// `description` with the change. The user's own text stays unchanged, and so do marks that are not
/// understood. A new mark replaces the first mark of its kind, and the others of its kind are
/// removed; if there is none, it is added at the end, after a space. A mark is removed together
/// with one adjacent space. Returns the same text when the marks already match. The result may be
/// too long: see descriptionProblem().
[[nodiscard]] QString withMark(const QString &description, const MarkChange &change);

/// The user's own text: without marks that are understood, trimmed.
[[nodiscard]] QString withoutMarks(const QString &description);

} // namespace clusterdeck
