// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/jsontext.h"

#include "app/support/visibletext.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace clusterdeck
{

namespace
{

/// Escapes hidden characters, which occur only in the texts of the JSON.
QByteArray withoutHidden(const QByteArray &json)
{
    const QString text = QString::fromUtf8(json);
    QString escaped;
    escaped.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        const char32_t character = codePointAt(text, at);
        const auto units = QStringView(text).mid(at, QChar::requiresSurrogates(character) ? 2 : 1);
        at += units.size();
        if (character == U'\n' || !isHidden(character)) {
            escaped += units;
            continue;
        }
        for (const QChar unit : units)
            escaped += QStringLiteral("\\u%1").arg(uint(unit.unicode()), 4, 16, QChar(u'0'));
    }
    return escaped.toUtf8();
}

} // namespace

QByteArray jsonText(QJsonObject object, DataKind dataKind)
{
    if (dataKind != DataKind::Real)
        object.insert(wordOf(dataKind).toLower(), wordOf(dataKind));
    return withoutHidden(QJsonDocument(object).toJson(QJsonDocument::Indented));
}

QByteArray jsonRows(const QStringList &keys, const QList<QStringList> &rows, DataKind dataKind)
{
    QJsonArray list;
    for (const QStringList &row : rows) {
        QJsonObject object;
        for (qsizetype place = 0; place < keys.size(); ++place)
            object.insert(keys.at(place), textOrNull(row.at(place)));
        list.append(object);
    }
    return jsonText({{QStringLiteral("rows"), list}}, dataKind);
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

} // namespace clusterdeck
