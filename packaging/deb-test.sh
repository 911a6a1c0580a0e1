#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the package that packaging/deb.sh builds (built first if missing) in a minimal root
# without network, runs the tour there, checks the installed files, and purges the package. Needs
# root or sudo for the chroot. The minimal root and the packages that Clusterdeck depends on are
# downloaded first and kept in build/bare-root for the next run. Where a container forbids a new
# network namespace, only an option of apt prevents downloads, and the script says so.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_packages packages-deb.txt
may_become_root "Making a bare root"
package=$(echo "$top"/build/deb/*.deb)
if [ ! -f "$package" ]; then
    "$top/packaging/deb.sh"
    package=$(echo "$top"/build/deb/*.deb)
fi
base=$top/build/bare-root
work=$top/build/bare-root-work
release=$(. /etc/os-release && echo "$VERSION_CODENAME")

clean=(/usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive)
inside() { as_root chroot "$work" "${clean[@]}" "$@"; }
# The same with no network except loopback, which the practice cloud needs.
alone() { inside "$@"; }
if as_root unshare --net true 2>/dev/null; then
    alone() {
        # shellcheck disable=SC2016
        as_root unshare --net sh -c 'ip link set lo up && exec "$@"' sh chroot "$work" "${clean[@]}" "$@"
    }
else
    say "A network namespace of its own is not allowed here: the network stays within reach"
fi
# Makes every download by apt fail.
offline=(-o Acquire::http::Proxy=http://127.0.0.1:1 -o Acquire::https::Proxy=http://127.0.0.1:1 -o Dpkg::Use-Pty=0)
installed() { inside dpkg-query -W -f '${Package} ${db:Status-Status}\n' | sort; }
# Files of the root, except those that apt and dpkg change in every run.
files() {
    as_root find "$work" -xdev \( -path "$work/var/lib/dpkg" -o -path "$work/var/lib/apt" \
        -o -path "$work/var/cache" -o -path "$work/var/log" -o -path "$work/tmp" -o -path "$work/proc" \
        -o -path "$work/sys" -o -path "$work/dev" -o -path "$work/run" \) -prune -o -printf '/%P\n' | sort
}

if [ ! -f "$base/complete" ]; then
    say "Making a bare root of $release"
    as_root rm -rf "$base"
    bare_root "$release" "$base" || give_up "debootstrap could not make a root; see above."
    as_root touch "$base/complete"
fi
as_root rm -rf "$work"
as_root cp -a "$base" "$work"
trap 'as_root rm -rf "$work"' EXIT
as_root cp "$package" "$work/clusterdeck.deb"

say "Fetching what it depends on"
inside apt-get update -q
inside apt-get install -y -q --no-install-recommends --download-only /clusterdeck.deb
as_root mkdir -p "$base/var/cache/apt/archives"
as_root cp -nu "$work"/var/cache/apt/archives/*.deb "$base/var/cache/apt/archives/" 2>/dev/null || true
as_root rm "$work/etc/resolv.conf"
before=$(installed)
files_before=$(files)

say "Installing it without network"
alone apt-get install -y -q --no-install-recommends "${offline[@]}" /clusterdeck.deb
inside dpkg --verify clusterdeck
files_with=$(files)
printf '%s packages came with it, %s KiB; of these its own: %s KiB\n' \
    "$(comm -13 <(echo "$before") <(installed) | wc -l)" \
    "$(inside dpkg-query -W -f '${Package} ${db:Status-Status} ${Installed-Size}\n' | sort \
        | join -v 2 <(cut -d' ' -f1 <<<"$before") - | awk '{ sum += $3 } END { print sum }')" \
    "$(inside dpkg-query -W -f '${Installed-Size}' clusterdeck)"
inside clusterdeck --version
inside clusterdeck-demo-service --version
if inside sh -c 'ldd /usr/bin/clusterdeck /usr/bin/clusterdeck-demo-service /usr/lib/*/clusterdeck/*.so' | grep "not found"; then
    give_up "A library is missing that the package does not depend on; see above."
fi

say "Playing the tour"
alone env QT_QPA_PLATFORM=offscreen clusterdeck --demo --tour /tmp/tour
pictures=$(find "$work/tmp/tour" -name '*.png' | wc -l)
[ "$pictures" -gt 5 ] || give_up "The tour left $pictures pictures."
echo "$pictures pictures"

say "Asking the practice cloud from the command line"
# shellcheck disable=SC2016
alone sh -c 'set -e; cd /tmp
    clusterdeck-demo-service --clusters 5 > demo.env 2>/dev/null & service=$!
    while ! grep -q ^QINGCLOUD_SECRET demo.env; do sleep 0.1; done
    set -a; . ./demo.env; set +a
    status=0
    echo ehpc-00000000 | clusterdeck plan delete --ids-from - --endpoint "$endpoint" \
        --zone "$zone" --owner "$owner" || status=$?
    kill $service
    [ $status = 1 ] # it is not listed, which only the cloud can have told' \
    || give_up "The command line did not reach the practice cloud."

say "Purging it"
alone apt-get purge -y -q -o Dpkg::Use-Pty=0 clusterdeck
left=$(comm -12 <(files) <(comm -13 <(echo "$files_before") <(echo "$files_with")) | grep -i clusterdeck || true)
[ -z "$left" ] || give_up "Left behind: $left"
# Packages that others only recommend are removed, too.
alone apt-get autoremove -y -q --purge -o Dpkg::Use-Pty=0 \
    -o APT::AutoRemove::RecommendsImportant=false -o APT::AutoRemove::SuggestsImportant=false
after=$(installed)
[ "$before" = "$after" ] || { diff <(echo "$before") <(echo "$after"); give_up "Other packages stayed behind; see above."; }
left=$(comm -13 <(echo "$files_before") <(files) | grep -v '^/root/' || true)
[ -z "$left" ] || { echo "$left"; give_up "Files stayed behind; see above."; }
say "Installed, ran and was removed without a trace"
