#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the two commands of the README, each in its own minimal root of a Debian release:
#   packaging/bare-root.sh SUITE [COMMAND…]     SUITE: bookworm, trixie, forky, …
# COMMAND: runs this instead of packaging/run.sh and packaging/test.sh, for example
# "packaging/test.sh asan". Tests the committed state. Needs root or sudo, and Debian's mirror;
# CLUSTERDECK_MIRROR names another mirror. The logs are in build/bare-roots/SUITE-….log; a table of
# times ends the output. The roots are removed, unless CLUSTERDECK_KEEP_ROOT is set.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

[ $# -ge 1 ] || give_up "usage: packaging/bare-root.sh SUITE [COMMAND…]"
suite=$1
shift
commands=("$@")
[ $# -gt 0 ] || commands=(packaging/run.sh packaging/test.sh)

may_become_root "Making a bare root"
for tool in debootstrap unshare git; do
    command -v "$tool" >/dev/null || give_up "$tool was not found. Install it: apt install debootstrap util-linux git"
done
logs=$top/build/bare-roots
mkdir -p "$logs"
work=$(mktemp -d /var/tmp/clusterdeck-root.XXXXXX)
[ -n "${CLUSTERDECK_KEEP_ROOT:-}" ] || trap 'as_root rm -rf "$work"' EXIT

# in_root ROOT COMMAND: runs the command in the clone in the root, with the kernel's file systems
# and without this environment, except the proxy variables. The mounts end with the process.
in_root() {
    # shellcheck disable=SC2016
    as_root unshare --mount --pid --fork --kill-child sh -c 'set -e
        root=$1; shift
        mount --make-rprivate /
        mount --bind "$root" "$root" # a root that is no mount point cannot be unshared
        mount --rbind /dev "$root/dev"
        mount -t proc proc "$root/proc"
        mount -t sysfs sys "$root/sys" 2>/dev/null || mount --rbind /sys "$root/sys"
        mount -t tmpfs tmpfs "$root/tmp"
        exec chroot "$root" "$@"' sh "$1" \
        /usr/bin/env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root \
        LC_ALL=C.UTF-8 ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} \
        ${CLUSTERDECK_WERROR:+CLUSTERDECK_WERROR="$CLUSTERDECK_WERROR"} \
        sh -c 'cd /root/clusterdeck && '"$2" </dev/null
}

say "Making a bare root of $suite"
timed "debootstrap $suite" bare_root "$suite" "$work/base" >"$logs/$suite-debootstrap.log" 2>&1 \
    || { tail -n 20 "$logs/$suite-debootstrap.log"; give_up "See $logs/$suite-debootstrap.log"; }
as_root mkdir "$work/base/root/clusterdeck"
git -C "$top" archive HEAD | as_root tar -x -C "$work/base/root/clusterdeck"

failed=0
for command in "${commands[@]}"; do
    log=$logs/$suite-$(basename "${command// /-}").log
    say "$suite: $command (its output: $log)"
    as_root rm -rf "$work/root"
    as_root cp -a "$work/base" "$work/root"
    status=0
    timed "$suite: $command" in_root "$work/root" "$command" >"$log" 2>&1 || status=$?
    if [ "$status" -ne 0 ]; then
        tail -n 40 "$log"
        failed=1
    fi
    times+=("$(sed -n '/^Times of/,$s/^ *\([0-9]* s\)  /          of it \1: /p' "$log")")
    times+=("          exit status $status$(sed -n 's/.*, \([0-9]* tests failed out of [0-9]*\).*/, \1/p' "$log")")
done
print_times
[ "$failed" -eq 0 ] || give_up "$suite: not every command passed; see above."
say "$suite: every command passed"
