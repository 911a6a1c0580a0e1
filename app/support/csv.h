// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/datakind.h"

#include <QByteArray>
#include <QStringList>

namespace clusterdeck
{

/// Tables for spreadsheets. A cell that a spreadsheet would read as a formula gets an apostrophe in
/// front; hidden characters are made visible, see visibleLines().

struct CsvOptions {
    bool bom = true; ///< spreadsheets need a byte-order mark to recognize UTF-8
    QChar separator = u',';
    DataKind dataKind =
        DataKind::Real; ///< becomes a first column, such as "demo" with "DEMO" in each row
};

/// RFC 4180: every cell in quotes, lines end in CR LF. `head` names the columns.
[[nodiscard]] QByteArray csvTable(const QStringList &head, const QList<QStringList> &rows,
                                  const CsvOptions &options);

/// Rows for the clipboard: cells are separated by tabs, rows by line feeds. A cell with a tab, a
/// line feed or a quotation mark is quoted.
[[nodiscard]] QString tabbedTable(const QStringList &head, const QList<QStringList> &rows);

/// The trimmed text after the apostrophe of a cell that csvTable() has protected; empty for other
/// cells.
[[nodiscard]] QString withoutApostrophe(const QString &cell);

} // namespace clusterdeck
