// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/providerfiles.h"

#include <QString>

namespace clusterdeck
{

/// The import in words. All results are plain text. None contains a secret, more of a key ID than
/// its end, or contents of a file.

/// Where the keys are: "Environment variables", "~/.qingcloud/config.yaml".
[[nodiscard]] QString importSourceText(const ImportCandidate &candidate);

/// Why the keys could not be read, and what to do; empty when they were read.
[[nodiscard]] QString importProblemText(const ImportCandidate &candidate);

/// Says that other users may be able to read the file, and how to prevent it; empty when they
/// cannot.
[[nodiscard]] QString openToOthersText(const ImportCandidate &candidate);

/// The last four characters of a key ID: "…3F9K". For an ID of fewer than 12 characters only "…".
[[nodiscard]] QString keyEndText(const QString &accessKeyId);

} // namespace clusterdeck
