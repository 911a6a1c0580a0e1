#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the dev preset and runs every test under a private D-Bus with a real gnome-keyring.
#   packaging/test.sh              the dev preset
#   packaging/test.sh asan         the same under AddressSanitizer and UndefinedBehaviorSanitizer
#   packaging/test.sh [asan] --long   only what is long by nature, with its full counts
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
preset=dev
select=()
for argument in "$@"; do
    case $argument in
        dev | asan) preset=$argument ;;
        --long)
            export CLUSTERDECK_LONG=1
            select=(--label-regex '^long$' --timeout 7200)
            ;;
        *) give_up "usage: packaging/test.sh [dev|asan] [--long]" ;;
    esac
done

trap print_times EXIT
timed packages install_packages packages-test.txt
timed "build of the $preset preset" build "$preset"
say "Testing the $preset preset"
status=0
timed "tests of the $preset preset" "$top/packaging/with-keyring.sh" \
    ctest --preset "$preset" "${select[@]}" || status=$?
# A skipped test proves nothing: it is a failure unless tests/allowed-skips.txt lists its reason.
log=$top/build/$preset/Testing/Temporary/LastTest.log
skips=$(grep -E '^SKIP |\(skipped=|^Test Skipped' "$log" | grep -vFf <(grep -v '^#' "$top/tests/allowed-skips.txt") || true)
if [ -n "$skips" ]; then
    say "Skipped, for a reason that tests/allowed-skips.txt does not name:"
    printf '%s\n' "$skips"
    status=1
fi
exit $status
