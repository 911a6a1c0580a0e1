// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/collator.h"

namespace clusterdeck
{

/// English for the C locale, which sorts by code points.
QCollator collatorForPeople()
{
    const QLocale locale;
    QCollator collator(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    return collator;
}

} // namespace clusterdeck
