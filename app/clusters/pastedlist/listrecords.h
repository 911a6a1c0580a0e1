// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <tl/expected.hpp>

namespace clusterdeck
{

/// The text of a list file.
struct ListText {
    QString text;
    /// The name of the encoding if it was guessed; otherwise empty.
    QString guessed;
};

enum class ListTextProblem {
    Binary,   ///< not text: a spreadsheet, an archive, a mixture of encodings
    Encoding, ///< not UTF-8, UTF-16 or UTF-32, and Qt cannot decode the guessed encoding
};

/// Decodes the bytes of a list: UTF-8, UTF-16 and UTF-32, with or without a byte order mark. A few
/// invalid bytes in UTF-8 become U+FFFD. Other bytes are read as GB18030 or Windows-1252, which
/// spreadsheets write in Chinese and western Windows.
[[nodiscard]] tl::expected<ListText, ListTextProblem> listText(const QByteArray &bytes);

/// One record of a text.
struct ListRecord {
    int line = 0;      ///< of the text, from 1, where it begins
    QString text;      ///< unchanged, without the line end
    QStringList cells; ///< only from takeRecord()
};

/// Reads a text record by record, each character once or twice. Lines end with LF, CR LF, CR, or
/// another line end of Unicode.
class ListRecords
{
public:
    explicit ListRecords(QString text);

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }

    /// The next line, without regard to quotes.
    ListRecord takeLine();

    /// The next record of a table by RFC 4180, split at each of `separators`: a quoted cell may
    /// contain separators, line breaks and doubled quotes. Quotes that never end, or end inside a
    /// cell, are read as normal characters. White space around cells is removed.
    ListRecord takeRecord(QStringView separators);

    /// The next line, without moving past it.
    [[nodiscard]] ListRecord peekLine() const;

private:
    struct Cell {
        QString text;
        qsizetype end = 0; ///< the position after the cell
    };
    [[nodiscard]] qsizetype lineEnd(qsizetype from) const;
    [[nodiscard]] Cell plainCell(qsizetype from, QStringView separators) const;
    [[nodiscard]] Cell cellAt(qsizetype from, QStringView separators);
    void moveTo(qsizetype place);

    QString m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    bool m_quotesEnd = true; ///< false after quotes that never end
};

/// The cells of a line, split at commas, semicolons and tabs, narrow or full-width.
[[nodiscard]] QStringList cutAnywhere(const QString &line);

} // namespace clusterdeck
