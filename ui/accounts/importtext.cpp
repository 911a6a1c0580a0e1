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

QString missingText(const QString &where, const ProviderFileProblem &problem, bool isVariable)
{
    if (isVariable) {
        return ImportText::tr("The variable %1 is not set. Set it too, or enter the key by hand.")
            .arg(problem.name);
    }
    if (problem.line > 0) {
        return ImportText::tr("%1 in line %2 of %3 is empty. Fill it in, or enter the key by hand.")
            .arg(problem.name, QString::number(problem.line), where);
    }
    return ImportText::tr("There is no %1 in %2. Add it there, or enter the key by hand.")
        .arg(problem.name, where);
}

QString wrongTypeText(const QString &where, const ProviderFileProblem &problem, bool isVariable)
{
    if (isVariable) {
        return ImportText::tr("The variable %1 does not contain a key, which must be one word. Set "
                              "it again, or enter the key by hand.")
            .arg(problem.name);
    }
    return ImportText::tr(
               "%1 in line %2 of %3 is not one word. Correct that line, or enter the key "
               "by hand.")
        .arg(problem.name, QString::number(problem.line), where);
}

QString brokenText(const QString &where, const ProviderFileProblem &problem, bool isIni)
{
    const QString line = QString::number(problem.line);
    if (!problem.name.isEmpty()) {
        return ImportText::tr("%1 appears a second time in line %2 of %3. Remove one of them.")
            .arg(problem.name, line, where);
    }
    const QString form = isIni ? ImportText::tr("INI") : ImportText::tr("YAML");
    if (problem.line == 0) {
        return ImportText::tr("%1 is not valid %2. Correct it, or enter the key by hand.")
            .arg(where, form);
    }
    return ImportText::tr("Line %1 of %2 is not valid %3. Correct it, or enter the key by hand.")
        .arg(line, where, form);
}

} // namespace

QString importSourceText(const ImportCandidate &candidate)
{
    if (candidate.source == ImportCandidate::Source::Variables)
        return ImportText::tr("Environment variables");
    const QString home = QDir::homePath() + u'/';
    return candidate.path.startsWith(home) ? QStringLiteral("~/") + candidate.path.mid(home.size())
                                           : candidate.path;
}

QString importProblemText(const ImportCandidate &candidate)
{
    if (candidate.keys)
        return {};
    const ProviderFileProblem &problem = candidate.keys.error();
    const QString where = importSourceText(candidate);
    const bool isVariable = candidate.source == ImportCandidate::Source::Variables;
    switch (problem.kind) {
    case FileProblemKind::Unreadable:
        return ImportText::tr("%1 cannot be read. Change its permissions, or enter the "
                              "key by hand.")
            .arg(where);
    case FileProblemKind::TooLarge:
        return ImportText::tr("%1 is larger than %2 KiB, too large for a key file. Check it, or "
                              "enter the key by hand.")
            .arg(where, QString::number(MaxProviderFileBytes / 1024));
    case FileProblemKind::NotText:
        return ImportText::tr("Line %1 of %2 is not text (UTF-8). Save the file again as plain "
                              "text, or enter the key by hand.")
            .arg(QString::number(problem.line), where);
    case FileProblemKind::Broken:
        return brokenText(where, problem, candidate.source == ImportCandidate::Source::Ini);
    case FileProblemKind::WrongType:
        return wrongTypeText(where, problem, isVariable);
    case FileProblemKind::Missing:
        return missingText(where, problem, isVariable);
    }
    Q_UNREACHABLE();
}

QString openToOthersText(const ImportCandidate &candidate)
{
    if (!candidate.openToOthers)
        return {};
    return ImportText::tr("Other users of this computer may be able to read this file. Revoke "
                          "their permission: chmod 600 %1")
        .arg(importSourceText(candidate));
}

QString keyEndText(const QString &accessKeyId)
{
    // Four characters would be a large part of a shorter ID.
    constexpr qsizetype Shown = 4;
    return QStringLiteral("…") +
           (accessKeyId.size() >= 3 * Shown ? accessKeyId.right(Shown) : QString());
}

} // namespace clusterdeck
