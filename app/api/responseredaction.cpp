// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/responseredaction.h"

#include <QJsonArray>

namespace clusterdeck
{

namespace
{

QJsonValue withoutKeys(const QJsonValue &value, const Redactor &keys)
{
    if (value.isString())
        return keys.withoutKeys(value.toString());
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue entry : value.toArray())
            array.append(withoutKeys(entry, keys));
        return array;
    }
    if (!value.isObject())
        return value;
    // A new object: the time of each write into the old one grows with its size.
    const QJsonObject object = value.toObject();
    QJsonObject clean;
    for (auto field = object.begin(); field != object.end(); ++field)
        clean.insert(field.key(), withoutKeys(field.value(), keys));
    return clean;
}

/// Whether the parsed values may contain a key: the bytes contain it in an encoding that a Redactor
/// knows, or they contain \u00XX, which may hide such an encoding.
bool mayHold(const QByteArray &raw, const Redactor &keys)
{
    return raw.contains(R"(\u00)") || keys.finds(raw);
}

} // namespace

Redactor redactorFor(const QString &id, const QString &secret, const QByteArray &query)
{
    static const QByteArray last = QByteArrayLiteral("&signature=");
    Redactor keys;
    keys.guardKey(id, secret);
    if (const qsizetype at = query.lastIndexOf(last); at >= 0) {
        const QByteArray twice = query.mid(at + last.size());
        QByteArray signature =
            QByteArray::fromPercentEncoding(QByteArray::fromPercentEncoding(twice));
        while (signature.endsWith('=')) // an answer may repeat the signature without padding
            signature.chop(1);
        keys.guardSecret(QString::fromLatin1(signature));
    }
    return keys;
}

Result<QJsonObject> withoutKeys(Result<QJsonObject> answer, const QByteArray &raw,
                                const Redactor &keys)
{
    if (!answer) {
        answer.error().serverText = keys.redacted(answer.error().serverText);
        answer.error().detail = keys.redacted(answer.error().detail);
    } else if (mayHold(raw, keys)) {
        *answer = withoutKeys(QJsonValue(*answer), keys).toObject();
    }
    return answer;
}

} // namespace clusterdeck
