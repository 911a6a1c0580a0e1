// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What a person does with accounts, in a process of its own: the real window over the real
/// keychain, by keys alone. `argv`: see tst_accountlife.cpp. The exit status is 0 when all went as
/// it should; what did not is said on stderr.
int actAsPerson(int argc, char *argv[]);
