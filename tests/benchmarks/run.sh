#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh [--peers] [--markdown] [--only WORD] [--pictures DIR]: builds Release in build/bench, measures
# everything and prints one table. Nothing is asserted; a program that did not do what was to be
# measured is an error and no number, and the exit status says so.
#
#   --peers         installs other programs from the distribution and measures them beside ours
#   --markdown      the table for the README, with date and machine
#   --only WORD     only the parts with WORD in their name: startup, memory, idle, recovery, or one
#                   of the programs build/bench/tests/bench_*
#   --pictures DIR  keeps what was on the screen when a window was called painted
#
# All of it runs on a display, a session bus and homes of its own, which are gone afterwards.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=../../packaging/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/../../packaging/common.sh"
: "${top:?}"

parts=(startup memory idle recovery)
for_watcher=(libxcb-damage0-dev dbus-daemon xvfb python3-minimal)
for_peers=(qbittorrent keepassxc transmission-qt virt-manager)

usage() { sed -n '3,14s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 2; }

# install_these PACKAGE…: those that are not there yet.
install_these() {
    local name
    missing=()
    for name; do
        is_installed "$name" || missing+=("$name")
    done
    [ ${#missing[@]} -eq 0 ] && return
    say "Installing ${#missing[@]} missing packages: ${missing[*]}"
    as_root apt-get update -q || give_up "apt-get update failed; is the machine online?"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
        "${missing[@]}" || give_up "Some packages could not be installed; see above."
}

build_benchmarks() {
    say "Building Release with tests in build/bench"
    cd "$top"
    cmake --preset release -B build/bench -DBUILD_TESTING=ON \
        || give_up "CMake could not configure; see above."
    cmake --build build/bench --target benchmarks || give_up "The build failed; see above."
    [ -x build/bench/tests/paintwatch ] \
        || give_up "paintwatch was not built; see what CMake said above."
}

# Starts a display on the first free number; it is told through file descriptor 5. It must not begin
# anew whenever no program is there: one that comes in that moment finds no display.
start_display() {
    local number
    mkfifo "$scratch/number"
    Xvfb -displayfd 5 -screen 0 1600x1000x24 -noreset -nolisten tcp 5>"$scratch/number" \
        >"$scratch/xvfb.log" 2>&1 &
    xvfb=$!
    read -r -t 20 number <"$scratch/number" || give_up "Xvfb did not start: $(cat "$scratch/xvfb.log")"
    export DISPLAY=:$number
}

# shellcheck disable=SC2317 # the trap calls it
clean_up() {
    if [ -n "$xvfb" ]; then
        kill "$xvfb" || true
        wait "$xvfb" || true
    fi
    rm -rf "$scratch"
}

# in_own_home COMMAND…: on a session bus of its own, so that no keyring and no settings are touched.
# What services of that bus print is no figure, so they do not get the command's stdout.
in_own_home() {
    env -u GNOME_KEYRING_CONTROL -u WAYLAND_DISPLAY HOME="$scratch/home" LC_ALL=C.UTF-8 \
        XDG_RUNTIME_DIR="$scratch/home/run" XDG_CONFIG_HOME="$scratch/home/config" \
        XDG_CACHE_HOME="$scratch/home/cache" XDG_DATA_HOME="$scratch/home/data" \
        QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-xcb}" dbus-run-session -- \
        bash -c 'exec "$@" >&4 4>&-' bash "$@" 4>&1 >&2
}

machine() {
    local qt processor
    qt=$(sed -n 's/^Qt6Core_VERSION:.*=//p; s/^Qt6_DIR.*//p' build/bench/CMakeCache.txt | head -1)
    qt=${qt:-$(dpkg-query -W -f='${Version}' libqt6core6 libqt6core6t64 2>/dev/null | head -1)}
    processor=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1)
    printf 'Measured on %s: %s, %s cores, %s, Qt %s, Xvfb; median (min–max, runs).' \
        "$(date -u +%Y-%m-%d)" "$processor" "$(nproc)" \
        "$(. /etc/os-release && printf '%s' "$PRETTY_NAME")" "${qt%%[+-]*}"
}

peers='' markdown='' only='' pictures=''
while [ $# -gt 0 ]; do
    case $1 in
        --peers) peers=yes ;;
        --markdown) markdown=yes ;;
        --only) [ $# -gt 1 ] || usage; only=$2; shift ;;
        --pictures) [ $# -gt 1 ] || usage; mkdir -p "$2"; pictures=$(cd "$2" && pwd); shift ;;
        *) usage ;;
    esac
    shift
done

{
    install_packages
    install_these "${for_watcher[@]}"
    [ -n "$peers" ] && install_these "${for_peers[@]}"
    build_benchmarks
} >&2

scratch=$(mktemp -d)
xvfb=''
trap clean_up EXIT
mkdir -m 700 "$scratch/homes" "$scratch/home" "$scratch"/home/{run,config,cache,data}
start_display

status=0
chosen=()
for part in "${parts[@]}"; do
    [[ $part == *"$only"* ]] && chosen+=("$part")
done
if [ ${#chosen[@]} -gt 0 ]; then
    in_own_home /usr/bin/python3 -B tests/benchmarks/processes/main.py build/bench \
        "$scratch/homes" ${peers:+--peers} ${pictures:+--pictures "$pictures"} "${chosen[@]}" \
        >>"$scratch/figures" || status=1
fi
for program in build/bench/tests/bench_*; do
    [[ -x $program && -f $program && ${program##*/} == *"$only"* ]] || continue
    [ "${program##*/}" = bench_server ] && continue # serves the others
    echo "running ${program##*/}" >&2
    in_own_home "$program" >>"$scratch/figures" || {
        echo "${program##*/} failed" >&2
        status=1
    }
done

[ -n "$markdown" ] && set -- "$(machine)"
/usr/bin/python3 -B tests/benchmarks/processes/report.py "$@" <"$scratch/figures" || status=1
[ $status -eq 0 ] || echo "Something could not be measured; see above." >&2
exit $status
