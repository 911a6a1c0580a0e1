// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/account.h"

namespace clusterdeck
{

QString accountId(const ApiSettings &api)
{
    const QUrl &url = api.baseUrl;
    return QStringLiteral("%1://%2:%3 %4 %5")
        .arg(url.scheme().toLower(), url.host().toLower())
        .arg(url.port(url.scheme() == u"https" ? 443 : 80))
        .arg(api.zone, api.owner);
}

QStringList usersOf(const ApiSettings &api)
{
    QStringList users{api.runUser, api.owner};
    users.removeAll(QString());
    users.removeDuplicates();
    return users;
}

} // namespace clusterdeck
