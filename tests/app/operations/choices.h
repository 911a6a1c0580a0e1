// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRandomGenerator>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <functional>
#include <optional>

namespace clusterdeck
{

/// The source of every decision in a simulated run. The same choices give the same run. Choice 0 is
/// always the normal case.
class Choices
{
public:
    /// Random choices.
    explicit Choices(quint32 seed)
        : m_random(QRandomGenerator(seed))
    {
    }
    /// The given choices, then the normal case.
    explicit Choices(QList<int> listed)
        : m_listed(std::move(listed))
    {
    }

    /// A number from 0 to below - 1.
    int choose(int below)
    {
        if (atChoice)
            atChoice(below);
        int choice = 0;
        if (m_made.size() < m_listed.size())
            choice = std::min(m_listed.at(m_made.size()), below - 1);
        else if (m_random)
            choice = int(m_random->bounded(below));
        m_made.append(choice);
        return choice;
    }

    /// With random choices, true in this percentage of cases; in a list, 1 means true.
    bool chance(int percent)
    {
        if (!m_random)
            return choose(2) == 1;
        m_made.append(int(m_random->bounded(100)) < percent ? 1 : 0);
        return m_made.constLast() == 1;
    }

    [[nodiscard]] const QList<int> &made() const { return m_made; }

    /// Called before every choose().
    std::function<void(int below)> atChoice;

private:
    std::optional<QRandomGenerator> m_random;
    QList<int> m_listed;
    QList<int> m_made;
};

/// Choices as text, for the environment variable that replays them: "0 0 3 1".
[[nodiscard]] inline QString textOf(const QList<int> &choices)
{
    QStringList words;
    for (const int choice : choices)
        words.append(QString::number(choice));
    return words.join(QLatin1Char(' '));
}

[[nodiscard]] inline QList<int> choicesIn(const QString &text)
{
    QList<int> choices;
    for (const QString &word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        choices.append(word.toInt());
    return choices;
}

} // namespace clusterdeck
