// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/mnemonic.h"

namespace clusterdeck
{

namespace
{

/// Whether the "&" at `mark` is part of "(&X)", the form of mnemonics in Chinese.
bool isBracketed(const QString &text, qsizetype mark)
{
    const auto at = [&text](qsizetype place) {
        return place >= 0 && place < text.size() ? text.at(place) : QChar();
    };
    return (at(mark - 1) == u'(' || at(mark - 1) == u'（') && at(mark + 1).isLetterOrNumber() &&
           (at(mark + 2) == u')' || at(mark + 2) == u'）');
}

} // namespace

QString withoutMnemonic(const QString &text)
{
    QString plain;
    plain.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) != u'&') {
            plain += text.at(i);
        } else if (i + 1 < text.size() && text.at(i + 1) == u'&') {
            plain += u'&';
            ++i;
        } else if (isBracketed(text, i)) {
            plain.chop(1);
            while (plain.endsWith(u' '))
                plain.chop(1);
            i += 2;
        }
    }
    return plain;
}

} // namespace clusterdeck
