# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by the other scripts here. Installs missing packages, prints messages, builds a preset.

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '\n==> %s\n' "$*"; }
give_up() { printf '\nclusterdeck: %s\n' "$*" >&2; exit 1; }

# timed WORDS COMMAND…: runs the command and records its time for the table of print_times.
times=()
timed() {
    local words=$1 begin=$SECONDS status=0
    shift
    "$@" || status=$?
    times+=("$(printf '%6d s  %s' $((SECONDS - begin)) "$words")")
    return $status
}
print_times() {
    [ ${#times[@]} -eq 0 ] || printf '%s\n' "" "Times of $(basename "$0"):" "${times[@]}"
}

is_installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

# may_become_root WORDS: ends the script when it cannot become root; WORDS name the purpose.
may_become_root() {
    [ "$(id -u)" -ne 0 ] || return 0
    command -v sudo >/dev/null || give_up "$1: that needs root, and sudo is not installed. Run it as root."
    sudo -v || give_up "$1: that needs root, and sudo was refused. Run it as root, or ask an administrator."
}

# packages_in LIST…: the lines of the lists, without comments.
packages_in() { (cd "$top/packaging" && grep -hvE '^(#|$)' "$@"); }

# known_of LINE: for "a|b", the first package that this release of the distribution has.
known_of() {
    local name
    for name in ${1//|/ }; do
        if is_installed "$name" || apt-cache show "$name" >/dev/null 2>&1; then
            echo "$name"
            return
        fi
    done
    echo "${1%%|*}"
}

# install_packages [LIST…]: installs the missing packages of packages.txt and of the other lists.
install_packages() {
    local -a lines
    mapfile -t lines < <(packages_in packages.txt "$@")
    if ! command -v apt-get >/dev/null; then
        say "This is not Debian or Ubuntu, so nothing is installed. Needed, by whatever names it has here:
    a C++20 compiler, CMake 3.25 or newer, Ninja,
    Qt 6.4 or newer with Widgets, Network, SQL (SQLite), SVG, D-Bus, the Linguist tools, Qt's
    translations and Qt Wayland,
    QtKeychain for Qt 6, libsecret, yaml-cpp, tl-expected${1:+,
    for the tests also SQLite's headers, Clang with its sanitizers, lld, Xvfb, xauth, xdotool, Weston,
    gnome-keyring, secret-tool, dbus-daemon, the AT-SPI bus with its Python binding, OpenSSL, poppler's
    tools, appstreamcli, desktop-file-validate, mandoc, fish, zsh}"
        return
    fi
    install_lines "${lines[@]}"
}

# install_lines LINE…: installs the missing packages of these lines.
install_lines() {
    local line
    local -a missing=() wanted=()
    for line; do
        is_installed "$(known_of "$line")" || missing+=("$line")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    say "Installing ${#missing[@]} missing packages: ${missing[*]}"
    may_become_root "Installing packages"
    # An unreachable package source is no reason to stop: the next step reports missing packages.
    as_root apt-get update -q || say "apt-get update failed; going on with the lists that are there"
    for line in "${missing[@]}"; do
        wanted+=("$(known_of "$line")")
    done
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${wanted[@]}" \
        || give_up "Some packages could not be installed; apt's own message above says why."
}

# build PRESET: configures and builds with all cores. CLUSTERDECK_WERROR=ON in the environment makes
# warnings errors, as .ci/run does.
build() {
    say "Building the $1 preset in build/$1"
    cd "$top" || exit 1
    local version
    version=$(cmake --version 2>/dev/null | sed -n 's/^cmake version //p')
    [ -n "$version" ] || give_up "CMake was not found. Install CMake 3.25 or newer."
    printf '3.25\n%s\n' "$version" | sort -VC || give_up "CMake $version is too old: 3.25 or newer is needed."
    # Set every time, so that an earlier value does not stay in the cache.
    cmake --preset "$1" "-DCLUSTERDECK_WERROR=${CLUSTERDECK_WERROR:-OFF}" \
        || give_up "CMake could not configure the $1 preset; its message above says why."
    cmake --build --preset "$1" || give_up "The build failed; the compiler's message above says why."
}

# bare_root SUITE FOLDER: creates a minimal Debian root with the files for name resolution that
# every installation has. Needs root. Fails when the root cannot be created.
bare_root() {
    local suite=$1 folder=$2 mirror script=/usr/share/debootstrap/scripts/$1
    mirror=${CLUSTERDECK_MIRROR:-$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -m1 -E '/debian/?$' || echo http://deb.debian.org/debian)}
    [ -e "$script" ] || script=/usr/share/debootstrap/scripts/sid # a suite newer than debootstrap
    as_root debootstrap --variant=minbase "$suite" "$folder" "${mirror%/}" "$script" || return 1
    # A mirror may be a snapshot with an expired Release file. Allowed in this root only.
    echo 'Acquire::Check-Valid-Until "false";' | as_root tee "$folder/etc/apt/apt.conf.d/90clusterdeck" >/dev/null
    printf '127.0.0.1 localhost\n::1 localhost ip6-localhost\n' | as_root tee "$folder/etc/hosts" >/dev/null
    as_root cp /etc/resolv.conf "$folder/etc/resolv.conf"
}
