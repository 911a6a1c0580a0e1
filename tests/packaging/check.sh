#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# check.sh ROOT: checks that the installation below ROOT/usr is complete, and that its desktop
# entry, AppStream data, man pages and completions are correct. All of these name every option and
# command of --help, and no other. The AppStream data matches the pictures in the sources and the
# program's version. Needs zsh, fish and mandoc. Changes nothing.
set -euo pipefail
sources=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
root=$1
usr=$root/usr
share=$usr/share
export LC_ALL=C.UTF-8
failures=0

wrong() { printf '%s\n' "check.sh: $*" >&2; failures=$((failures + 1)); }

# same WHAT EXPECTED FOUND: compares lists of words in any order.
same() {
    local difference
    difference=$(diff <(tr -s ' \n' '\n' <<<"$2" | sort -u) <(tr -s ' \n' '\n' <<<"$3" | sort -u)) && return
    wrong "$1: < is in --help alone, > is in it alone"
    grep '^[<>]' <<<"$difference" >&2
}

files_there() {
    local path id=org.clusterdeck.clusterdeck
    for path in bin/clusterdeck bin/clusterdeck-demo-service \
        share/applications/$id.desktop share/metainfo/$id.metainfo.xml \
        share/icons/hicolor/{48x48,64x64,128x128,256x256}/apps/$id.png \
        share/icons/hicolor/scalable/apps/$id.svg \
        share/bash-completion/completions/clusterdeck{,-demo-service} \
        share/zsh/vendor-completions/_clusterdeck{,-demo-service} \
        share/fish/vendor_completions.d/clusterdeck{,-demo-service}.fish; do
        [ -s "$usr/$path" ] || wrong "/usr/$path is missing"
    done
}

# The options in --help, except those that Qt adds.
options_of() { "$usr/bin/$1" --help | grep -oE -- '(^|[ ,])--[a-z][a-z-]*' | tr -d ' ,' | grep -vx -- --help-all; }

# The completions that bash offers after the given words.
bash_offers() {
    # shellcheck disable=SC2016
    bash -c '. "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
        "$(complete -p "$1" | sed "s/.*-F \([^ ]*\) .*/\1/")"; printf "%s\n" "${COMPREPLY[@]}"' \
        bash "$share/bash-completion/completions/$1" "$@"
}

fish_offers() { fish --private -c "source '$share/fish/vendor_completions.d/$1.fish'; complete -C '$*'" | cut -f1; }
long() { grep -E '^--' || true; }

# The man page, which is compressed in a package.
man_page() { gzip -dcf "$share/man/man1/$1".1*; }
man_options() { man_page "$1" | grep -oE '^\.It Fl .*' | grep -oE 'Fl -[a-z][a-z-]*' | sed 's/^Fl -/--/'; }
zsh_options() { grep -v '^#' "$share/zsh/vendor-completions/_$1" | grep -oE -- "['{,]--[a-z][a-z-]*" | tr -d "'{,"; }
fish_options() { sed -nE 's/^complete .* -l ([a-z][a-z-]*).*/--\1/p' "$share/fish/vendor_completions.d/$1.fish"; }

# offered SHELL PROGRAM: the long options that the shell offers at any position.
offered() {
    local after
    "$1_offers" "$2" -- | long
    [ "$2" = clusterdeck ] || return 0
    for after in "plan delete" "apply x.json" history list due; do
        # shellcheck disable=SC2086
        "$1_offers" clusterdeck $after -- | long
    done
}

options() {
    local program expected
    for program in clusterdeck clusterdeck-demo-service; do
        expected=$(options_of $program)
        [ "$(wc -l <<<"$expected")" -gt 10 ] || wrong "$program --help names hardly any option"
        same "the man page of $program" "$expected" "$(man_options $program)"
        same "bash, $program" "$expected" "$(offered bash $program)"
        same "zsh, $program" "$expected" "$(zsh_options $program)"
        same "fish, $program" "$expected" "$(fish_options $program)"
        zsh -n "$share/zsh/vendor-completions/_$program" || wrong "zsh cannot read its completion"
        same "fish in action, $program" "$expected" "$(offered fish $program)"
    done
}

