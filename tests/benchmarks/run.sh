#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh [--quick | --long] [--peers] [NAME…]: builds Release in build/bench, measures on
# a display, a session bus and homes of its own, and prints one table. No figure is asserted; a program
# that did not do what was to be measured is an error and no number, and the exit status says so.
#
#   --quick     one round of the smallest sizes that mean something, in some minutes
#   --long      also a million rows: some hours
#   --peers     installs other programs from the distribution and measures them beside ours
#   NAME        only these: startup, journal, memory, idle, open; keyInFilter, sort, refresh, changes,
#               gap, listing, deletions
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=../../packaging/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/../../packaging/common.sh"
: "${top:?}"

needed=(dbus-daemon python3 python3-xlib xauth xvfb)
peers=(qbittorrent keepassxc transmission-qt virt-manager)

for argument; do
    case $argument in
        --peers) needed+=("${peers[@]}") ;;
        --quick | --long | [a-z]*) ;;
        *) sed -n '3,12s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
    esac
done

{
    install_packages packages-test.txt
    install_lines "${needed[@]}"
    say "Building Release in build/bench"
    cd "$top"
    cmake -S . -B build/bench -G Ninja -DCMAKE_BUILD_TYPE=Release -DCLUSTERDECK_UNITY=ON
    cmake --build build/bench --target benchmarks
} >&2

# The display must not reset when no program is connected: the next program would not find it.
exec env -u GNOME_KEYRING_CONTROL -u WAYLAND_DISPLAY LC_ALL=C.UTF-8 \
    xvfb-run -a -s "-screen 0 1600x1000x24 -noreset -nolisten tcp" \
    dbus-run-session -- /usr/bin/python3 -B tests/benchmarks/measure.py "$@"
