#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds Clusterdeck and opens it with the practice cloud. Arguments are passed to the program; with
# --endpoint it opens that cloud instead, with --own as the first argument the saved accounts, or
# the first window when there are none. Without a display it runs the tour off-screen, with pictures
# in build/tour.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

timed packages install_packages
timed "build of the release preset" build release

given=" $* "
has() { [[ $given == *" $1 "* || $given == *" $1="* ]]; }

if [ "${1:-}" = --own ]; then
    shift
elif ! has --demo && ! has --endpoint && ! has --help && ! has --version; then
    set -- --demo "$@"
fi
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
    export QT_QPA_PLATFORM=offscreen
    if [[ " $* " == *" --demo "* ]] && ! has --tour; then
        say "There is no display, so the tour plays off-screen; its pictures go to build/tour"
        set -- "$@" --tour "$top/build/tour"
    else
        say "There is no display; running off-screen"
    fi
fi
print_times
say "Starting: clusterdeck $*"
exec "$top/build/release/clusterdeck" "$@"
