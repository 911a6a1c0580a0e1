#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the package of packaging/deb.sh in a bare root that has no network, plays the tour there,
# looks at what was installed, and purges it again. Needs root, or sudo, for the chroot.
# The bare root and the packages that Clusterdeck depends on are fetched first, and kept in
# build/bare-root for the next time.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_packages packages-deb.txt
package=$(echo "$top"/build/deb/*.deb)
[ -f "$package" ] || give_up "There is no package in build/deb: run packaging/deb.sh first."
missing=(root) # for as_root's words
base=$top/build/bare-root
work=$top/build/bare-root-work
release=$(. /etc/os-release && echo "$VERSION_CODENAME")
mirror=${CLUSTERDECK_MIRROR:-$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | head -1)}

inside() { as_root chroot "$work" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
# The same without any network, not even loopback to the outside.
alone() { as_root unshare --net sh -c 'ip link set lo up 2>/dev/null; exec "$@"' sh chroot "$work" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
installed() { inside dpkg-query -W -f '${Package} ${db:Status-Status}\n' | sort; }

if [ ! -f "$base/complete" ]; then
    say "Making a bare root of $release"
    as_root rm -rf "$base"
    as_root debootstrap --variant=minbase "$release" "$base" "$mirror" || give_up "debootstrap failed; see above."
    as_root touch "$base/complete"
fi
as_root rm -rf "$work"
as_root cp -a "$base" "$work"
trap 'as_root rm -rf "$work"' EXIT
as_root cp "$package" "$work/clusterdeck.deb"
as_root cp /etc/resolv.conf "$work/etc/resolv.conf"

say "Fetching what it depends on"
inside apt-get update -q
inside apt-get install -y -q --no-install-recommends --download-only /clusterdeck.deb
as_root rm "$work/etc/resolv.conf"
before=$(installed)

say "Installing it without network"
alone apt-get install -y -q --no-install-recommends --no-download /clusterdeck.deb
inside dpkg --verify clusterdeck
inside clusterdeck --version
inside clusterdeck-demo-service --version

say "Playing the tour"
alone env QT_QPA_PLATFORM=offscreen clusterdeck --demo --tour /tour
pictures=$(ls "$work"/tour/*.png | wc -l)
[ "$pictures" -gt 5 ] || give_up "The tour left $pictures pictures."
echo "$pictures pictures"

say "Purging it"
alone apt-get purge -y -q clusterdeck
alone apt-get autoremove -y -q --purge
for path in /usr/bin/clusterdeck /usr/share/doc/clusterdeck /usr/share/applications /usr/share/metainfo; do
    found=$(as_root find "$work$path" -iname '*clusterdeck*' 2>/dev/null || true)
    [ -z "$found" ] || give_up "Left behind: $found"
done
after=$(installed)
[ "$before" = "$after" ] || { diff <(echo "$before") <(echo "$after"); give_up "Other packages stayed behind; see above."; }
say "Installed, ran and was removed without a trace"
