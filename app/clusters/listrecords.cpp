// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/listrecords.h"

#include <QStringDecoder>

#include <algorithm>

namespace clusterdeck
{

namespace
{

bool endsLine(QChar unit)
{
    return unit == u'\n' || unit == u'\r';
}

/// `isSeparator`: of one character.
template <class IsSeparator>
QStringList cut(const QString &line, IsSeparator isSeparator)
{
    QStringList cells;
    qsizetype begin = 0;
    bool quotesEnd = true; // no quotes were met yet that do not
    while (begin <= line.size()) {
        const auto next = [&](qsizetype from) {
            const auto found = std::find_if(line.begin() + from, line.end(), isSeparator);
            return qsizetype(found - line.begin());
        };
        qsizetype end = next(begin);
        QString cell = line.mid(begin, end - begin).trimmed();
        if (quotesEnd && cell.startsWith(u'"')) {
            // The quotes hold when they end where a cell may end.
            const qsizetype opens = line.indexOf(u'"', begin);
            qsizetype closes = line.indexOf(u'"', opens + 1);
            while (closes >= 0 && closes + 1 < line.size() && line.at(closes + 1) == u'"')
                closes = line.indexOf(u'"', closes + 2);
            quotesEnd = closes >= 0;
            const qsizetype behind = closes < 0 ? -1 : next(closes + 1);
            if (closes >= 0 && line.mid(closes + 1, behind - closes - 1).trimmed().isEmpty()) {
                cell = line.mid(opens + 1, closes - opens - 1);
                cell.replace(QStringLiteral("\"\""), QStringLiteral("\""));
                cell = cell.trimmed();
                end = behind;
            }
        }
        cells.append(cell);
        begin = end + 1;
    }
    return cells;
}

} // namespace

QString listText(const QByteArray &bytes)
{
    if (const auto marked = QStringConverter::encodingForData(bytes))
        return QStringDecoder(*marked)(bytes);
    QStringDecoder utf8(QStringDecoder::Utf8);
    QString text = utf8(bytes);
    if (!utf8.hasError())
        return text;
    QStringDecoder chinese("GB18030");
    if (!chinese.isValid())
        return text;
    QString other = chinese(bytes);
    return chinese.hasError() ? text : other;
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

/// To `place`, which is at a line's end or the text's, and over that end.
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

ListRecords::Cell ListRecords::plainCell(qsizetype from, QChar separator) const
{
    const auto end = std::find_if(m_text.begin() + from, m_text.end(),
                                  [&](QChar unit) { return unit == separator || endsLine(unit); });
    return {m_text.mid(from, end - m_text.begin() - from), end - m_text.begin()};
}

ListRecords::Cell ListRecords::cellAt(qsizetype from, QChar separator)
{
    qsizetype opens = from;
    while (opens < m_text.size() && m_text.at(opens) == u' ')
        ++opens;
    if (opens >= m_text.size() || m_text.at(opens) != u'"' || !m_quotesEnd)
        return plainCell(from, separator);
    Cell cell;
    qsizetype at = opens + 1;
    while (true) {
        const qsizetype closes = m_text.indexOf(u'"', at);
        if (closes < 0) {
            m_quotesEnd = false;
            return plainCell(from, separator);
        }
        cell.text += QStringView(m_text).mid(at, closes - at);
        at = closes + 1;
        if (at >= m_text.size() || m_text.at(at) != u'"')
            break;
        cell.text += u'"';
        ++at;
    }
    const Cell rest = plainCell(at, separator);
    if (!rest.text.trimmed().isEmpty())
        return plainCell(from, separator); // these quotes do not hold the cell
    cell.end = rest.end;
    return cell;
}

ListRecord ListRecords::takeRecord(QChar separator)
{
    ListRecord record;
    record.line = m_line;
    const qsizetype begin = m_at;
    qsizetype end = m_at;
    while (true) {
        const Cell cell = cellAt(end, separator);
        record.cells.append(cell.text.trimmed());
        end = cell.end;
        if (end >= m_text.size() || m_text.at(end) != separator)
            break;
        ++end;
    }
    record.text = m_text.mid(begin, end - begin);
    moveTo(end);
    return record;
}

QStringList cutAnywhere(const QString &line)
{
    static const QString Separators = QStringLiteral(",;\t，；、");
    return cut(line, [](QChar unit) { return Separators.contains(unit); });
}

QStringList cutAt(const QString &line, QChar separator)
{
    return cut(line, [separator](QChar unit) { return unit == separator; });
}

} // namespace clusterdeck
