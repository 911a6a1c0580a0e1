// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/enumcount.h"

#include <QByteArray>
#include <QHash>
#include <QString>

namespace clusterdeck
{

/// What a pseudonym stands for. Texts of different kinds never get the same pseudonym.
enum class NameKind {
    Account,
    Zone,
    Cluster,     ///< its id
    ClusterName, ///< made from the id, so that it says nothing about the name
    User,        ///< the id of a user, such as an owner
    UserName,
    Operation, ///< the job id of an operation
    Node,
    NodeName,
    Job,
    JobName,
    Queue,
    MountPoint,
};
inline constexpr int NameKindCount = int(enumCount<NameKind>());

/// Invented names in place of real ones. The same key and text give the same pseudonym in every
/// run; without the key nobody can compute which text a pseudonym stands for.
class Pseudonyms
{
public:
    explicit Pseudonyms(QByteArray key)
        : m_key(std::move(key))
    {
    }

    /// Empty for an empty text.
    [[nodiscard]] QString pseudonym(NameKind kind, const QString &real);

    /// The text for which `pseudonym` was made in this run; any other text is returned unchanged.
    [[nodiscard]] QString real(const QString &pseudonym) const
    {
        return m_real.value(pseudonym, pseudonym);
    }

private:
    QByteArray m_key;
    QHash<QString, QString> m_pseudonyms; ///< by kind and text
    QHash<QString, QString> m_real;       ///< by pseudonym
};

} // namespace clusterdeck
