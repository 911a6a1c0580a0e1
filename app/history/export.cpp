// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/export.h"

#include "app/operations/journal/journalforms.h"
#include "app/support/visibletext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace clusterdeck
{

namespace
{

using journalforms::timeText;
using journalforms::word;

/// A spreadsheet calculates what begins so; some skip white space first, and some take the wide
/// forms for the narrow ones.
bool looksLikeFormula(const QString &text)
{
    if (text.startsWith(u'\t') || text.startsWith(u'\r') || text.startsWith(u'\n'))
        return true;
    static const QString Signs = QStringLiteral("=+-@＝＋－＠");
    const QString first = text.trimmed().left(1);
    return !first.isEmpty() && Signs.contains(first);
}

/// For people and spreadsheets, not quoted yet.
QString harmlessCell(const QString &text)
{
    const QString cell = visibleLines(text);
    return looksLikeFormula(cell) ? u'\'' + cell : cell;
}

QString quoted(QString cell)
{
    cell.replace(u'"', QStringLiteral("\"\""));
    return u'"' + cell + u'"';
}

QString numberCell(const std::optional<int> &number)
{
    return number ? QString::number(*number) : QString();
}

QString storyLine(const JournalEvent &event)
{
    return QStringLiteral("%1 %2 > %3 %4")
        .arg(timeText(event.at), event.event, event.state, event.evidence)
        .trimmed();
}

const QStringList BatchColumns{QStringLiteral("batch"),         QStringLiteral("confirmed_at"),
                               QStringLiteral("verb"),          QStringLiteral("account"),
                               QStringLiteral("zone"),          QStringLiteral("user"),
                               QStringLiteral("cluster_id"),    QStringLiteral("cluster_name"),
                               QStringLiteral("shown_status"),  QStringLiteral("shown_nodes"),
                               QStringLiteral("shown_running"), QStringLiteral("shown_queued"),
                               QStringLiteral("shown_billing"), QStringLiteral("state"),
                               QStringLiteral("reason"),        QStringLiteral("job_id"),
                               QStringLiteral("sent_at"),       QStringLiteral("ended_at"),
                               QStringLiteral("code"),          QStringLiteral("provider_text"),
                               QStringLiteral("story")};

QStringList rowOf(const Batch &batch, const BatchItem &item, const QString &story)
{
    const ClusterRecord &shown = item.shown;
    const QString said = item.error ? item.error->serverText : item.operationErrors;
    const int code = item.error ? item.error->retCode : 0;
    return {batch.id,
            timeText(batch.confirmedAt),
            wordOf(batch.verb),
            batch.accountName,
            batch.zone,
            batch.user,
            item.key.id,
            shown.name,
            shown.status,
            numberCell(shown.nodes),
            numberCell(shown.runningJobs),
            numberCell(shown.pendingJobs),
            shown.billing,
            word(item.state),
            word(item.reason),
            item.jobId,
            timeText(item.sentAt),
            timeText(item.endedAt),
            code == 0 ? QString() : QString::number(code),
            said,
            story};
}

QJsonObject eventObject(const JournalEvent &event)
{
    QJsonObject object{{QStringLiteral("at"), timeText(event.at)},
                       {QStringLiteral("event"), event.event},
                       {QStringLiteral("state"), event.state}};
    const QJsonDocument evidence = QJsonDocument::fromJson(event.evidence.toUtf8());
    if (evidence.isObject())
        object.insert(QStringLiteral("evidence"), evidence.object());
    else if (!event.evidence.isEmpty())
        object.insert(QStringLiteral("evidence"), event.evidence);
    return object;
}

QJsonObject storedItem(const BatchItem &item, const QJsonArray &story)
{
    const QString shown = journalforms::clusterText(item.shown);
    QJsonObject object{{QStringLiteral("cluster_id"), item.key.id},
                       {QStringLiteral("shown"), QJsonDocument::fromJson(shown.toUtf8()).object()},
                       {QStringLiteral("state"), word(item.state)},
                       {QStringLiteral("reason"), word(item.reason)},
                       {QStringLiteral("job_id"), item.jobId},
                       {QStringLiteral("sent_at"), timeText(item.sentAt)},
                       {QStringLiteral("ended_at"), timeText(item.endedAt)},
                       {QStringLiteral("events"), story}};
    if (item.error) {
        const QString error = journalforms::errorText(item.error);
        object.insert(QStringLiteral("answer"), QJsonDocument::fromJson(error.toUtf8()).object());
    }
    if (!item.operationErrors.isEmpty())
        object.insert(QStringLiteral("operation_error_codes"), item.operationErrors);
    return object;
}

} // namespace

QString csvCell(const QString &text)
{
    return quoted(harmlessCell(text));
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

QByteArray csvTable(const QStringList &head, const QList<QStringList> &rows,
                    const CsvOptions &options)
{
    QString text;
    const auto write = [&](QStringList row, const QString &note) {
        if (options.demo)
            row.prepend(note);
        for (QString &cell : row)
            cell = csvCell(cell);
        text += row.join(options.separator) + QStringLiteral("\r\n");
    };
    write(head, QStringLiteral("demo"));
    for (const QStringList &row : rows)
        write(row, QStringLiteral("DEMO"));
    const QByteArray bytes = text.toUtf8();
    return options.bom ? QByteArrayLiteral("\xEF\xBB\xBF") + bytes : bytes;
}

QByteArray jsonText(QJsonObject object, bool demo)
{
    if (demo)
        object.insert(QStringLiteral("demo"), QStringLiteral("DEMO"));
    return jsonWithoutHidden(QJsonDocument(object).toJson(QJsonDocument::Indented));
}

QJsonObject itemObject(const BatchItem &item, const QList<JournalEvent> &events)
{
    QJsonArray story;
    for (const JournalEvent &event : events)
        story.append(eventObject(event));
    return storedItem(item, story);
}

QByteArray csv(const Batch &batch, const QList<JournalEvent> &events, const CsvOptions &options)
{
    QHash<int, QStringList> stories;
    for (const JournalEvent &event : events)
        stories[event.item].append(storyLine(event));
    QList<QStringList> rows;
    for (int item = 0; item < batch.items.size(); ++item)
        rows.append(rowOf(batch, batch.items.at(item), stories.value(item).join(u'\n')));
    return csvTable(BatchColumns, rows, options);
}

QByteArray json(const Batch &batch, const QList<JournalEvent> &events, bool demo)
{
    QHash<int, QJsonArray> stories;
    for (const JournalEvent &event : events)
        stories[event.item].append(eventObject(event));
    QJsonArray items;
    for (int item = 0; item < batch.items.size(); ++item)
        items.append(storedItem(batch.items.at(item), stories.value(item)));
    return jsonText({{QStringLiteral("batch"), batch.id},
                     {QStringLiteral("verb"), wordOf(batch.verb)},
                     {QStringLiteral("account"), batch.accountName},
                     {QStringLiteral("zone"), batch.zone},
                     {QStringLiteral("user"), batch.user},
                     {QStringLiteral("confirmed_at"), timeText(batch.confirmedAt)},
                     {QStringLiteral("tier"), batch.tier},
                     {QStringLiteral("grace_seconds"), qint64(batch.grace.count())},
                     {QStringLiteral("shown"), batch.shown},
                     {QStringLiteral("items"), items}},
                    demo);
}

} // namespace clusterdeck
