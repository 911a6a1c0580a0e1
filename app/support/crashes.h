// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace clusterdeck
{

/// The memory of this process holds secrets: from now on a crash leaves no core dump, and an
/// exception that nobody caught says what it has to say through the log, which redacts it. Once, in
/// main.
void keepSecretsOutOfCrashes();

} // namespace clusterdeck
