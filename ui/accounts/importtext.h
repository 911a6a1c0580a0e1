// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/providerfiles.h"

#include <QString>

namespace clusterdeck
{

/// What an import has to say. Plain text; nothing of it holds a secret, nor more of a key id than
/// its end, nor anything that a file says.

/// Where the keys were found: "Environment variables", "~/.qingcloud/config.yaml".
[[nodiscard]] QString importSourceText(const ImportCandidate &candidate);

/// Why there are no keys to be had from there, and what to do; empty when there are.
[[nodiscard]] QString importProblemText(const ImportCandidate &candidate);

/// That others can read the file, and how to mend that; empty when they cannot.
[[nodiscard]] QString openToOthersText(const ImportCandidate &candidate);

/// A key id by its last four characters: "…3F9K". A short one is not shown at all.
[[nodiscard]] QString keyEndText(const QString &accessKeyId);

} // namespace clusterdeck
