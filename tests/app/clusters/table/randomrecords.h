// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/listing/clusterlisting.h"
#include "tests/support/utc.h"

#include <QRandomGenerator>

namespace clusterdeck
{

/// Records with few different values, so that many are equal in a column. Some values are missing
/// or unusual: Chinese, upper and lower case, half a surrogate pair.
class RandomRecords
{
public:
    explicit RandomRecords(quint32 seed)
        : m_random(seed)
    {
    }

    [[nodiscard]] int below(int end) { return int(m_random.bounded(end)); }
    [[nodiscard]] bool chance(int percent) { return below(100) < percent; }

    [[nodiscard]] QString text()
    {
        static const QStringList Texts{QString(),
                                       QStringLiteral("node 9"),
                                       QStringLiteral("Node 10"),
                                       QStringLiteral("node 10"),
                                       QStringLiteral("vasp-relax"),
                                       QStringLiteral("气象预报"),
                                       QStringLiteral("气象 wing"),
                                       QStringLiteral("Évariste"),
                                       QStringLiteral("évariste"),
                                       QStringLiteral("Ærø Å"),
                                       QStringLiteral("\u212Aelvin \u017Fharp"),
                                       QString(QChar(0xD800)) + QStringLiteral("half"),
                                       QStringLiteral("a\u0000b").left(3),
                                       QStringLiteral("😀 party"),
                                       QString(300, u'x'),
                                       QStringLiteral("ΣΊΣΥΦΟΣ"),
                                       QStringLiteral("[keep]"),
                                       QStringLiteral("[keep until 2027-03-31]"),
                                       QStringLiteral("[expires 2026-12-31]"),
                                       QStringLiteral("[keep] [expires 2027-01-01]")};
        return Texts.at(below(int(Texts.size())));
    }

    [[nodiscard]] std::optional<int> count()
    {
        return chance(20) ? std::nullopt : std::optional(below(8) - 1);
    }

    [[nodiscard]] ClusterRecord record(const QString &id)
    {
        ClusterRecord record;
        forEachField(record, [this](const ClusterField &, auto &value) { fill(value); });
        record.id = id;
        return record;
    }

private:
    void fill(QString &value) { value = text(); }
    void fill(std::optional<int> &value) { value = count(); }
    void fill(std::optional<double> &value)
    {
        if (chance(70))
            value = below(40) / 8.0;
    }
    void fill(QDateTime &value)
    {
        if (chance(80))
            value = utc(below(1000000) - 500000);
    }
    void fill(QStringList &value)
    {
        for (int i = below(3); i > 0; --i)
            value.append(QStringLiteral("vasp 6.%1").arg(i));
    }

    QRandomGenerator m_random;
};

} // namespace clusterdeck
