// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pseudotranslator.h"

#include <QMap>

namespace clusterdeck
{

namespace
{

/// A letter with an accent, of about the same width.
QChar accented(QChar letter)
{
    static const QMap<QChar, QChar> accents{
        {u'a', u'á'}, {u'c', u'ç'}, {u'e', u'é'}, {u'i', u'ï'}, {u'n', u'ñ'}, {u'o', u'ö'},
        {u's', u'š'}, {u'u', u'ü'}, {u'y', u'ý'}, {u'z', u'ž'}, {u'A', u'Å'}, {u'C', u'Ç'},
        {u'D', u'Ð'}, {u'E', u'É'}, {u'I', u'Ï'}, {u'N', u'Ñ'}, {u'O', u'Ö'}, {u'S', u'Š'},
        {u'U', u'Ü'}, {u'Y', u'Ý'}, {u'Z', u'Ž'}};
    return accents.value(letter, letter);
}

} // namespace

QString PseudoTranslator::translate(const char *context, const char *source, const char *,
                                    int) const
{
    // These contexts hold settings, not text: date formats and text direction.
    const QByteArrayView room(context);
    if (room == "QGuiApplication" || room == "QLocale" || !*source)
        return {};
    return longer(QString::fromUtf8(source));
}

QString PseudoTranslator::longer(const QString &text)
{
    QString result;
    qsizetype letters = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar letter = text.at(at);
        const bool kept =
            at > 0 && (text.at(at - 1) == u'%' || text.at(at - 1) == u'&' ||
                       (at > 1 && text.at(at - 2) == u'%' && text.at(at - 1) == u'L'));
        result += kept ? letter : accented(letter);
        letters += letter.isLetter() ? 1 : 0;
    }
    // Added as words, so that lines wrap as in a longer language; at the end, where a line is cut
    // off.
    QString more;
    while (more.size() < (letters * 2 + 4) / 5)
        more += more.size() % 8 == 7 ? u' ' : u'ü';
    return u'[' + result + (more.isEmpty() ? QString() : u' ' + more) + u']';
}

} // namespace clusterdeck
