#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes screenshots of every window and checks that all texts and widgets fit:
#   packaging/screenshots.sh DIR [SCALE…]
# in DIR/LANGUAGE-THEME-SCALE, at 100, 125, 150 and 200 %, light and dark, in English, in Chinese
# and in an artificial language whose texts are 40 % longer. Needs no display. The exit status is 1
# when something is cut off, overlaps or exceeds its parent; DIR/faults.txt lists the faults.
#   packaging/screenshots.sh --publish
# takes the screenshots in resources/pictures for software centres and the README, 1,000 pixels
# wide, and those of the user guide in resources/guide/pictures.
# CLUSTERDECK_BUILD is the folder of a build with tests; without it the dev preset is built.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

[ $# -ge 1 ] || give_up "usage: packaging/screenshots.sh DIR [SCALE…], or --publish"
languages="en zh_CN pseudo"
themes="light dark"
published=()
if [ "$1" = --publish ]; then
    # The names in tst_screens and in resources.
    published=(en:confirmation:pictures/clusterdeck en:details:pictures/table
        en:activity-running:pictures/activity en:history-own:pictures/history)
    for language in en zh_CN; do
        for picture in filter select question confirm countdown done; do
            published+=("$language:guide-$picture:guide/pictures/$language/$picture")
        done
    done
    languages="en zh_CN"
    themes=light
    export CLUSTERDECK_SCREEN='1000 700'
    set -- "$top/build/screens" 100
fi
mkdir -p "$1"
folder=$(cd "$1" && pwd)
shift
scales=("${@:-100 125 150 200}")
build=${CLUSTERDECK_BUILD:-}
if [ -z "$build" ]; then
    install_packages packages-test.txt
    cd "$top"
    [ -f build/dev/build.ninja ] || cmake --preset dev
    cmake --build --preset dev --target tst_screens
    build=$top/build/dev
fi

# The size of the screen at each scale, in pixels: at least 1366 × 768 after scaling.
screen_of() {
    case $1 in
        100) echo "${CLUSTERDECK_SCREEN:-1366 768}" ;;
        125) echo '1920 1080' ;;
        150) echo '2048 1152' ;;
        *) echo '2732 1536' ;;
    esac
}

# one LANGUAGE THEME SCALE: takes the screenshots and lists the faults of one variant.
one() {
    local name=$1-$2-$3 home width height
    home=$(mktemp -d)
    read -r width height < <(screen_of "$3")
    mkdir -p "$folder/$name" "$home/.config"
    rm -f "$folder/$name"/*.png
    cat > "$home/screen.json" <<END
{"screens": [{"name": "screen", "x": 0, "y": 0, "width": $width, "height": $height,
              "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]}
END
    local status=0
    env -u DISPLAY -u WAYLAND_DISPLAY HOME="$home" XDG_CONFIG_HOME="$home/.config" \
        XDG_DATA_HOME="$home/.local/share" XDG_CACHE_HOME="$home/.cache" LC_ALL=C.UTF-8 \
        QT_QPA_PLATFORM="offscreen:configfile=$home/screen.json" \
        QT_SCALE_FACTOR="$(awk "BEGIN { print $3 / 100 }")" \
        CLUSTERDECK_SCREENS="$folder/$name" CLUSTERDECK_SCREENS_LANGUAGE="$1" \
        CLUSTERDECK_SCREENS_THEME="$2" "$build/tests/tst_screens" > "$home/log" 2>&1 || status=$?
    cp "$home/log" "$folder/$name/log.txt"
    rm -rf "$home"
    if [ $status -ne 0 ]; then
        sed -nE 's/^QWARN *: .*Does not fit: (.*)/\1/p; s/^FAIL! *: (.*)/\1/p' "$folder/$name/log.txt" |
            sed "s/^/$name: /" > "$folder/$name/faults.txt"
        [ -s "$folder/$name/faults.txt" ] || echo "$name: ended with $status" > "$folder/$name/faults.txt"
    else
        rm -f "$folder/$name/faults.txt"
    fi
    printf '%s: %s pictures, %s\n' "$name" "$(find "$folder/$name" -name '*.png' | wc -l)" \
        "$([ $status -eq 0 ] && echo 'all fits' || echo 'something does not fit')"
}
export -f one screen_of
export folder build

say "Taking pictures in $folder"
for scale in ${scales[*]}; do
    for language in $languages; do
        for theme in $themes; do
            # The length of texts does not depend on the theme.
            [ "$language-$theme" = pseudo-dark ] || echo "$language $theme $scale"
        done
    done
done | xargs -P 2 -L 1 bash -c 'one "$@"' one

find "$folder" -mindepth 2 -name faults.txt -exec cat {} + > "$folder/faults.txt"
if [ -s "$folder/faults.txt" ]; then
    cat "$folder/faults.txt" >&2
    exit 1
fi
for picture in "${published[@]}"; do
    IFS=: read -r language from to <<<"$picture"
    install -D -m 644 "$folder/$language-light-100"/*-"$from.png" "$top/resources/$to.png"
done
say "$(find "$folder" -name '*.png' | wc -l) pictures, and everything fits"
