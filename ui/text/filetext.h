// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/pastedlist/listrecords.h"
#include "app/commandline/plandocument.h"
#include "app/support/privatefile.h"

namespace clusterdeck
{

/// One or two sentences that name the file or folder and say what is wrong with it and, where that
/// is known, what to do. Plain text.
[[nodiscard]] QString fileProblemText(const FileProblem &problem);

/// That the journal could not be read; `problem`: see Journal::readProblem(). Plain text.
[[nodiscard]] QString journalProblemText(const QString &problem);

/// What is wrong with a plan, and what to do. Plain text.
[[nodiscard]] QString planProblemText(const PlanProblem &problem);

/// What is wrong with a list of IDs, with its line, and what to do. Plain text.
[[nodiscard]] QString idListProblemText(const IdListProblem &problem);

/// Why a file is not accepted as text, and what to do.
[[nodiscard]] QString listTextProblemText(ListTextProblem problem);

} // namespace clusterdeck
