#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds Release with tests in build/bench and prints how long the window's event loop was held up
# with 1,000 clusters. Arguments go to the benchmark: the number of clusters. Off-screen, unless
# QT_QPA_PLATFORM says otherwise (QT_QPA_PLATFORM=xcb xvfb-run -a tests/benchmarks/run.sh).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

if [ ! -f build/bench/build.ninja ]; then
    cmake --preset release -B build/bench -DBUILD_TESTING=ON >&2
fi
cmake --build build/bench --target bench_watchdog clusterdeck-demo-service >&2

# Settings are written while it runs: into a home of its own.
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/run"
env HOME="$home" XDG_RUNTIME_DIR="$home/run" XDG_CONFIG_HOME="$home/.config" \
    XDG_CACHE_HOME="$home/.cache" XDG_DATA_HOME="$home/.local/share" \
    QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}" \
    build/bench/tests/bench_watchdog "$@"
