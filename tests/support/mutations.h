// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QRandomGenerator>

namespace clusterdeck
{

/// Damages test input. The same seed gives the same damage, so that every error can be reproduced.
class Mutations
{
public:
    explicit Mutations(quint32 seed)
        : m_random(seed)
    {
    }

    [[nodiscard]] int below(int bound) { return m_random.bounded(bound); }
    [[nodiscard]] bool oneIn(int times) { return below(times) == 0; }
    template <class T>
    [[nodiscard]] T anyOf(const QList<T> &choice)
    {
        return choice.at(below(int(choice.size())));
    }

    /// Damage without knowledge of the format: flipped, truncated, repeated, moved, strange bytes.
    [[nodiscard]] QByteArray damaged(QByteArray bytes);

    /// The text in another encoding, or with the byte-order mark of another encoding.
    [[nodiscard]] QByteArray inAnotherEncoding(const QByteArray &utf8);

private:
    QRandomGenerator m_random;
};

} // namespace clusterdeck
