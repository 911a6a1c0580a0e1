// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <optional>

inline QJsonObject parse(const QByteArray &json)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(json, &fault);
    if (!document.isObject())
        qFatal("not JSON (%s): %s", qPrintable(fault.errorString()), json.constData());
    return document.object();
}

template <class Number>
QString shown(const std::optional<Number> &value)
{
    return value ? QString::number(*value) : QStringLiteral("unknown");
}
