// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/table/clustermodel.h"

namespace clusterdeck
{

/// A typed search text. A row matches if every word occurs in one of its texts (name, id, owner,
/// other text columns, the label of the account), without regard to case: as typed, or after
/// narrowedForList(), so that an id copied from a document is found. Empty: all rows match.
class ClusterSearch
{
public:
    ClusterSearch() = default;
    explicit ClusterSearch(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    [[nodiscard]] bool matches(const ClusterRow &row, const AccountLabel &label) const
    {
        return without(label).matches(row);
    }
    /// The search for rows of an account: without the words that occur in its label.
    [[nodiscard]] ClusterSearch without(const AccountLabel &label) const;
    /// Whether the row alone matches.
    [[nodiscard]] bool matches(const ClusterRow &row) const;

private:
    struct Word {
        QString text;
        QByteArray bytes;     ///< UTF-8, with ASCII letters in lower case
        bool caseless = true; ///< no letter outside ASCII has two cases
    };
    [[nodiscard]] static bool holds(const ClusterRow &row, const Word &word);
    [[nodiscard]] static bool holds(const AccountLabel &label, const Word &word);

    [[nodiscard]] static Word wordOf(const QString &text);

    QList<QList<Word>> m_words; ///< each word in one or two spellings
};

} // namespace clusterdeck
