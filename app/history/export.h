// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/batch/batch.h"
#include "app/operations/journal/journal.h"

#include <QByteArray>
#include <QJsonObject>

namespace clusterdeck
{

/// A batch for others to read: a row, or an object, for each item with its story. Words are those
/// of the journal, the same in every language; times are ISO 8601 in UTC. No secrets: a batch holds
/// none.

struct CsvOptions {
    bool bom = true; ///< spreadsheets take a file without it for something else than UTF-8
    QChar separator = u',';
    bool demo = false; ///< says in every row that none of it was real
};

/// RFC 4180: every cell in quotes, lines end in CR LF. A cell that a spreadsheet would take for a
/// formula gets an apostrophe in front; hidden characters are made visible, see visibleLines().
[[nodiscard]] QByteArray csv(const Batch &batch, const QList<JournalEvent> &events,
                             const CsvOptions &options = {});

/// One object, indented; `demo` as in CsvOptions. Its texts are exact: hidden characters are in it
/// as \uXXXX, so that it can be looked at anywhere.
[[nodiscard]] QByteArray json(const Batch &batch, const QList<JournalEvent> &events,
                              bool demo = false);

/// One cell as csv() writes it, quotes included.
[[nodiscard]] QString csvCell(const QString &text);

/// Rows in the form of csv(); `head` names the columns.
[[nodiscard]] QByteArray csvTable(const QStringList &head, const QList<QStringList> &rows,
                                  const CsvOptions &options);

/// Rows for the clipboard, as spreadsheets take them: cells by tabs, rows by line breaks. A cell
/// that holds one of those or a quotation mark stands in quotes; formulas and hidden characters as
/// in csv().
[[nodiscard]] QString tabbedTable(const QStringList &head, const QList<QStringList> &rows);

/// `object` in the form of json().
[[nodiscard]] QByteArray jsonText(QJsonObject object, bool demo);

/// An item with all that the journal holds of it, as json() writes it; `events` are its own.
[[nodiscard]] QJsonObject itemObject(const BatchItem &item, const QList<JournalEvent> &events);

} // namespace clusterdeck
