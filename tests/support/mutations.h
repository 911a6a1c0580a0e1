// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QRandomGenerator>

namespace clusterdeck
{

/// Damages what tests feed to a reader. The same seed does the same damage in every run, so that
/// whatever it finds can be looked at again.
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

    /// One damage that knows nothing of the form: flipped, cut, repeated, moved, strange bytes.
    [[nodiscard]] QByteArray damaged(QByteArray bytes);

    /// The text in another encoding, or with a mark in front that says it is one.
    [[nodiscard]] QByteArray inAnotherEncoding(const QByteArray &utf8);

private:
    QRandomGenerator m_random;
};

} // namespace clusterdeck
