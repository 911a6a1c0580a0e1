// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/keychainstore.h"

#include "app/accounts/keychainline.h"

namespace clusterdeck
{

KeychainStore::KeychainStore(const QString &service)
    : m_line(std::make_unique<KeychainLine>(service))
{
}

KeychainStore::~KeychainStore() = default;

void KeychainStore::read(const QString &key, QObject *context, Then then)
{
    m_line->add({KeychainVerb::Read, key, {}}, context, std::move(then));
}

void KeychainStore::write(const QString &key, const QString &secret, QObject *context, Then then)
{
    m_line->add({KeychainVerb::Write, key, secret}, context, std::move(then));
}

void KeychainStore::remove(const QString &key, QObject *context, Then then)
{
    m_line->add({KeychainVerb::Remove, key, {}}, context, std::move(then));
}

} // namespace clusterdeck
