// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/privatefile.h"

namespace clusterdeck
{

/// One or two sentences that name the file or folder and say what is wrong with it and, where that
/// is known, what to do. Plain text.
[[nodiscard]] QString fileProblemText(const FileProblem &problem);

} // namespace clusterdeck
