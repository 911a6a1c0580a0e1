// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/accountstore.h"

#include "app/accounts/accountform.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>
#include <array>

namespace clusterdeck
{

namespace
{

constexpr int FormatVersion = 1;
constexpr qint64 LargestFile = qint64{4} * 1024 * 1024;

const QString VersionKey = QStringLiteral("version");
const QString AccountsKey = QStringLiteral("accounts");

constexpr std::array<std::pair<EnvironmentColor, const char *>, 6> Colors{{
    {EnvironmentColor::None, ""},
    {EnvironmentColor::Red, "red"},
    {EnvironmentColor::Orange, "orange"},
    {EnvironmentColor::Green, "green"},
    {EnvironmentColor::Blue, "blue"},
    {EnvironmentColor::Purple, "purple"},
}};

QString wordOf(EnvironmentColor color)
{
    const auto found = std::find_if(Colors.begin(), Colors.end(),
                                    [&](const auto &entry) { return entry.first == color; });
    return QString::fromLatin1(found->second);
}

EnvironmentColor colorOf(const QString &word)
{
    const auto found = std::find_if(Colors.begin(), Colors.end(), [&](const auto &entry) {
        return word == QLatin1String(entry.second);
    });
    return found == Colors.end() ? EnvironmentColor::None : found->first;
}

/// The texts of a form, each with the key under which it is written. The secret is not among them.
constexpr std::array<std::pair<const char *, QString AccountForm::*>, 11> Texts{{
    {"name", &AccountForm::name},
    {"address", &AccountForm::address},
    {"zone", &AccountForm::zone},
    {"owner", &AccountForm::owner},
    {"run_user", &AccountForm::runUser},
    {"access_key_id", &AccountForm::accessKeyId},
    {"environment", &AccountForm::environment},
    {"delete_path", &AccountForm::deletePath},
    {"delete_ids_key", &AccountForm::deleteIdsKey},
    {"unlease", &AccountForm::unlease},
    {"ca_file", &AccountForm::caFile},
}};

QJsonObject objectOf(const SavedAccount &saved)
{
    const AccountForm form = formFrom(saved.account);
    QJsonObject object;
    for (const auto &[key, text] : Texts)
        object.insert(QLatin1String(key), form.*text);
    object.insert(QStringLiteral("color"), wordOf(form.color));
    object.insert(QStringLiteral("read_only"), form.readOnly);
    object.insert(QStringLiteral("calls_in_flight"), form.inFlight);
    object.insert(QStringLiteral("clusters_in_one_request"), form.together);
    object.insert(QStringLiteral("calls_an_hour"), form.callsAnHour);
    object.insert(QStringLiteral("open"), saved.open);
    object.insert(QStringLiteral("remember_secret"), saved.remember);
    return object;
}

/// Nothing when the entry is not one that this program could have written: an account that is half
/// understood must not be spoken to. A missing CA file is the account's own trouble, not the
/// entry's.
std::optional<SavedAccount> savedFrom(const QJsonValue &value, const QList<SavedAccount> &before)
{
    const QJsonObject object = value.toObject();
    AccountForm form;
    for (const auto &[key, text] : Texts) {
        const QJsonValue field = object.value(QLatin1String(key));
        if (!field.isString())
            return {};
        form.*text = field.toString();
    }
    form.secretIsThereFor = form.accessKeyId;
    form.color = colorOf(object.value(QStringLiteral("color")).toString());
    // Read-only is a safeguard: what cannot be read counts as on.
    form.readOnly = object.value(QStringLiteral("read_only")).toBool(true);
    form.inFlight = object.value(QStringLiteral("calls_in_flight")).toInt(0);
    // What an earlier version wrote knows nothing of it: one cluster a request.
    const QJsonValue together = object.value(QStringLiteral("clusters_in_one_request"));
    form.together = together.isUndefined() ? 1 : together.toInt(0);
    form.callsAnHour = object.value(QStringLiteral("calls_an_hour")).toInt(0);
    if (form.inFlight < 1 || form.inFlight > 4 || form.callsAnHour < 1 || form.together < 1 ||
        form.together > CloudApi::MostTogether)
        return {};
    QList<Account> others;
    for (const SavedAccount &saved : before)
        others.append(saved.account);
    AccountForm checked = form;
    checked.caFile.clear();
    if (firstProblem(checked, others))
        return {};
    SavedAccount saved;
    saved.account = accountFrom(form);
    saved.open = object.value(QStringLiteral("open")).toBool(true);
    saved.remember = object.value(QStringLiteral("remember_secret")).toBool(true);
    return saved;
}

} // namespace

AccountStore::AccountStore(QString path)
    : m_path(std::move(path))
{
    if (!m_path.isEmpty())
        load();
}

void AccountStore::load()
{
    QFile file(m_path);
    if (!file.exists())
        return;
    if (!file.open(QIODevice::ReadOnly) || file.size() > LargestFile) {
        m_trouble = Trouble::Unreadable;
        m_errorText = file.errorString();
        return;
    }
    m_bytes = file.readAll();
    read(m_bytes);
}

void AccountStore::read(const QByteArray &bytes)
{
    QJsonParseError fault;
    const QJsonObject object = QJsonDocument::fromJson(bytes, &fault).object();
    const int version = object.value(VersionKey).toInt(0);
    if (version > FormatVersion) {
        m_trouble = Trouble::NewerFormat;
        return;
    }
    if (version < 1 || !object.value(AccountsKey).isArray()) {
        m_trouble = Trouble::Unreadable;
        m_errorText = fault.errorString();
        return;
    }
    const QJsonArray entries = object.value(AccountsKey).toArray();
    for (const QJsonValue entry : entries) {
        if (auto saved = savedFrom(entry, m_accounts))
            m_accounts.append(*std::move(saved));
        else
            m_broken.append(entry);
    }
    if (!m_broken.isEmpty())
        m_trouble = Trouble::SomeBroken;
}

bool AccountStore::set(const QList<SavedAccount> &accounts)
{
    QList<SavedAccount> bare = accounts;
    for (SavedAccount &saved : bare)
        saved.account.api.credentials.secretAccessKey.clear();
    if (!m_path.isEmpty() && (!isAsItWas() || !keepAside() || !write(bare)))
        return false;
    m_accounts = bare;
    return true;
}

/// Two copies of the program must not take turns in forgetting what the other one added.
bool AccountStore::isAsItWas()
{
    QFile file(m_path);
    const bool readable = file.exists() && file.open(QIODevice::ReadOnly);
    m_changedElsewhere = readable && file.size() <= LargestFile && file.readAll() != m_bytes &&
                         m_trouble != Trouble::Unreadable;
    if (m_changedElsewhere)
        m_errorText = QStringLiteral("%1 was changed by another program").arg(m_path);
    return !m_changedElsewhere;
}

/// What could not be understood is not lost by being overwritten.
bool AccountStore::keepAside()
{
    if (m_trouble == Trouble::NewerFormat) {
        m_errorText = QStringLiteral("%1 was made by a newer version").arg(m_path);
        return false;
    }
    if (m_trouble != Trouble::Unreadable || !QFile::exists(m_path))
        return true;
    for (int number = 1; number < 1000; ++number) {
        const QString aside = QStringLiteral("%1.unreadable-%2").arg(m_path).arg(number);
        if (QFile::exists(aside))
            continue;
        QFile file(m_path);
        if (file.rename(aside)) {
            m_trouble = Trouble::None;
            return true;
        }
        m_errorText = file.errorString();
        return false;
    }
    m_errorText = QStringLiteral("too many unreadable files beside %1").arg(m_path);
    return false;
}

bool AccountStore::write(const QList<SavedAccount> &accounts)
{
    QJsonArray entries;
    for (const SavedAccount &saved : accounts)
        entries.append(objectOf(saved));
    for (const QJsonValue entry : std::as_const(m_broken))
        entries.append(entry);
    const QByteArray bytes =
        QJsonDocument(QJsonObject{{VersionKey, FormatVersion}, {AccountsKey, entries}}).toJson();
    QDir().mkpath(QFileInfo(m_path).path());
    QSaveFile file(m_path);
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                         file.write(bytes) == bytes.size() && file.flush() && file.commit();
    m_errorText = written ? QString() : file.errorString();
    if (written)
        m_bytes = bytes;
    return written;
}

} // namespace clusterdeck
