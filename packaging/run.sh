#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds Clusterdeck and opens it on the demonstration cloud. Arguments go through to the program,
# and with arguments it opens on what they say instead. Without a display it plays the tour
# off-screen into build/tour.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_packages
build release
program=$top/build/release/clusterdeck

[ $# -gt 0 ] || set -- --demo
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ -n "${QT_QPA_PLATFORM:-}" ]; then
    say "Starting: clusterdeck $*"
    exec "$program" "$@"
fi

export QT_QPA_PLATFORM=offscreen
if [ "$*" = --demo ]; then
    say "There is no display, so the demonstration plays by itself, off-screen. Pictures go to build/tour"
    rm -rf "$top/build/tour"
    set -- --demo --tour "$top/build/tour"
else
    say "There is no display; starting off-screen: clusterdeck $*"
fi
exec "$program" "$@"
