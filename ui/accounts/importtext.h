// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/providerfiles.h"

#include <QString>

namespace clusterdeck
{

/// The import in words. All results are plain text. None contains a secret, more of a key ID than
/// its end, or contents of a file.

/// Where the keys were found: "Environment variables", "~/.qingcloud/config.yaml".
[[nodiscard]] QString importSourceText(const ImportCandidate &candidate);

/// Why no keys could be read there, and what to do; empty when they could.
[[nodiscard]] QString importProblemText(const ImportCandidate &candidate);

/// That others can read the file, and how to prevent it; empty when they cannot.
[[nodiscard]] QString openToOthersText(const ImportCandidate &candidate);

/// The last four characters of a key ID: "…3F9K". Of a short one only "…".
[[nodiscard]] QString keyEndText(const QString &accessKeyId);

} // namespace clusterdeck
