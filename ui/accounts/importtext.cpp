// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/importtext.h"

#include <QCoreApplication>
#include <QDir>

namespace clusterdeck
{

namespace
{

struct ImportText {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::ImportText)
};

} // namespace

QString importSourceText(const ImportCandidate &candidate)
{
    if (candidate.source == ImportCandidate::Source::Environment)
        return ImportText::tr("Environment variables");
    const QString home = QDir::homePath() + u'/';
    return candidate.path.startsWith(home) ? QStringLiteral("~/") + candidate.path.mid(home.size())
                                           : candidate.path;
}

QString importProblemText(const ImportCandidate &candidate)
{
    if (candidate.keys)
        return {};
    return ImportText::tr("No key can be read from %1. Correct it, or type the key yourself.")
        .arg(importSourceText(candidate));
}

QString openToOthersText(const ImportCandidate &candidate)
{
    if (!candidate.openToOthers)
        return {};
    return ImportText::tr("Other users of this machine may be able to read this file. Make it "
                          "yours alone: chmod 600 %1")
        .arg(importSourceText(candidate));
}

QString keyEndText(const QString &accessKeyId)
{
    constexpr int Shown = 4;
    return QStringLiteral("…") +
           (accessKeyId.size() >= 3 * Shown ? accessKeyId.right(Shown) : QString());
}

} // namespace clusterdeck
