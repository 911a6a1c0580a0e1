#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the dev preset and runs every test under a private D-Bus with a real gnome-keyring.
# packaging/test.sh asan runs the same under AddressSanitizer and UndefinedBehaviorSanitizer.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
preset=${1:-dev}

install_packages
build "$preset"
say "Testing the $preset preset"
exec "$top/packaging/with-keyring.sh" ctest --preset "$preset"
