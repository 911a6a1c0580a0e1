// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/plan/naming.h"

#include "app/support/visibletext.h"

#include <QList>

#include <algorithm>

namespace clusterdeck
{

namespace
{

/// Format characters included: some of them reverse the direction of the text around them.
bool isControlCharacter(QChar character)
{
    switch (character.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

NameProblem problemOf(const QString &text, int longest)
{
    if (std::any_of(text.begin(), text.end(), isControlCharacter))
        return NameProblem::ControlCharacter;
    if (isDamaged(text))
        return NameProblem::Damaged;
    return text.toUcs4().size() > longest ? NameProblem::TooLong : NameProblem::None;
}

} // namespace

NameProblem nameProblem(const QString &name)
{
    return name.trimmed().isEmpty() ? NameProblem::Empty : problemOf(name.trimmed(), LongestName);
}

NameProblem descriptionProblem(const QString &description)
{
    return problemOf(description.trimmed(), LongestDescription);
}

} // namespace clusterdeck
