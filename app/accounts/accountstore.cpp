// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/accountstore.h"

#include "app/accounts/accountform.h"
#include "app/support/wordtable.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace clusterdeck
{

namespace
{

constexpr qint64 LargestFile = qint64{4} * 1024 * 1024;

const QString ReadOnlyKey = QStringLiteral("read_only");
const QString ReasonRequiredKey = QStringLiteral("reason_required");

const QString AccountsKey = QStringLiteral("accounts");

constexpr std::array<Word<EnvironmentColor>, 6> Colors{{
    {EnvironmentColor::None, ""},
    {EnvironmentColor::Red, "red"},
    {EnvironmentColor::Orange, "orange"},
    {EnvironmentColor::Green, "green"},
    {EnvironmentColor::Blue, "blue"},
    {EnvironmentColor::Purple, "purple"},
}};
static_assert(Colors.size() == enumCount<EnvironmentColor>());

/// The texts of a form with their keys in the file, without the secret.
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
    object.insert(QStringLiteral("color"), wordIn(Colors, form.color));
    object.insert(ReadOnlyKey, form.readOnly);
    object.insert(ReasonRequiredKey, form.reasonRequired);
    object.insert(QStringLiteral("calls_in_flight"), form.inFlight);
    object.insert(QStringLiteral("clusters_in_one_request"), form.together);
    object.insert(QStringLiteral("calls_an_hour"), form.callsAnHour);
    object.insert(QStringLiteral("open"), saved.open);
    object.insert(QStringLiteral("remember_secret"), saved.remember);
    return object;
}

/// std::nullopt when this program could not have written the entry: an account that is only partly
/// understood must not be used. A missing CA file does not make the entry invalid.
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
    for (const char *key : {"open", "remember_secret"}) {
        const QJsonValue field = object.value(QLatin1String(key));
        if (!field.isUndefined() && !field.isBool())
            return {};
    }
    const QJsonValue color = object.value(QStringLiteral("color"));
    if (!color.isUndefined() && !color.isString())
        return {};
    form.secretIsThereFor = form.accessKeyId;
    form.color = valueIn(Colors, color.toString()).value_or(EnvironmentColor::None);
    // Read-only protects the account: an unreadable value counts as on.
    form.readOnly = object.value(ReadOnlyKey).toBool(true);
    // So does this one. Files of earlier versions lack it.
    form.reasonRequired =
        object.value(ReasonRequiredKey).toBool(object.contains(ReasonRequiredKey));
    form.inFlight = object.value(QStringLiteral("calls_in_flight")).toInt(0);
    // Files of earlier versions lack this key: one cluster per request.
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

/// The accounts of the valid rows.
QList<SavedAccount> understood(const QJsonArray &rows)
{
    QList<SavedAccount> accounts;
    for (const QJsonValue row : rows) {
        if (auto saved = savedFrom(row, accounts))
            accounts.append(*std::move(saved));
    }
    return accounts;
}

/// The account id by the cloud, zone and owner of a row; empty without an address.
QString idOf(const QJsonValue &row)
{
    AccountForm form;
    form.address = row[QStringLiteral("address")].toString();
    form.zone = row[QStringLiteral("zone")].toString();
    form.owner = row[QStringLiteral("owner")].toString();
    return form.address.isEmpty() ? QString() : accountFrom(form).id;
}

const SavedAccount *find(const QList<SavedAccount> &accounts, const QString &id)
{
    const auto found =
        std::find_if(accounts.begin(), accounts.end(),
                     [&](const SavedAccount &saved) { return saved.account.id == id; });
    return found == accounts.end() ? nullptr : &*found;
}

/// An account with a new id (another zone, for example) replaces the account at the same place.
QList<RowChange> changesBetween(const QList<SavedAccount> &before, const QList<SavedAccount> &after)
{
    QList<RowChange> changes;
    for (qsizetype i = 0; i < after.size(); ++i) {
        const SavedAccount &saved = after.at(i);
        const SavedAccount *then = find(before, saved.account.id);
        if (!then && i < before.size() && before.size() == after.size() &&
            !find(after, before.at(i).account.id))
            then = &before.at(i);
        const RowChange change{then ? objectOf(*then) : QJsonObject(), objectOf(saved)};
        if (change.before != change.after)
            changes.append(change);
    }
    for (const SavedAccount &saved : before) {
        const QJsonObject row = objectOf(saved);
        const bool replaced = std::ranges::count(changes, row, &RowChange::before) > 0;
        if (!find(after, saved.account.id) && !replaced)
            changes.append({row, {}});
    }
    return changes;
}

} // namespace

