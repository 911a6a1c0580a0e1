#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the Debian package in build/deb and checks it: lintian, the desktop entry, the AppStream
# data, the bill of materials, the completions in their shells.
#   packaging/deb.sh --twice   builds it once more from a copy elsewhere and compares every byte
#   packaging/deb-test.sh      installs, runs and removes it in a bare root
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_packages packages-deb.txt
umask 022 # what it is decides the modes in the package

# The time in every file of the package: that of the last commit, so that it is the same each time.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$top" log -1 --format=%ct 2>/dev/null || stat -c %Y "$top/CMakeLists.txt")}
# For what is compiled in it is fixed: nobody sees it, and nothing is built anew for it.
QT_RCC_SOURCE_DATE_OVERRIDE=1
# Debian's own flags. What is left out of the package anyway is not made.
DEB_BUILD_MAINT_OPTIONS=hardening=+bindnow
DEB_CXXFLAGS_MAINT_STRIP=-g
export SOURCE_DATE_EPOCH QT_RCC_SOURCE_DATE_OVERRIDE DEB_BUILD_MAINT_OPTIONS DEB_CXXFLAGS_MAINT_STRIP

# pack SOURCE BUILD: leaves BUILD/clusterdeck_….deb.
pack() {
    local source=$1 build=$2 flags link
    # No path of this machine in the programs.
    flags="$(dpkg-buildflags --get CPPFLAGS) $(dpkg-buildflags --get CXXFLAGS | sed 's/-ffile-prefix-map=[^ ]*//')"
    flags="$flags -ffile-prefix-map=$source=. -ffile-prefix-map=$build=./build -DNDEBUG"
    link=$(dpkg-buildflags --get LDFLAGS)
    mkdir -p "$build"
    cmake -S "$source" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=None -DBUILD_TESTING=OFF \
        -DCMAKE_INSTALL_PREFIX=/usr -DCMAKE_SKIP_RPATH=ON -DCLUSTERDECK_SBOM=ON -DCLUSTERDECK_PRECOMPILE=ON \
        "-DCMAKE_CXX_FLAGS=$flags" "-DCMAKE_EXE_LINKER_FLAGS=$link" \
        "-DCMAKE_MODULE_LINKER_FLAGS=$link" >"$build/configure.log" 2>&1 \
        || { cat "$build/configure.log"; give_up "CMake could not configure; see above."; }
    # Qt's rcc would take the commit's time, and keep it in what is not built again for the next commit.
    env -u SOURCE_DATE_EPOCH cmake --build "$build" || give_up "The build failed; see above."
    # As Debian strips. cpack builds once more, which writes the bill of materials of these files.
    strip --remove-section=.comment --remove-section=.note "$build"/clusterdeck \
        "$build"/clusterdeck-demo-service "$build"/plugins/clusterdeck-pictures.so
    rm -f "$build"/*.deb
    (cd "$build" && cpack -G DEB) || give_up "cpack failed; see above."
}

check() {
    local package=$1 root file
    root=$(mktemp -d)
    dpkg-deb -x "$package" "$root"
    say "lintian"
    # Of its mere hints it guesses two wrongly: it reads words in compressed data, and says that nothing
    # is fortified where every file is and __memcpy_chk is called.
    lintian --fail-on error,warning --display-info "$package" || give_up "lintian objects; see above."
    say "The bill of materials"
    python3 "$top/packaging/sbom.py" --check "$root/usr/share/doc/clusterdeck/clusterdeck.spdx.json" "$root" \
        || give_up "The bill of materials is wrong; see above."
    say "Desktop entry, AppStream data, man pages, completions"
    "$top/tests/packaging/check.sh" "$root" || give_up "See above."
    file=$(du -sk --apparent-size "$root" | cut -f1)
    rm -rf "$root"
    say "$(stat -c %s "$package") bytes, $file KiB installed"
}

mkdir -p "$top/build"
say "Building the package in build/deb"
pack "$top" "$top/build/deb"
package=$(echo "$top"/build/deb/*.deb)
check "$package"

if [ "${1:-}" = --twice ]; then
    git -C "$top" diff --quiet HEAD || give_up "The second build is made of what is committed: commit first."
    say "Building it again from a copy elsewhere"
    copy=$(mktemp -d)
    trap 'rm -rf "$copy"' EXIT
    mkdir "$copy/a-longer-path"
    export CCACHE_DISABLE=1 # or it would prove nothing
    git -C "$top" archive HEAD | tar -x -C "$copy/a-longer-path" || give_up "The second build needs a clone with git."
    pack "$copy/a-longer-path" "$copy/again"
    cmp "$package" "$copy"/again/*.deb || give_up "The two packages differ."
    say "Both packages are the same, byte for byte"
fi
say "Done: $package"
