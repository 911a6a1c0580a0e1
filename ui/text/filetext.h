// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/privatefile.h"

namespace clusterdeck
{

/// A sentence that names the file or folder and says what is wrong with it, and what to do where
/// that is known. Plain text.
[[nodiscard]] QString fileProblemText(const FileProblem &problem);

} // namespace clusterdeck
