// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <tl/expected.hpp>

namespace clusterdeck
{

/// A list out of a file.
struct ListText {
    QString text;
    /// The encoding, when it was guessed: nothing in the file tells it.
    QString guessed;
};

enum class ListTextProblem {
    Binary,   ///< no text: a spreadsheet, an archive, several encodings one after the other
    Encoding, ///< neither UTF-8, UTF-16 nor UTF-32, and what it may be cannot be read here
};

/// A list's bytes as text: UTF-8, UTF-16 and UTF-32, with a mark in front or without one. A few
/// broken bytes in UTF-8 become U+FFFD. What is none of these is taken for GB18030, which
/// spreadsheets write in Chinese Windows, or for Windows-1252, which they write in western ones.
[[nodiscard]] tl::expected<ListText, ListTextProblem> listText(const QByteArray &bytes);

/// One record of a text, with what it was cut from.
struct ListRecord {
    int line = 0;      ///< of the text, from 1, where it begins
    QString text;      ///< as it stands, without the line's end
    QStringList cells; ///< empty unless it was cut
};

/// Reads a text piece by piece, each character once or twice. Lines end in LF, CR LF, CR, and
/// whatever else Unicode ends lines with.
class ListRecords
{
public:
    explicit ListRecords(QString text);

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }

    /// The next line as it stands, whatever quotes it holds.
    ListRecord takeLine();

    /// The next record of a table by RFC 4180, cut at each of `separators`: a cell in quotes may
    /// hold separators, line breaks and doubled quotes. Quotes that never end, or end where no cell
    /// does, are taken for what they are, so that one of them does not swallow the rest. Cells are
    /// without the white space around them.
    ListRecord takeRecord(QStringView separators);

    /// The next line without taking it.
    [[nodiscard]] ListRecord peekLine() const;

private:
    struct Cell {
        QString text;
        qsizetype end = 0; ///< behind it: at a separator, a line's end, or the text's
    };
    [[nodiscard]] qsizetype lineEnd(qsizetype from) const;
    [[nodiscard]] Cell plainCell(qsizetype from, QStringView separators) const;
    [[nodiscard]] Cell cellAt(qsizetype from, QStringView separators);
    void moveTo(qsizetype place);

    QString m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    bool m_quotesEnd = true; ///< no quotes were met yet that do not
};

/// The cells of a line that is cut at commas, semicolons and tabs, narrow or full-width.
[[nodiscard]] QStringList cutAnywhere(const QString &line);

} // namespace clusterdeck
