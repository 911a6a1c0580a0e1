// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/metrics.h"

#include <QFontMetrics>

namespace clusterdeck
{

int widthOfLetters(const QFontMetrics &metrics, int letters)
{
    constexpr QLatin1String Alphabet("abcdefghijklmnopqrstuvwxyz");
    const auto ofAlphabet = metrics.horizontalAdvance(Alphabet) / int(Alphabet.size());
    return letters * qMin(metrics.averageCharWidth(), ofAlphabet);
}

} // namespace clusterdeck
