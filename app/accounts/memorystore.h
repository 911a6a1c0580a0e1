// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/secretstore.h"

#include <QHash>

namespace clusterdeck
{

/// Secrets that last as long as the program: for a run without accounts of one's own.
class MemoryStore : public SecretStore
{
public:
    void read(const QString &key, QObject *context, Then then) override;
    void write(const QString &key, const QString &secret, QObject *context, Then then) override;
    void remove(const QString &key, QObject *context, Then then) override;

private:
    QHash<QString, QString> m_secrets;
};

} // namespace clusterdeck
