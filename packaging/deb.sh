#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the Debian package in build/deb and checks it: lintian, the desktop entry, the AppStream
# data, the bill of materials, the completions in their shells.
#   packaging/deb.sh --twice   builds it again in a folder with another name and compares every byte
#   packaging/deb-test.sh      installs, runs and removes it in a bare root
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_packages packages-deb.txt
cd "$top"

# Reads a value from packaging/install.cmake.
value() { sed -nE "s/^set\($1 \"([^\"]*)\"\)/\1/p" packaging/install.cmake; }
homepage=$(value CLUSTERDECK_HOMEPAGE)
maintainer=$(value CLUSTERDECK_MAINTAINER)

# Creates the Debian changelog from the releases in the metainfo.
changelog() {
    python3 - packaging/linux/clusterdeck.metainfo.xml.in "$maintainer" <<'END'
import sys, textwrap
from datetime import datetime, timezone
from email.utils import format_datetime
from xml.etree import ElementTree

path, maintainer = sys.argv[1:]
for release in ElementTree.parse(path).iterfind("releases/release"):
    print(f"clusterdeck ({release.get('version')}) unstable; urgency=medium\n")
    for text in release.find("description").iter():
        if text.tag in ("p", "li") and not text.attrib:
            lines = textwrap.wrap(" ".join(text.text.split()), 74)
            print("  * " + "\n    ".join(lines))
    date = datetime.fromisoformat(release.get("date")).replace(tzinfo=timezone.utc)
    print(f"\n -- {maintainer}  {format_datetime(date)}\n")
END
}

# pack FOLDER: builds FOLDER/../clusterdeck_….deb from a copy of the sources in FOLDER.
pack() {
    mkdir -p "$1"
    tar -c --exclude=./build --exclude=./.git . | tar -x -C "$1"
    cp -r packaging/debian "$1/debian"
    changelog > "$1/debian/changelog"
    sed -i "s|@HOMEPAGE@|$homepage|; s|@MAINTAINER@|$maintainer|" "$1/debian/control"
    (cd "$1" && DEB_BUILD_OPTIONS="terse ${DEB_BUILD_OPTIONS:-}" dpkg-buildpackage -b -us -uc) \
        || give_up "The build failed; see above."
}

check() {
    local package=$1 root
    root=$(mktemp -d)
    dpkg-deb -x "$package" "$root"
    say "lintian"
    lintian --fail-on error,warning --display-info --pedantic "$package" || give_up "lintian objects; see above."
    say "The bill of materials"
    python3 packaging/sbom.py --check "$root" "$root/usr/share/doc/clusterdeck/clusterdeck.spdx.json" \
        || give_up "The bill of materials is wrong; see above."
    say "Desktop entry, AppStream data, man pages, completions"
    tests/packaging/check.sh "$root" || give_up "See above."
    say "$(stat -c %s "$package") bytes, $(du -sk --apparent-size "$root" | cut -f1) KiB installed"
    rm -rf "$root"
}

say "Building the package in build/deb"
rm -rf build/deb
pack "$top/build/deb/clusterdeck"
package=$(echo "$top"/build/deb/*.deb)
check "$package"

if [ "${1:-}" = --twice ]; then
    say "Building it again in another folder"
    # Without ccache, which would return the same object files.
    CCACHE_DISABLE=1 pack "$top/build/deb/again/a-longer-path"
    cmp "$package" build/deb/again/*.deb || give_up "The two packages differ."
    say "Both packages are the same, byte for byte"
fi
say "Done: $package"
