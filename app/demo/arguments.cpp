// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/arguments.h"

#include <QDateTime>
#include <QJsonArray>
#include <QRegularExpression>

namespace clusterdeck::demo
{

namespace
{

constexpr int DefaultLimit = 10;
constexpr int MaxLimit = 100;

} // namespace

Arguments::Arguments(const QueryItems &query)
    : m_query(query)
{
}

Arguments::Arguments(const QJsonObject &body)
    : m_body(body)
{
}

void Arguments::refuse(const QString &name, const QString &what)
{
    if (!m_refusal)
        m_refusal = Refusal{
            1100, QStringLiteral("InvalidRequestFormat, parameter [%1] %2").arg(name, what)};
}

QString Arguments::queryText(const QString &name) const
{
    return QString::fromUtf8(valueOf(m_query, name.toUtf8()));
}

QString Arguments::text(const QString &name)
{
    return optionalText(name).value_or(QString());
}

std::optional<QString> Arguments::optionalText(const QString &name)
{
    QString sent = queryText(name);
    if (!sent.isEmpty())
        return sent;
    const QJsonValue value = m_body.value(name);
    if (value.isUndefined())
        return std::nullopt;
    if (!value.isString()) {
        refuse(name, QStringLiteral("must be a string"));
        return std::nullopt;
    }
    return value.toString();
}

QString Arguments::requiredText(const QString &name)
{
    QString value = text(name);
    if (value.isEmpty())
        refuse(name, QStringLiteral("is missing"));
    return value;
}

QStringList Arguments::requiredTexts(const QString &name)
{
    const QJsonValue value = m_body.value(name);
    if (!value.isArray() || value.toArray().isEmpty()) {
        refuse(name, value.isUndefined() ? QStringLiteral("is missing")
                                         : QStringLiteral("must be an array with an element"));
        return {};
    }
    QStringList texts;
    const QJsonArray elements = value.toArray();
    for (const auto &element : elements) {
        if (element.toString().isEmpty())
            refuse(name, QStringLiteral("must hold strings"));
        texts.append(element.toString());
    }
    return texts;
}

QStringList Arguments::idList(const QString &name)
{
    static const QRegularExpression separator(QStringLiteral("[,\\s]+"));
    QStringList ids;
    for (const auto &[key, value] : std::as_const(m_query)) {
        if (key == name.toUtf8())
            ids += QString::fromUtf8(value).split(separator, Qt::SkipEmptyParts);
    }
    return ids;
}

std::optional<qint64> Arguments::time(const QString &name)
{
    const QString sent = queryText(name);
    if (sent.isEmpty())
        return std::nullopt;
    QDateTime moment = QDateTime::fromString(sent, Qt::ISODate);
    if (moment.timeSpec() == Qt::LocalTime) // without a Z it is UTC too
        moment = QDateTime::fromString(sent + u'Z', Qt::ISODate);
    if (!moment.isValid()) {
        refuse(name, QStringLiteral("must be written YYYY-MM-DDThh:mm:ssZ"));
        return std::nullopt;
    }
    return moment.toSecsSinceEpoch();
}

int Arguments::number(const QString &name, int otherwise)
{
    const QString sent = queryText(name);
    if (sent.isEmpty())
        return otherwise;
    bool isNumber = false;
    const int value = sent.toInt(&isNumber);
    if (isNumber && value >= 0)
        return value;
    refuse(name, QStringLiteral("must be a number from 0 on"));
    return otherwise;
}

bool Arguments::flag(const QString &name, bool otherwise)
{
    const int value = number(name, otherwise ? 1 : 0);
    if (value > 1)
        refuse(name, QStringLiteral("must be 0 or 1"));
    return value == 1;
}

Paging Arguments::paging()
{
    Paging paging;
    paging.limit = qMin(number(QStringLiteral("limit"), DefaultLimit), MaxLimit);
    paging.offset = number(QStringLiteral("offset"), 0);
    paging.sortKey = queryText(QStringLiteral("sort_key"));
    if (!queryText(QStringLiteral("reverse")).isEmpty())
        paging.reverse = flag(QStringLiteral("reverse"), false);
    return paging;
}

} // namespace clusterdeck::demo
