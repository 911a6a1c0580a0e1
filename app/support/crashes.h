// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace clusterdeck
{

/// Disables core dumps, because the memory holds secrets, and writes uncaught exceptions to the
/// log, which redacts them. Call once, in main().
void keepSecretsOutOfCrashes();

} // namespace clusterdeck
