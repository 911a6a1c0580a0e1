// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/plan/plan.h"

#include <QUrl>

namespace clusterdeck
{

/// The clusters of one owner in a plan, for a mail to the owner before anything is sent.
struct OwnerNotice {
    QString account;
    QString owner;          ///< the owner, else the run user; empty when neither is known
    QString address;        ///< see mailAddressIn(); may be empty
    QList<qsizetype> items; ///< places in Plan::items, at least one

    bool operator==(const OwnerNotice &) const = default;
};

/// One notice for each owner and account, in the order of the plan's items; those without a known
/// owner are the last. Every item is in exactly one.
[[nodiscard]] QList<OwnerNotice> ownerNotices(const Plan &plan);

/// `owner` if it is a mail address, such as "wang@lab.example"; else empty: the address is not
/// known.
[[nodiscard]] QString mailAddressIn(const QString &owner);

/// In bytes. Mail programs and desktops cut longer "mailto:" URLs.
inline constexpr qsizetype LongestMailUrl = 2000;

/// A "mailto:" URL by RFC 6068 with everything percent-encoded, and CR LF as line ends. `address`
/// may be empty. std::nullopt when the URL would be longer than LongestMailUrl.
[[nodiscard]] std::optional<QUrl> mailUrl(const QString &address, const QString &subject,
                                          const QString &body);

} // namespace clusterdeck
