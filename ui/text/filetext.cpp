// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/filetext.h"

#include "app/support/sharedjsonfile.h"
#include "ui/text/format.h"

#include <QCoreApplication>

namespace clusterdeck
{

namespace
{

struct FileText {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::FileText)
};

} // namespace

QString fileProblemText(const FileProblem &problem)
{
    const QString path = shownLine(problem.path, LongestQuote);
    switch (problem.kind) {
    case FileProblem::Kind::Missing:
        return FileText::tr("%1 does not exist.", "file or folder").arg(path);
    case FileProblem::Kind::NotAFile:
        return FileText::tr("%1 is not a regular file.", "file").arg(path);
    case FileProblem::Kind::NotAFolder:
        return FileText::tr("%1 is not a folder.", "file").arg(path);
    case FileProblem::Kind::Link:
        return FileText::tr("%1 is a symbolic link. Choose another name.", "file").arg(path);
    case FileProblem::Kind::TooLarge:
        return FileText::tr("%1 is too large.", "file").arg(path);
    case FileProblem::Kind::ForeignOwner:
        return FileText::tr("%1 belongs to another user: %2.", "file or folder, user")
            .arg(path, shownLine(problem.detail, LongestNameShown));
    case FileProblem::Kind::OthersCanWrite:
        return FileText::tr("Other users can change %1. Revoke their permission (chmod go-w).",
                            "file or folder")
            .arg(path);
    case FileProblem::Kind::NotUnderstood:
        return FileText::tr("%1 is not valid (%2). Correct it, or restore it from a backup.",
                            "file, technical reason")
            .arg(path, shownLine(problem.detail, LongestQuote));
    case FileProblem::Kind::NewerVersion:
        return FileText::tr("%1 was written by a newer version of Clusterdeck. Use that version.",
                            "file")
            .arg(path);
    case FileProblem::Kind::Vanished:
        return FileText::tr("%1 was removed while Clusterdeck was running.", "file").arg(path);
    case FileProblem::Kind::Busy:
        return FileText::tr("Another copy of Clusterdeck is writing %1 (%2). Try again; if no copy "
                            "is running there, remove %3.",
                            "file, host and process, file")
            .arg(path, shownLine(problem.detail, LongestNameShown),
                 shownLine(lockPathOf(problem.path), LongestQuote));
    case FileProblem::Kind::NoPermission:
        return FileText::tr("Permission is denied for %1.", "file or folder").arg(path);
    case FileProblem::Kind::ReadOnlyFileSystem:
        return FileText::tr("%1 is on a read-only file system.", "file or folder").arg(path);
    case FileProblem::Kind::NoSpace:
        return FileText::tr("There is no space left for %1: the disk or your quota is full.",
                            "file")
            .arg(path);
    case FileProblem::Kind::Other:
        return FileText::tr("%1 cannot be used: %2.", "file or folder, reason")
            .arg(path, shownLine(problem.detail, LongestQuote));
    }
    Q_UNREACHABLE();
}

QString planProblemText(const PlanProblem &problem)
{
    switch (problem.kind) {
    case PlanProblem::Kind::NotAPlan:
        return FileText::tr("This file is not a plan. Choose a file that Clusterdeck saved as a "
                            "plan.");
    case PlanProblem::Kind::OtherVersion:
        return FileText::tr("This plan was made by another version of Clusterdeck. Make a new "
                            "one.");
    case PlanProblem::Kind::Changed:
        return FileText::tr("This plan was changed after it was made. Make a new one.");
    case PlanProblem::Kind::Empty:
        return FileText::tr("This plan contains no clusters. Make a new one.");
    case PlanProblem::Kind::Damaged:
        return FileText::tr("This plan is damaged (%1). Make a new one.", "a part of the file")
            .arg(shownLine(problem.part, LongestNameShown));
    }
    Q_UNREACHABLE();
}

QString listTextProblemText(ListTextProblem problem)
{
    switch (problem) {
    case ListTextProblem::Binary:
        return FileText::tr("This is not a text file, or it mixes encodings. Save it as text or "
                            "CSV in UTF-8.");
    case ListTextProblem::Encoding:
        return FileText::tr("The encoding of this file is unknown. Save it as UTF-8.");
    }
    Q_UNREACHABLE();
}

QString idListProblemText(const IdListProblem &problem)
{
    const QString quoted = shownLine(problem.text, LongestQuote);
    switch (problem.kind) {
    case IdListProblem::Kind::Binary:
        return listTextProblemText(ListTextProblem::Binary);
    case IdListProblem::Kind::Encoding:
        return listTextProblemText(ListTextProblem::Encoding);
    case IdListProblem::Kind::Empty:
        return FileText::tr("The list contains no cluster IDs.");
    case IdListProblem::Kind::NotAnId:
        return FileText::tr("Line %1 is not a single cluster ID: “%2”. Put one ID such as "
                            "ehpc-h15dp0b1 in each line, or name the column cluster_id in the "
                            "first line.")
            .arg(QString::number(problem.line), quoted);
    case IdListProblem::Kind::MayLeaveOut:
        break;
    }
    return problem.because > 0
               ? FileText::tr("Line %1 may say to leave out the cluster in line %2, “%3”. Keep "
                              "only the cluster IDs that you mean.")
                     .arg(QString::number(problem.because), QString::number(problem.line), quoted)
               : FileText::tr("Line %1 may say to leave a cluster out: “%2”. Keep only the "
                              "cluster IDs that you mean.")
                     .arg(QString::number(problem.line), quoted);
}

QString journalProblemText(const QString &problem)
{
    return FileText::tr("The journal could not be read: %1").arg(shownLine(problem, LongestQuote));
}

} // namespace clusterdeck
