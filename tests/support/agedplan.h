// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/plandocument.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace clusterdeck
{

/// The file that the program would have written so many days ago, if everything had been as it is
/// in `document`. It has another hash and approval code.
inline QByteArray agedPlan(const QByteArray &document, int days)
{
    QJsonObject object = QJsonDocument::fromJson(document).object();
    for (const char *key : {"made_at", "facts_as_of", "valid_until"}) {
        const QString name = QLatin1String(key);
        const auto time = QDateTime::fromString(object.value(name).toString(), Qt::ISODateWithMs);
        object.insert(name, time.addDays(-days).toString(Qt::ISODateWithMs));
    }
    const QString hash = planHash(QJsonDocument(object).toJson());
    object.insert(QStringLiteral("hash"), hash);
    if (object.contains(QStringLiteral("approval_code")))
        object.insert(QStringLiteral("approval_code"), approvalCode(hash));
    return QJsonDocument(object).toJson();
}

} // namespace clusterdeck
