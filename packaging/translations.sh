#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Brings resources/translations/*.ts up to date with the sources: new texts come in unfinished, for a
# translator; those that nothing shows any more go. The test `translations` fails while one is missing.
# A new language: add its .ts to ui/CMakeLists.txt and its name to ui/look/language.cpp, then run this.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
lupdate=$(command -v lupdate-qt6 || echo /usr/lib/qt6/bin/lupdate)
for catalogue in ${1:-resources/translations}/clusterdeck_*.ts; do
    plural=()
    # English is what the sources say, but for its plurals.
    [[ $catalogue != *_en.ts ]] || plural=(-pluralonly)
    "$lupdate" "${plural[@]}" -I . app ui -no-obsolete -locations none -ts "$catalogue"
done
