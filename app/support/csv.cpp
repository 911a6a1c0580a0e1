// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/csv.h"

#include "app/support/visibletext.h"

#include <algorithm>

namespace clusterdeck
{

namespace
{

/// Spreadsheets read such texts as formulas. Some skip white space first, and some accept the
/// full-width forms of the signs.
bool beginsFormula(const QString &trimmed)
{
    static const QString Signs = QStringLiteral("=+-@＝＋－＠");
    return !trimmed.isEmpty() && Signs.contains(trimmed.front());
}

/// The text of a cell without hidden characters and formulas; not quoted yet.
QString harmlessCell(const QString &text)
{
    const QString cell = visibleLines(text);
    const bool formula = cell.startsWith(u'\t') || cell.startsWith(u'\r') ||
                         cell.startsWith(u'\n') || beginsFormula(cell.trimmed());
    return formula ? u'\'' + cell : cell;
}

QString quoted(QString cell)
{
    cell.replace(u'"', QStringLiteral("\"\""));
    return u'"' + cell + u'"';
}

} // namespace

QByteArray csvTable(const QStringList &head, const QList<QStringList> &rows,
                    const CsvOptions &options)
{
    QString text;
    const auto write = [&](QStringList row, const QString &note) {
        if (options.dataKind != DataKind::Real)
            row.prepend(note);
        for (QString &cell : row)
            cell = quoted(harmlessCell(cell));
        text += row.join(options.separator) + QStringLiteral("\r\n");
    };
    write(head, wordOf(options.dataKind).toLower());
    for (const QStringList &row : rows)
        write(row, wordOf(options.dataKind));
    const QByteArray bytes = text.toUtf8();
    return options.bom ? QByteArrayLiteral("\xEF\xBB\xBF") + bytes : bytes;
}

QString tabbedTable(const QStringList &head, const QList<QStringList> &rows)
{
    QString text;
    const auto write = [&](const QStringList &row) {
        QStringList cells;
        for (const QString &each : row) {
            const QString cell = harmlessCell(each);
            const bool plain = std::none_of(cell.begin(), cell.end(), [](QChar unit) {
                return unit == u'\t' || unit == u'\n' || unit == u'"';
            });
            cells.append(plain ? cell : quoted(cell));
        }
        text += cells.join(u'\t') + u'\n';
    };
    write(head);
    for (const QStringList &row : rows)
        write(row);
    return text;
}

QString withoutApostrophe(const QString &cell)
{
    const QString rest = cell.startsWith(u'\'') ? cell.mid(1).trimmed() : QString();
    return beginsFormula(rest) ? rest : QString();
}

} // namespace clusterdeck
