#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Updates resources/translations/*.ts from the sources: adds new texts as unfinished and removes texts
# that are no longer used. The test `translations` fails while a translation is missing.
# A new language: add its .ts to ui/CMakeLists.txt and its name to ui/text/language.cpp, then run this.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
lupdate=$(command -v lupdate-qt6 || echo /usr/lib/qt6/bin/lupdate)
for catalogue in ${1:-resources/translations}/clusterdeck_*.ts; do
    plural=()
    # The sources are in English; its catalogue contains plural forms only.
    [[ $catalogue != *_en.ts ]] || plural=(-pluralonly)
    "$lupdate" "${plural[@]}" -I . app ui -no-obsolete -locations none -ts "$catalogue"
done
