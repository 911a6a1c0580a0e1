// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/details/overview.h"

#include <algorithm>
#include <array>

namespace clusterdeck
{

namespace
{

using Text = ClusterRow::Text;
using Number = ClusterRow::Number;

std::optional<int> countIn(const ClusterRow &row, Number which)
{
    const int most = which == &ClusterRecord::nodes ? MostNodes : MostJobs;
    const auto number = row.number(which);
    return number && *number >= 0 && *number <= most ? std::optional(int(*number)) : std::nullopt;
}

std::optional<double> hoursIn(const ClusterRow &row)
{
    const auto hours = row.number(&ClusterRecord::cpuHours);
    return hours && *hours >= 0 && *hours <= MostHours ? hours : std::nullopt;
}

/// Counts rows by the bytes of a text. Consecutive rows mostly have the same text.
class Words
{
public:
    void add(const ClusterRow &row, Text which, const std::optional<int> &nodes)
    {
        const QByteArrayView bytes = row.bytesOf(which);
        if (m_last < 0 || QByteArrayView(m_lastBytes) != bytes) {
            m_lastBytes = bytes.toByteArray();
            m_last = m_places.value(m_lastBytes, -1);
        }
        if (m_last < 0) {
            m_last = int(m_words.size());
            m_places.insert(m_lastBytes, m_last);
            m_words.append({row.text(which), false, {}});
        }
        m_words[m_last].count.add(nodes);
    }

    [[nodiscard]] QList<WordCount> largestFirst() const
    {
        QList<WordCount> all = m_words;
        std::sort(all.begin(), all.end(), [](const WordCount &a, const WordCount &b) {
            return a.count.clusters != b.count.clusters ? a.count.clusters > b.count.clusters
                                                        : a.word < b.word;
        });
        if (all.size() <= Overview::MostWords)
            return all;
        WordCount rest{{}, true, {}};
        for (const WordCount &word : all.mid(Overview::MostWords))
            rest.count += word.count;
        all.resize(Overview::MostWords);
        return all << rest;
    }

private:
    QList<WordCount> m_words;
    QHash<QByteArray, int> m_places; ///< in m_words
    QByteArray m_lastBytes;
    int m_last = -1;
};

struct Hours {
    int row = 0;
    double hours = 0;
};

ClusterUse useAt(const ClusterModel &clusters, int number)
{
    const ClusterRow &row = clusters.rowAt(number);
    return {clusters.keyAt(number),
            row.text(&ClusterRecord::name),
            hoursIn(row),
            countIn(row, &ClusterRecord::runningJobs),
            countIn(row, &ClusterRecord::pendingJobs),
            countIn(row, &ClusterRecord::nodes)};
}

/// `hours`: the clusters with known hours. Sorts them, the fewest hours first.
void findLeastUsed(Usage &use, QList<Hours> &hours, const ClusterModel &clusters)
{
    std::sort(hours.begin(), hours.end(), [](const Hours &a, const Hours &b) {
        return a.hours != b.hours ? a.hours < b.hours : a.row < b.row;
    });
    const double limit = use.cpuHours * Usage::LeastShare;
    for (const Hours &one : std::as_const(hours)) {
        if (use.leastUsedHours + one.hours > limit)
            break;
        use.leastUsedHours += one.hours;
        use.leastUsed.add(countIn(clusters.rowAt(one.row), &ClusterRecord::nodes));
    }
}

} // namespace

void NodeCount::add(const std::optional<int> &nodesOfOne)
{
    ++clusters;
    nodes += nodesOfOne.value_or(0);
    unknown += nodesOfOne ? 0 : 1;
}

NodeCount &NodeCount::operator+=(const NodeCount &other)
{
    clusters += other.clusters;
    nodes += other.nodes;
    unknown += other.unknown;
    return *this;
}

Overview overviewOf(const ClusterModel &clusters)
{
    Overview overview;
    std::array<NodeCount, ClusterStateCount> states{};
    Words types;
    Words billings;
    for (int number = 0; number < clusters.rowCount(); ++number) {
        const ClusterRow &row = clusters.rowAt(number);
        if (isDeleted(row))
            continue;
        const auto nodes = countIn(row, &ClusterRecord::nodes);
        overview.all.add(nodes);
        states.at(size_t(stateOf(row))).add(nodes);
        types.add(row, &ClusterRecord::type, nodes);
        billings.add(row, &ClusterRecord::billing, nodes);
    }
    for (size_t state = 0; state < states.size(); ++state) {
        if (states.at(state).clusters > 0)
            overview.byState.append({ClusterState(state), states.at(state)});
    }
    overview.byType = types.largestFirst();
    overview.byBilling = billings.largestFirst();
    return overview;
}

Usage usageOf(const ClusterModel &clusters, int most)
{
    Usage use;
    QList<Hours> known;
    known.reserve(clusters.rowCount());
    for (int number = 0; number < clusters.rowCount(); ++number) {
        const ClusterRow &row = clusters.rowAt(number);
        if (isDeleted(row))
            continue;
        const auto nodes = countIn(row, &ClusterRecord::nodes);
        use.all.add(nodes);
        if (const auto hours = hoursIn(row)) {
            known.append({number, *hours});
            use.cpuHours += *hours;
        } else {
            ++use.hoursUnknown;
        }
        if (stateOf(row) != ClusterState::Active)
            continue;
        const auto running = countIn(row, &ClusterRecord::runningJobs);
        const auto pending = countIn(row, &ClusterRecord::pendingJobs);
        if (running.value_or(0) > 0 || pending.value_or(0) > 0)
            continue; // in use, whatever the other number is
        if (running && pending)
            use.idle.add(nodes);
        else
            ++use.jobsUnknown;
    }
    findLeastUsed(use, known, clusters);
    for (qsizetype i = known.size() - 1; i >= 0 && use.top.size() < most; --i) {
        if (known.at(i).hours > 0)
            use.top.append(useAt(clusters, known.at(i).row));
    }
    return use;
}

} // namespace clusterdeck
