#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the fuzz targets with Clang and runs each for SECONDS (default: 60), with AddressSanitizer
# and UndefinedBehaviorSanitizer. Fails on a finding: a crash, a report of the sanitizers, or an
# input that takes longer than a second. Findings stay in FOLDER/findings and are tried first in the
# next run; once fixed, move them to tests/fuzz/corpus.
#
#     tests/fuzz/run.sh [SECONDS [FOLDER]]     FOLDER: build/fuzz when not given
#
# With CLUSTERDECK_LONG=1 in the environment, at least 60 seconds.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
seconds=${1:-60}
folder=${2:-$here/../../build/fuzz}

give_up() { printf 'fuzz: %s\n' "$*" >&2; exit 1; }
[[ $seconds =~ ^[0-9]+$ && $seconds -gt 0 ]] || give_up "SECONDS must be a whole number above 0, not “$seconds”"
command -v clang++ >/dev/null || give_up "clang++ is missing (packages clang and libclang-rt-dev)"

if [ "${CLUSTERDECK_LONG:-0}" -gt 0 ] && [ "$seconds" -lt 60 ]; then seconds=60; fi

mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
if [ ! -f "$folder/build.ninja" ]; then
    cmake -G Ninja -S "$here" -B "$folder" -DCMAKE_CXX_COMPILER=clang++ >"$folder/configure.log" 2>&1 \
        || { cat "$folder/configure.log" >&2; give_up "CMake could not configure the fuzz targets"; }
fi
cmake --build "$folder" >"$folder/build.log" 2>&1 \
    || { cat "$folder/build.log" >&2; give_up "the fuzz targets do not build"; }

# run NAME MAX_LENGTH
run() {
    local name=$1 target=$folder/fuzz_$1 findings=$folder/findings/$1 log=$folder/$1.log file
    mkdir -p "$findings" "$folder/corpus/$name"
    for file in "$findings"/*; do
        [ -e "$file" ] || continue
        "$target" -timeout=1 "$file" >"$log" 2>&1 \
            || { cat "$log" >&2; give_up "$name: an earlier finding is still one: $file"; }
    done
    # New inputs are added to the first corpus; the second is only read.
    if ! "$target" -max_total_time="$seconds" -timeout=1 -rss_limit_mb=2048 -max_len="$2" \
        -dict="$here/$name.dict" -artifact_prefix="$findings/" -print_final_stats=1 \
        "$folder/corpus/$name" "$here/corpus/$name" >"$log" 2>&1; then
        tail -n 60 "$log" >&2
        give_up "$name: found something. Once more: $target $findings/FILE (named above)"
    fi
    printf '%s: %s runs in %s s, %s a second, nothing found\n' "$name" \
        "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")" "$seconds" \
        "$(sed -n 's/^stat::average_exec_per_sec: *//p' "$log")"
}

run replies 65536
run providerfiles 70000 # slightly more than the largest file that is read
