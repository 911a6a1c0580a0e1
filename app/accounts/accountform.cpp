// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/accountform.h"

#include "app/api/cafile.h"
#include "app/support/visibletext.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace clusterdeck
{

namespace
{

bool matches(const char *pattern, const QString &text)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QLatin1String(pattern)))
        .match(text)
        .hasMatch();
}

bool isPrintable(const QString &text)
{
    return visibleText(text) == text;
}

/// Keys, zones and ids are sent in signed queries: only visible ASCII characters are allowed.
FieldProblem tokenProblem(const QString &text)
{
    if (text.contains(QRegularExpression(QStringLiteral("\\s"))))
        return FieldProblem::HasSpaces;
    const bool ascii = std::all_of(
        text.begin(), text.end(), [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7f; });
    return ascii ? FieldProblem::None : FieldProblem::NotPrintable;
}

/// The address that the user typed: https:// is added to a host name, a slash at the end is
/// removed.
QUrl addressFrom(const QString &typed)
{
    QString text = typed.trimmed();
    if (!text.contains(QLatin1String("://")))
        text.prepend(QLatin1String("https://"));
    while (text.endsWith(u'/'))
        text.chop(1);
    return QUrl(text, QUrl::StrictMode);
}

FieldProblem addressProblem(const QString &typed)
{
    if (typed.isEmpty())
        return FieldProblem::Empty;
    const QUrl url = addressFrom(typed);
    if (!url.userInfo().isEmpty())
        return FieldProblem::HasUserName;
    switch (endpointProblem(url)) {
    case EndpointProblem::None:
        return FieldProblem::None;
    case EndpointProblem::NotAUrl:
        return FieldProblem::NotAnAddress;
    case EndpointProblem::PlainHttp:
        return FieldProblem::PlainHttp;
    case EndpointProblem::HasPathOrQuery:
        return FieldProblem::HasPath;
    }
    Q_UNREACHABLE();
}

