#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# installed.sh BUILD: installs that build below a folder, looks at what is there (check.sh), and sees
# that the installed program finds the file of the charts: it is started on a display of its own, the
# pictures are opened by keys, and the process must hold the file that was installed.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(mktemp -d)
program=
display=
end() {
    for process in $program $display; do
        kill "$process" 2>/dev/null || true
        wait "$process" 2>/dev/null || true
    done
    rm -rf "$root"
}
trap end EXIT

DESTDIR=$root cmake --install "$1" --prefix /usr >"$root/log" || { cat "$root/log"; exit 1; }
"$here/check.sh" "$root"

mkdir -p "$root/home"
exec {number}<> <(:)
Xvfb -displayfd $number -screen 0 1366x900x24 -nolisten tcp >/dev/null 2>&1 &
display=$!
read -r -t 30 DISPLAY <&$number
export DISPLAY=:$DISPLAY QT_QPA_PLATFORM=xcb HOME=$root/home
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME
"$root/usr/bin/clusterdeck" --demo >"$root/log" 2>&1 &
program=$!
SECONDS=0
while [ $SECONDS -lt 120 ]; do
    kill -0 $program 2>/dev/null || { cat "$root/log"; echo "installed.sh: the program ended"; exit 1; }
    if window=$(xdotool search --onlyvisible --pid $program 2>/dev/null | head -1) && [ -n "$window" ]; then
        xdotool mousemove 300 400 click 1 key --clearmodifiers ctrl+shift+p
    fi
    if grep -q "$root/usr/.*/clusterdeck-pictures.so" /proc/$program/maps; then
        echo "The charts' file was found where it was installed."
        exit 0
    fi
    sleep 0.5
done
cat "$root/log"
echo "installed.sh: the charts' file was not loaded"
exit 1