commands() {
    local help expected verbs
    help=$("$usr/bin/clusterdeck" --help)
    expected=$(sed -nE 's/^ +clusterdeck ([a-z]+) .*/\1/p' <<<"$help")
    verbs=$(sed -nE 's/^ +clusterdeck plan ([a-z|]+) .*/\1/p' <<<"$help" | tr '|' '\n')
    [ -n "$expected" ] && [ -n "$verbs" ] || wrong "clusterdeck --help names no commands"
    same "the man page's commands" "$expected" "$(man_page clusterdeck | sed -nE 's/^\.It Cm ([a-z]+).*/\1/p')"
    same "the man page's verbs" "$verbs" "$(man_page clusterdeck | sed -nE 's/^\.It Cm plan Cm (.*)/\1/p' | tr -d ' ' | tr '|' '\n')"
    same "bash's commands" "$expected" "$(bash_offers clusterdeck "" | grep -v '^-')"
    same "bash's verbs" "$verbs" "$(bash_offers clusterdeck plan "" | grep -v '^-')"
    same "zsh's commands" "$expected" "$(grep -oE '[a-z]+\\:"' "$share/zsh/vendor-completions/_clusterdeck" | tr -d '\\:"')"
    same "zsh's verbs" "$verbs" "$(sed -nE "s/.*'1:operation:\(([a-z ]+)\)'.*/\1/p" "$share/zsh/vendor-completions/_clusterdeck")"
    same "fish's commands" "$expected" "$(fish_offers clusterdeck "")"
    same "fish's verbs" "$verbs" "$(fish_offers clusterdeck plan "")"
}

documents() {
    local page said
    said=$(desktop-file-validate "$share"/applications/*.desktop) && [ -z "$said" ] \
        || wrong "the desktop entry is wrong: $said"
    # Hints are failures, except one: AppStream before 1.0 does not know the tag <developer>.
    if ! said=$(appstreamcli validate --pedantic --no-net "$share"/metainfo/*.xml) \
        || grep -E '^[EWIP]: ' <<<"$said" | grep -v 'unknown-tag developer$'; then
        wrong "the AppStream data is wrong: $said"
    fi
    for page in "$share"/man/man1/*; do
        mandoc -T lint -W warning "$page" || wrong "$(basename "$page") is wrong"
    done
}

# Requirements of software centres that appstreamcli does not check.
appstream_data() {
    local summary version newest width picture=
    local file=$share/metainfo/org.clusterdeck.clusterdeck.metainfo.xml
    summary=$(sed -nE 's|.*<summary>(.*)</summary>.*|\1|p' "$file")
    [ ${#summary} -le 35 ] || wrong "the summary is longer than 35 characters: $summary"
    version=$("$usr/bin/clusterdeck" --version)
    version=${version##* }
    newest=$(sed -nE 's/.*<release version="([^"]*)".*/\1/p' "$file" | head -1)
    [ "$version" = "$newest" ] || wrong "the program is version $version, the newest release $newest"
    for picture in $(sed -nE 's|.*<image>.*/(resources/pictures/.*)</image>.*|\1|p' "$file"); do
        # The width of a PNG is in the bytes 16 to 19, big-endian.
        width=$(od -An -tu4 --endian=big -j16 -N4 "$sources/$picture" | tr -d ' ') || width=
        [ "${width:-9999}" -le 1000 ] || wrong "$picture is missing, or wider than 1000 pixels: $width"
    done
    [ -n "$picture" ] || wrong "no picture is in resources/pictures"
}

files_there
options
commands
documents
appstream_data
[ $failures -eq 0 ] || exit 1
echo "All is there, and says the same as --help."
