// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/table/clustermodel.h"

namespace clusterdeck
{

/// What a person typed to find clusters: every word must occur somewhere in what a row shows (name,
/// id, owner, any other text column, the account's label), whatever the case: as it was typed, or
/// as narrowedForList() reads it, so that an id out of a letter is found. Empty: every row.
class ClusterSearch
{
public:
    ClusterSearch() = default;
    explicit ClusterSearch(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    [[nodiscard]] bool matches(const ClusterRow &row, const AccountLabel &label) const;

private:
    struct Word {
        QString text;
        QByteArray bytes;     ///< UTF-8, ASCII letters small
        bool caseless = true; ///< but for ASCII it has no letter of two cases
    };
    [[nodiscard]] static bool holds(const ClusterRow &row, const Word &word);
    [[nodiscard]] static bool holds(const AccountLabel &label, const Word &word);

    [[nodiscard]] static Word wordOf(const QString &text);

    QList<QList<Word>> m_words; ///< each in one or two spellings
};

} // namespace clusterdeck
