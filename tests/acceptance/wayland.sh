#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# xvfb-run wayland.sh PROGRAM: runs the tour in two nested Westons. The one on Xvfb has an input
# device; the headless one has none, and Qt's own text input for Wayland crashes without one.
set -euo pipefail
program=$1
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$work"' EXIT
export XDG_RUNTIME_DIR=$work/run HOME=$work
mkdir -m 700 "$XDG_RUNTIME_DIR"
unset WAYLAND_DISPLAY

# tour NAME WESTON…: the saved pictures show whether anything was drawn.
tour() {
    local name=$1 compositor pictures
    shift
    "$@" --socket="$name" --idle-time=0 --no-config >"$work/$name.log" 2>&1 &
    compositor=$!
    until [ -S "$XDG_RUNTIME_DIR/$name" ]; do
        kill -0 $compositor 2>/dev/null || { cat "$work/$name.log"; echo "$name: weston ended"; exit 1; }
        sleep 0.05
    done
    env -u DISPLAY WAYLAND_DISPLAY="$name" QT_QPA_PLATFORM=wayland "$program" --demo --tour "$work/$name" \
        || { echo "$name: the tour ended with $?"; exit 1; }
    pictures=$(find "$work/$name" -name '*.png' -size +8k | wc -l)
    [ "$pictures" -gt 5 ] || { echo "$name: the tour left $pictures pictures"; exit 1; }
    kill $compositor
    wait $compositor || true
}

tour with-input weston --backend=x11-backend.so
tour without-input weston --backend=headless-backend.so
