#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# installed.sh BUILD: installs that build below a temporary folder and runs check.sh there.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT

DESTDIR=$root cmake --install "$1" --prefix /usr >"$root/log" || { cat "$root/log"; exit 1; }
"$here/check.sh" "$root"
