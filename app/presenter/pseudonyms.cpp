// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/presenter/pseudonyms.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <array>

namespace clusterdeck
{

namespace
{

/// The beginning of a pseudonym. Ids have the prefixes of the cloud's own ids.
struct KindSpec {
    NameKind kind;
    const char *prefix;
};
constexpr std::array<KindSpec, NameKindCount> KindSpecs{{
    {NameKind::Account, "account-"},
    {NameKind::Zone, "zone-"},
    {NameKind::Cluster, "hpc-"},
    {NameKind::ClusterName, "cluster-"},
    {NameKind::User, "usr-"},
    {NameKind::UserName, "user-"},
    {NameKind::Operation, "j-"},
    {NameKind::Node, "cln-"},
    {NameKind::NodeName, "node-"},
    {NameKind::Job, "hpcjob-"},
    {NameKind::JobName, "job-"},
    {NameKind::Queue, "queue-"},
    {NameKind::MountPoint, "mount-"},
}};
static_assert(
    [] {
        for (int row = 0; row < NameKindCount; ++row) {
            if (int(KindSpecs[std::size_t(row)].kind) != row)
                return false;
        }
        return true;
    }(),
    "a row for each kind, in their order");

/// 32 letters and digits that cannot be mistaken for each other when they are read aloud.
constexpr char Letters[] = "abcdefghijkmnpqrstuvwxyz23456789";
static_assert(sizeof(Letters) == 33);
constexpr int Length = 8; ///< as long as in the cloud's own ids

QString word(const QByteArray &hash)
{
    QString letters;
    for (int i = 0; i < Length; ++i)
        letters += QLatin1Char(Letters[uchar(hash.at(i)) % 32]);
    return letters;
}

} // namespace

QString Pseudonyms::pseudonym(NameKind kind, const QString &real)
{
    if (real.isEmpty())
        return {};
    const QString what = QString::number(int(kind)) + u' ' + real;
    QString &known = m_pseudonyms[what];
    QByteArray message = what.toUtf8();
    while (known.isEmpty()) {
        message = QMessageAuthenticationCode::hash(message, m_key, QCryptographicHash::Sha256);
        const QString made = QLatin1String(KindSpecs[std::size_t(kind)].prefix) + word(message);
        if (!m_real.contains(made)) // otherwise a collision (rare: 32^8 words): use the next hash
            known = made;
    }
    m_real.insert(known, real);
    return known;
}

} // namespace clusterdeck
