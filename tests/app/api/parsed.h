// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/records.h"

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

/// Reads an answer that replies::page() has accepted.
template <class Record>
clusterdeck::Page<Record> pageOf(const clusterdeck::PageCall<Record> &call,
                                 const QJsonObject &answer)
{
    const clusterdeck::ReadSpec &spec = clusterdeck::specOf(call.read);
    return std::get<clusterdeck::Page<Record>>(spec.pageOf(spec, answer));
}

template <class Number>
QString shown(const std::optional<Number> &value)
{
    return value ? QString::number(*value) : QStringLiteral("unknown");
}
