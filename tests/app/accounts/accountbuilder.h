// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/accountform.h"

namespace clusterdeck
{

/// An account as a user would enter it, in a zone named after the account.
inline Account accountNamed(const QString &name, const QString &secret)
{
    AccountForm form = formFrom(Account());
    form.name = name;
    form.address = QStringLiteral("https://hpc.api.qingcloud.com");
    form.zone = QStringLiteral("zone-") + name;
    form.owner = QStringLiteral("usr-IuZxPyn2");
    form.accessKeyId = QStringLiteral("ACCESSKEYIDOF") + name.toUpper();
    form.secret = secret;
    return accountFrom(form);
}

} // namespace clusterdeck