AccountStore::AccountStore(QString path)
    : m_file(std::move(path), LargestFile)
{
    if (!m_file.path().isEmpty())
        (void)refresh();
}

bool isSameSaved(const SavedAccount &one, const SavedAccount &other)
{
    return objectOf(one) == objectOf(other);
}

bool AccountStore::refresh()
{
    if (m_file.path().isEmpty() || !m_file.refresh())
        return false;
    const QList<SavedAccount> before = m_accounts;
    const Trouble trouble = m_trouble;
    understand();
    return trouble != m_trouble || !std::equal(before.begin(), before.end(), m_accounts.begin(),
                                               m_accounts.end(), isSameSaved);
}

void AccountStore::understand()
{
    using Kind = FileProblem::Kind;
    const FilePrivacy privacy = keepPrivate(m_file.path());
    m_wasOpenToOthers = m_wasOpenToOthers || privacy.repaired;
    m_problem = m_file.problem();
    const bool vanished = m_problem && m_problem->kind == Kind::Vanished;
    if (privacy.problem && m_file.hasExisted()) {
        m_trouble = Trouble::Untrusted;
        m_problem = privacy.problem;
        return;
    }
    if (m_problem && !vanished) {
        m_trouble = Trouble::Unreadable;
        return;
    }
    if (!m_file.hasExisted())
        return;
    const QJsonValue list = m_file.object().value(AccountsKey);
    std::optional<FileProblem> fault = m_file.versionProblem();
    if (!fault && !list.isArray())
        fault =
            FileProblem{Kind::NotUnderstood, path(), QStringLiteral("\"accounts\" is not a list")};
    if (fault) {
        m_trouble = fault->kind == Kind::NewerVersion ? Trouble::NewerFormat : Trouble::Unreadable;
        m_problem = fault;
        return;
    }
    const QJsonArray rows = list.toArray();
    m_accounts = understood(rows);
    m_broken = int(rows.size() - m_accounts.size());
    m_trouble = vanished ? Trouble::Vanished : m_broken > 0 ? Trouble::SomeBroken : Trouble::None;
}

bool AccountStore::fail(const FileProblem &problem)
{
    m_writeProblem = problem;
    return false;
}

bool AccountStore::set(const QList<SavedAccount> &accounts)
{
    QList<SavedAccount> bare = accounts;
    for (SavedAccount &saved : bare)
        saved.account.api.credentials.secretAccessKey.clear();
    m_changedElsewhere = false;
    if (path().isEmpty()) {
        m_accounts = bare;
        return true;
    }
    const QList<SavedAccount> before = m_accounts;
    const QList<RowChange> changes = changesBetween(before, bare);
    const auto writeLock = m_file.beginWrite();
    if (!writeLock)
        return fail(writeLock.error());
    understand();
    if (m_trouble == Trouble::NewerFormat || m_trouble == Trouble::Untrusted)
        return fail(*m_problem);
    QJsonObject object = m_file.object();
    QJsonArray rows = object.value(AccountsKey).toArray();
    if (m_trouble == Trouble::Unreadable) {
        if (const auto aside = m_file.keepAside(); !aside)
            return fail(aside.error());
        // The accounts that were read before the file became unreadable are kept.
        object = {};
        rows = {};
        for (const SavedAccount &saved : before)
            rows.append(objectOf(saved));
    }
    const QList<SavedAccount> there = understood(rows);
    const QJsonArray changed = withChanges(rows, changes, idOf);
    const QList<SavedAccount> result = understood(changed);
    m_changedElsewhere = std::any_of(changes.begin(), changes.end(), [&](const RowChange &change) {
        const QString then = idOf(change.before);
        const QString now = idOf(change.after);
        if (change.after.isEmpty())
            return false; // an account may be removed twice
        const bool lost = !change.before.isEmpty() && !find(there, then);
        const bool taken = now != then && find(there, now);
        return lost || taken || !find(result, now);
    });
    if (m_changedElsewhere)
        return fail({FileProblem::Kind::Other, path(),
                     QStringLiteral("another copy of the program has changed the same account")});
    object.insert(QStringLiteral("version"), SharedJsonFile::Version);
    object.insert(AccountsKey, changed);
    if (const auto problem = m_file.write(object))
        return fail(*problem);
    m_writeProblem.reset();
    understand();
    return true;
}

} // namespace clusterdeck
