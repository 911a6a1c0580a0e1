// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/details/loginnode.h"

#include <QHostAddress>
#include <QRegularExpression>

namespace clusterdeck
{

namespace
{

bool isAddress(const QString &text)
{
    // QHostAddress alone also reads scope ids, which may be any text, and numbers such as "7".
    static const QRegularExpression form(QRegularExpression::anchoredPattern(
        QStringLiteral("[0-9]+(\\.[0-9]+){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*")));
    return form.match(text).hasMatch() && !QHostAddress(text).isNull();
}

} // namespace

QString sshCommand(const QList<NodeRecord> &nodes)
{
    for (const auto address : {&NodeRecord::publicIp, &NodeRecord::privateIp}) {
        for (const NodeRecord &node : nodes) {
            if (node.role == QLatin1String("login") && isAddress(node.*address))
                return QStringLiteral("ssh ") + node.*address;
        }
    }
    return {};
}

} // namespace clusterdeck
