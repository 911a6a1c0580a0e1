#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# with-keyring.sh COMMAND…: runs the command under a private D-Bus with a real, unlocked gnome-keyring
# in a temporary home folder, so that no test can read or change the user's keyring.
set -euo pipefail

if [ "${CLUSTERDECK_PRIVATE_BUS:-}" != 1 ]; then
    home=$(mktemp -d)
    trap 'rm -rf "$home"' EXIT
    mkdir -m 700 "$home/run"
    env -u DBUS_SESSION_BUS_ADDRESS -u GNOME_KEYRING_CONTROL CLUSTERDECK_PRIVATE_BUS=1 \
        HOME="$home" XDG_RUNTIME_DIR="$home/run" XDG_DATA_HOME="$home/.local/share" \
        XDG_CONFIG_HOME="$home/.config" XDG_CACHE_HOME="$home/.cache" \
        dbus-run-session -- "${BASH_SOURCE[0]}" "$@"
    exit
fi

mkdir -p "$XDG_DATA_HOME/keyrings" "$XDG_CONFIG_HOME" "$XDG_CACHE_HOME"
printf 'test' | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null
status=0
"$@" || status=$?
exit "$status"