FieldProblem nameProblem(const QString &name, const QList<Account> &others)
{
    if (name.isEmpty())
        return FieldProblem::Empty;
    if (!isPrintable(name))
        return FieldProblem::NotPrintable;
    const bool taken = std::any_of(others.begin(), others.end(), [&](const Account &other) {
        return other.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return taken ? FieldProblem::NameTaken : FieldProblem::None;
}

FieldProblem ownerProblem(const AccountForm &form, const QList<Account> &others)
{
    const QString owner = form.owner.trimmed();
    if (owner.isEmpty())
        return FieldProblem::Empty;
    if (!isUserId(owner))
        return FieldProblem::NotAUser;
    const QString id = accountFrom(form).id;
    const bool exists = std::any_of(others.begin(), others.end(),
                                    [&](const Account &other) { return other.id == id; });
    return exists ? FieldProblem::AccountExists : FieldProblem::None;
}

FieldProblem secretProblem(const AccountForm &form)
{
    const QString secret = form.secret.trimmed();
    if (secret.isEmpty())
        return !form.secretIsThereFor.isEmpty() &&
                       form.secretIsThereFor == form.accessKeyId.trimmed()
                   ? FieldProblem::None
                   : FieldProblem::Empty;
    return tokenProblem(secret);
}

FieldProblem caFileProblem(const QString &path)
{
    if (path.isEmpty())
        return FieldProblem::None;
    switch (checkCaFile(path)) {
    case CaFileState::Fine:
        return FieldProblem::None;
    case CaFileState::Unreadable:
        return FieldProblem::NoSuchFile;
    case CaFileState::NoCertificate:
        return FieldProblem::NoCertificate;
    case CaFileState::NotAbsolute:
        return FieldProblem::NotAbsolute;
    case CaFileState::TooLarge:
        return FieldProblem::FileTooLarge;
    }
    Q_UNREACHABLE();
}

/// The members of a form, in the order of AccountField.
constexpr std::array FieldTexts{
    &AccountForm::name,         &AccountForm::address,     &AccountForm::zone,
    &AccountForm::owner,        &AccountForm::runUser,     &AccountForm::accessKeyId,
    &AccountForm::secret,       &AccountForm::environment, &AccountForm::deletePath,
    &AccountForm::deleteIdsKey, &AccountForm::unlease,     &AccountForm::caFile,
};
static_assert(FieldTexts.size() == AccountFieldCount);

} // namespace

QStringList knownAddresses()
{
    return {QStringLiteral("https://hpc.api.qingcloud.com"),
            QStringLiteral("https://hpc-api.qingcloud.com"),
            QStringLiteral("https://hpc.api.shanhe.com")};
}

QStringList knownZones()
{
    return {QStringLiteral("jn1a"), QStringLiteral("jinan1a")};
}

bool isUserId(const QString &text)
{
    return matches("usr-[A-Za-z0-9]+", text);
}

FieldProblem problemOf(AccountField field, const AccountForm &form, const QList<Account> &others)
{
    const QString text = (form.*FieldTexts.at(size_t(field))).trimmed();
    if (text.size() > (field == AccountField::CaFile ? 4096 : LongestField))
        return FieldProblem::TooLong;
    switch (field) {
    case AccountField::Name:
        return nameProblem(text, others);
    case AccountField::Address:
        return addressProblem(text);
    case AccountField::Owner:
        return ownerProblem(form, others);
    case AccountField::RunUser:
        return text.isEmpty() || isUserId(text) ? FieldProblem::None : FieldProblem::NotAUser;
    case AccountField::Zone:
    case AccountField::AccessKeyId:
        return text.isEmpty() ? FieldProblem::Empty : tokenProblem(text);
    case AccountField::Secret:
        return secretProblem(form);
    case AccountField::EnvironmentName:
        return isPrintable(text) ? FieldProblem::None : FieldProblem::NotPrintable;
    case AccountField::DeletePath:
        return matches("/api(/[A-Za-z0-9_-]+)+", text) ? FieldProblem::None
                                                       : FieldProblem::NotAPath;
    case AccountField::DeleteIdsKey:
        return matches("[A-Za-z_][A-Za-z0-9_]*", text) ? FieldProblem::None
                                                       : FieldProblem::NotAName;
    case AccountField::Unlease:
        return text.isEmpty() ? FieldProblem::None : tokenProblem(text);
    case AccountField::CaFile:
        return caFileProblem(text);
    }
    Q_UNREACHABLE();
}

std::optional<AccountField> firstProblem(const AccountForm &form, const QList<Account> &others)
{
    for (int field = 0; field < AccountFieldCount; ++field) {
        if (problemOf(AccountField(field), form, others) != FieldProblem::None)
            return AccountField(field);
    }
    return {};
}

Account accountFrom(const AccountForm &form)
{
    Account account;
    account.name = form.name.trimmed();
    account.api.baseUrl = addressFrom(form.address);
    account.api.zone = form.zone.trimmed();
    account.api.owner = form.owner.trimmed();
    account.api.runUser = form.runUser.trimmed();
    account.api.credentials = {form.accessKeyId.trimmed(), form.secret.trimmed()};
    account.api.deletePath = form.deletePath.trimmed().toLatin1();
    account.api.deleteIdsKey = form.deleteIdsKey.trimmed();
    account.api.unlease = form.unlease.trimmed();
    account.api.callsAnHour = form.callsAnHour;
    account.api.caFile = form.caFile.trimmed();
    account.inFlight = form.inFlight;
    account.together = form.together;
    account.readOnly = form.readOnly;
    account.reasonRequired = form.reasonRequired;
    account.environment = form.environment.trimmed();
    account.color = form.color;
    account.id = accountId(account.api);
    return account;
}

AccountForm formFrom(const Account &account)
{
    AccountForm form;
    form.name = account.name;
    form.address = account.api.baseUrl.toString();
    form.zone = account.api.zone;
    form.owner = account.api.owner;
    form.runUser = account.api.runUser;
    form.accessKeyId = account.api.credentials.accessKeyId;
    form.readOnly = account.readOnly;
    form.reasonRequired = account.reasonRequired;
    form.environment = account.environment;
    form.color = account.color;
    form.deletePath = QString::fromLatin1(account.api.deletePath);
    form.deleteIdsKey = account.api.deleteIdsKey;
    form.unlease = account.api.unlease;
    form.inFlight = account.inFlight;
    form.together = account.together;
    form.callsAnHour = account.api.callsAnHour;
    form.caFile = account.api.caFile;
    return form;
}

} // namespace clusterdeck
