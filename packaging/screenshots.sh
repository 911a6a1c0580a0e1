#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Pictures of every window, and whether all that stands in them fits:
#   packaging/screenshots.sh DIR [SCALE…]
# in DIR/LANGUAGE-THEME-SCALE, at 100, 125, 150 and 200 %, light and dark, English and Chinese, and in
# a language that nobody speaks and that is longer by two fifths. Needs no display. Ends with 1 when
# something is cut, lies upon something else or sticks out; DIR/faults.txt says what and where.
# CLUSTERDECK_BUILD: the folder of a build with tests; else the dev preset is built.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

[ $# -ge 1 ] || give_up "usage: packaging/screenshots.sh DIR [SCALE…]"
mkdir -p "$1"
folder=$(cd "$1" && pwd)
shift
scales=("${@:-100 125 150 200}")
build=${CLUSTERDECK_BUILD:-}
if [ -z "$build" ]; then
    install_packages
    cd "$top"
    [ -f build/dev/build.ninja ] || cmake --preset dev
    cmake --build --preset dev --target tst_screens
    build=$top/build/dev
fi

# The screen that each scale would have: all of it is 1366 × 768 or a little more of what one sees.
screen_of() {
    case $1 in
        100) echo '1366 768' ;;
        125) echo '1920 1080' ;;
        150) echo '2048 1152' ;;
        *) echo '2732 1536' ;;
    esac
}

# one LANGUAGE THEME SCALE: pictures and faults of one of them.
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
    for language in en zh_CN pseudo; do
        for theme in light dark; do
            # Longer words are as long in the dark.
            [ "$language-$theme" = pseudo-dark ] || echo "$language $theme $scale"
        done
    done
done | xargs -P 2 -L 1 bash -c 'one "$@"' one

find "$folder" -mindepth 2 -name faults.txt -exec cat {} + > "$folder/faults.txt"
if [ -s "$folder/faults.txt" ]; then
    cat "$folder/faults.txt" >&2
    exit 1
fi
say "$(find "$folder" -name '*.png' | wc -l) pictures, and everything fits"
