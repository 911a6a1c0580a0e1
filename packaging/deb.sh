#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the Debian package in build/deb and checks it: lintian, the desktop entry, the AppStream
# data. packaging/deb.sh --twice builds it once more from a copy elsewhere and compares every byte.
# packaging/deb-test.sh installs, runs and removes it in a bare root.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_packages packages-deb.txt

# The time in every file of the package: that of the last commit, so that it is the same each time.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$top" log -1 --format=%ct 2>/dev/null || stat -c %Y "$top/CMakeLists.txt")}
export SOURCE_DATE_EPOCH

# pack SOURCE BUILD: leaves BUILD/clusterdeck_….deb.
pack() {
    local source=$1 build=$2 flags
    flags="-ffile-prefix-map=$source=. $(dpkg-buildflags --get CPPFLAGS) $(dpkg-buildflags --get CXXFLAGS | sed 's/-ffile-prefix-map=[^ ]*//')"
    cmake -S "$source" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=None -DBUILD_TESTING=OFF \
        -DCMAKE_INSTALL_PREFIX=/usr -DCMAKE_SKIP_RPATH=ON -DCLUSTERDECK_SBOM=ON \
        "-DCMAKE_CXX_FLAGS=$flags -DNDEBUG -DQT_NO_DEBUG" \
        "-DCMAKE_EXE_LINKER_FLAGS=$(dpkg-buildflags --get LDFLAGS) -Wl,-z,now -s" >"$build.log" 2>&1 \
        || { cat "$build.log"; give_up "CMake could not configure; see above."; }
    cmake --build "$build" || give_up "The build failed; see above."
    rm -f "$build"/*.deb
    (cd "$build" && umask 022 && fakeroot cpack -G DEB) || give_up "cpack failed; see above."
}

check() {
    local package=$1 id root
    root=$(mktemp -d)
    dpkg-deb -x "$package" "$root"
    say "lintian"
    lintian --fail-on error,warning --display-info "$package" || give_up "lintian objects; see above."
    say "desktop-file-validate, appstreamcli"
    for id in "$root"/usr/share/applications/*.desktop; do
        desktop-file-validate "$id" || give_up "The desktop entry is wrong; see above."
    done
    appstreamcli validate --pedantic --no-net "$root"/usr/share/metainfo/*.xml \
        || give_up "The AppStream data is wrong; see above."
    rm -rf "$root"
}

mkdir -p "$top/build"
say "Building the package in build/deb"
pack "$top" "$top/build/deb"
package=$(echo "$top"/build/deb/*.deb)
check "$package"

if [ "${1:-}" = --twice ]; then
    say "Building it again from a copy elsewhere"
    copy=$(mktemp -d)
    trap 'rm -rf "$copy"' EXIT
    git -C "$top" archive HEAD | tar -x -C "$copy" || give_up "The second build needs a clone with git."
    pack "$copy" "$copy/build-again"
    cmp "$package" "$copy"/build-again/*.deb || give_up "The two packages differ."
    say "Both packages are the same, byte for byte"
fi
say "Done: $package"
