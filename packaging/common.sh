# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by the other scripts here. Installs what is missing, says what it does, builds a preset.

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '\n==> %s\n' "$*"; }
give_up() { printf '\nclusterdeck: %s\n' "$*" >&2; exit 1; }

is_installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        give_up "These packages are missing and neither root nor sudo is at hand: ${missing[*]}"
    fi
}

# install_packages [LIST…]: installs every package of packages.txt and of the other lists that is not
# there yet. A line "a|b" takes the first that this release of the distribution has.
install_packages() {
    local line name chosen
    local -a lines
    missing=()
    mapfile -t lines < <(cd "$top/packaging" && grep -hvE '^(#|$)' packages.txt "$@")
    for line in "${lines[@]}"; do
        for name in ${line//|/ }; do
            is_installed "$name" && continue 2
        done
        missing+=("$line")
    done
    [ ${#missing[@]} -eq 0 ] && return
    command -v apt-get >/dev/null || give_up "This needs Debian 12 or newer (apt-get was not found). By hand: ${missing[*]}"
    say "Installing ${#missing[@]} missing packages: ${missing[*]}"
    as_root apt-get update -q || give_up "apt-get update failed; is the machine online?"
    local -a wanted=()
    for line in "${missing[@]}"; do
        chosen=${line%%|*}
        for name in ${line//|/ }; do
            if apt-cache show "$name" >/dev/null 2>&1; then
                chosen=$name
                break
            fi
        done
        wanted+=("$chosen")
    done
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${wanted[@]}" \
        || give_up "Some packages could not be installed; see above."
}

# build PRESET: configures when needed and builds with all cores.
build() {
    say "Building the $1 preset in build/$1"
    cd "$top" || exit 1
    if [ ! -f "build/$1/build.ninja" ]; then
        cmake --preset "$1" || give_up "CMake could not configure the $1 preset; see above."
    fi
    cmake --build --preset "$1" || give_up "The build failed; see above."
}
