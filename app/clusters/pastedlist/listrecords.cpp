// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/pastedlist/listrecords.h"

#include <QStringDecoder>

#include <algorithm>

namespace clusterdeck
{

namespace
{

bool endsLine(QChar unit)
{
    // Also the line ends of Word, mainframes and Unicode.
    return (unit >= u'\n' && unit <= u'\r') || unit == u'\u0085' || unit == u'\u2028' ||
           unit == u'\u2029';
}

std::optional<QString> decoded(const QByteArray &bytes, QStringDecoder decoder)
{
    if (!decoder.isValid())
        return std::nullopt;
    QString text = decoder(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(text);
}

/// UTF-16 or UTF-32 without a byte order mark: the encoding that gives the most ASCII characters.
/// Only a few characters may look like two ASCII characters, which would be another encoding.
std::optional<QString> unmarked(const QByteArray &bytes)
{
    const auto isAscii = [](char16_t code) { return code >= 0x20 && code < 0x7F; };
    std::optional<QString> best;
    qsizetype most = 0;
    for (const auto encoding : {QStringConverter::Utf32LE, QStringConverter::Utf32BE,
                                QStringConverter::Utf16LE, QStringConverter::Utf16BE}) {
        std::optional<QString> text = decoded(bytes, QStringDecoder(encoding));
        if (!text || !text->isValidUtf16() || bytes.size() % 2 != 0)
            continue;
        const bool controls = std::any_of(text->begin(), text->end(), [](QChar unit) {
            return unit.unicode() < 0x20 && !unit.isSpace() && unit != u'\u001A';
        });
        if (controls)
            continue;
        qsizetype plain = 0;
        qsizetype twoInOne = 0;
        for (const QChar unit : std::as_const(*text)) {
            plain += unit.unicode() < 0x80 ? 1 : 0;
            twoInOne += isAscii(unit.row()) && isAscii(unit.cell()) ? 1 : 0;
        }
        if (plain > most && plain > 2 * twoInOne) {
            most = plain;
            best = std::move(text);
        }
    }
    return best;
}

/// Whether more non-ASCII characters are valid than invalid.
bool isMostlyRead(const QString &utf8)
{
    qsizetype read = 0;
    qsizetype broken = 0;
    for (const QChar unit : utf8) {
        if (unit == QChar::ReplacementCharacter)
            ++broken;
        else if (unit.unicode() >= 0x80)
            ++read;
    }
    return read > broken;
}

/// Whether non-ASCII bytes come in pairs, as in Chinese. In western text they are single.
bool comesInPairs(const QByteArray &bytes)
{
    int pairs = 0;
    int single = 0;
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        if (quint8(bytes.at(at)) < 0x80)
            continue;
        const bool pair = at + 1 < bytes.size() && quint8(bytes.at(at + 1)) >= 0x80;
        ++(pair ? pairs : single);
        at += pair ? 1 : 0;
    }
    return pairs >= single;
}

} // namespace

tl::expected<ListText, ListTextProblem> listText(const QByteArray &bytes)
{
    if (const auto marked = QStringConverter::encodingForData(bytes))
        return ListText{QStringDecoder(*marked)(bytes), {}};
    if (bytes.contains('\0')) {
        if (const auto text = unmarked(bytes))
            return ListText{*text, {}};
        return tl::unexpected(ListTextProblem::Binary);
    }
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8(bytes);
    if (!utf8.hasError() || isMostlyRead(text))
        return ListText{text, {}};
    if (comesInPairs(bytes)) {
        if (const auto chinese = decoded(bytes, QStringDecoder("GB18030")))
            return ListText{*chinese, QStringLiteral("GB18030")};
    } else if (const auto western = decoded(bytes, QStringDecoder("windows-1252"))) {
        return ListText{*western, QStringLiteral("Windows-1252")};
    }
    return tl::unexpected(ListTextProblem::Encoding);
}

ListRecords::ListRecords(QString text)
    : m_text(std::move(text))
{
    constexpr QChar ByteOrderMark(u'\uFEFF');
    if (m_text.startsWith(ByteOrderMark))
        m_at = 1;
}

qsizetype ListRecords::lineEnd(qsizetype from) const
{
    const auto end = std::find_if(m_text.begin() + from, m_text.end(), endsLine);
    return end - m_text.begin();
}

/// Moves to the position after the line end at `place`.
void ListRecords::moveTo(qsizetype place)
{
    const bool both =
        place + 1 < m_text.size() && m_text.at(place) == u'\r' && m_text.at(place + 1) == u'\n';
    const qsizetype next = qMin(place + (both ? 2 : 1), m_text.size());
    for (qsizetype at = m_at; at < next; ++at) {
        const bool pair =
            m_text.at(at) == u'\r' && at + 1 < m_text.size() && m_text.at(at + 1) == u'\n';
        m_line += endsLine(m_text.at(at)) && !pair ? 1 : 0;
    }
    m_at = next;
}

ListRecord ListRecords::peekLine() const
{
    return {m_line, m_text.mid(m_at, lineEnd(m_at) - m_at), {}};
}

ListRecord ListRecords::takeLine()
{
    ListRecord record = peekLine();
    moveTo(m_at + record.text.size());
    return record;
}

ListRecords::Cell ListRecords::plainCell(qsizetype from, QStringView separators) const
{
    const auto end = std::find_if(m_text.begin() + from, m_text.end(), [&](QChar unit) {
        return separators.contains(unit) || endsLine(unit);
    });
    return {m_text.mid(from, end - m_text.begin() - from), end - m_text.begin()};
}

ListRecords::Cell ListRecords::cellAt(qsizetype from, QStringView separators)
{
    const auto isBlank = [&](QChar unit) {
        return unit.isSpace() && !separators.contains(unit) && !endsLine(unit);
    };
    qsizetype opens = from;
    while (opens < m_text.size() && isBlank(m_text.at(opens)))
        ++opens;
    if (opens >= m_text.size() || m_text.at(opens) != u'"' || !m_quotesEnd)
        return plainCell(from, separators);
    Cell cell;
    qsizetype at = opens + 1;
    while (true) {
        const qsizetype closes = m_text.indexOf(u'"', at);
        if (closes < 0) {
            m_quotesEnd = false;
            return plainCell(from, separators);
        }
        cell.text += QStringView(m_text).mid(at, closes - at);
        at = closes + 1;
        if (at >= m_text.size() || m_text.at(at) != u'"')
            break;
        cell.text += u'"';
        ++at;
    }
    const Cell rest = plainCell(at, separators);
    if (!rest.text.trimmed().isEmpty())
        return plainCell(from, separators); // the quotes do not enclose the cell
    cell.end = rest.end;
    return cell;
}

ListRecord ListRecords::takeRecord(QStringView separators)
{
    ListRecord record;
    record.line = m_line;
    const qsizetype begin = m_at;
    qsizetype end = m_at;
    while (true) {
        const Cell cell = cellAt(end, separators);
        record.cells.append(cell.text.trimmed());
        end = cell.end;
        if (end >= m_text.size() || !separators.contains(m_text.at(end)))
            break;
        ++end;
    }
    record.text = m_text.mid(begin, end - begin);
    moveTo(end);
    return record;
}

QStringList cutAnywhere(const QString &line)
{
    return ListRecords(line).takeRecord(u",;\t，；、").cells;
}

} // namespace clusterdeck
