// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace clusterdeck
{

/// Tables for spreadsheets. A cell that a spreadsheet would take for a formula gets an apostrophe
/// in front; hidden characters are made visible, see visibleLines().

struct CsvOptions {
    bool bom = true; ///< spreadsheets take a file without it for something else than UTF-8
    QChar separator = u',';
    bool demo = false; ///< says in every row that none of it was real
};

/// RFC 4180: every cell in quotes, lines end in CR LF. `head` names the columns.
[[nodiscard]] QByteArray csvTable(const QStringList &head, const QList<QStringList> &rows,
                                  const CsvOptions &options);

/// Rows for the clipboard, as spreadsheets take them: cells by tabs, rows by line breaks. A cell
/// that holds one of those or a quotation mark stands in quotes.
[[nodiscard]] QString tabbedTable(const QStringList &head, const QList<QStringList> &rows);

/// What stands behind the apostrophe of such a cell, without white space around it; empty when it
/// is another cell.
[[nodiscard]] QString withoutApostrophe(const QString &cell);

} // namespace clusterdeck
