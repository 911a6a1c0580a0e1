// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Performs a user's account actions in a separate process: the real window, the real keychain, key
/// events only. `argv`: see tst_accountlife.cpp. The exit status is 0 on success; errors go to
/// stderr.
int actAsPerson(int argc, char *argv[]);
