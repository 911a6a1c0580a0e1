// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/wiresignature.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <algorithm>

namespace clusterdeck::demo
{

namespace
{

QByteArray decoded(QByteArrayView text)
{
    QByteArray plain = text.toByteArray();
    plain.replace('+', ' ');
    return QByteArray::fromPercentEncoding(plain);
}

QByteArray encoded(const QByteArray &text)
{
    // toPercentEncoding() keeps A-Z a-z 0-9 - . _ ~; the rule keeps "/" and not "~".
    return text.toPercentEncoding("/", "~");
}

QByteArray canonicalQuery(QueryItems items)
{
    items.removeIf([](const auto &item) { return item.first == "signature"; });
    std::stable_sort(items.begin(), items.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    QByteArray query;
    for (const auto &[name, value] : items) {
        if (!query.isEmpty())
            query += '&';
        query += encoded(name) + '=' + encoded(value);
    }
    return query;
}

} // namespace

QueryItems decodedQuery(const QByteArray &rawQuery)
{
    QueryItems items;
    for (const QByteArray &part : rawQuery.split('&')) {
        const qsizetype equals = part.indexOf('=');
        if (equals <= 0 || equals == part.size() - 1)
            continue;
        items.append({decoded(QByteArrayView(part).first(equals)),
                      decoded(QByteArrayView(part).sliced(equals + 1))});
    }
    return items;
}

QByteArray valueOf(const QueryItems &items, QByteArrayView name)
{
    const auto found = std::find_if(items.begin(), items.end(),
                                    [name](const auto &item) { return item.first == name; });
    return found == items.end() ? QByteArray() : found->second;
}

QByteArray expectedSignature(const QByteArray &method, const QByteArray &path,
                             const QueryItems &items, const QByteArray &body,
                             const QByteArray &secret)
{
    const QByteArray signedPath = path.endsWith('/') ? path : path + '/';
    const QByteArray digest = QCryptographicHash::hash(body, QCryptographicHash::Md5).toHex();
    const QByteArray text =
        method + '\n' + signedPath + '\n' + canonicalQuery(items) + '\n' + digest;
    return QMessageAuthenticationCode::hash(text, secret, QCryptographicHash::Sha256).toBase64();
}

QByteArray signatureText(QByteArray decodedOnce)
{
    // Base64 contains no percent sign: a remaining one means another layer of encoding.
    for (int layer = 0; layer < 2 && decodedOnce.contains('%'); ++layer)
        decodedOnce = QByteArray::fromPercentEncoding(decodedOnce);
    return decodedOnce.replace(' ', '+'); // a plus that was not encoded
}

} // namespace clusterdeck::demo
