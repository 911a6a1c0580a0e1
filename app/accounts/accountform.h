// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"
#include "app/support/enumcount.h"

#include <QStringList>

namespace clusterdeck
{

/// An account as the user types it: text that may be wrong.
struct AccountForm {
    QString name;
    QString address;
    QString zone;
    QString owner;
    QString runUser;
    QString accessKeyId;
    QString secret;
    /// The access key ID whose secret is known already: with this ID, `secret` may be empty. Empty:
    /// no secret is known.
    QString secretIsThereFor;
    bool readOnly = false;
    bool reasonRequired = false;
    QString environment;
    EnvironmentColor color = EnvironmentColor::None;
    QString deletePath;
    QString deleteIdsKey;
    QString unlease;
    int inFlight = 2;
    int together = 1;
    int callsAnHour = DocumentedCallsAnHour;
    QString caFile;
};

/// The text fields. accountform.cpp has their members in this order.
enum class AccountField {
    Name,
    Address,
    Zone,
    Owner,
    RunUser,
    AccessKeyId,
    Secret,
    EnvironmentName,
    DeletePath,
    DeleteIdsKey,
    Unlease,
    CaFile,
};
inline constexpr int AccountFieldCount = int(enumCount<AccountField>());

enum class FieldProblem {
    None,
    Empty,
    TooLong,      ///< more than LongestField characters
    NotPrintable, ///< invisible characters, or characters outside ASCII
    HasSpaces,
    NotAnAddress,
    PlainHttp,     ///< http to another machine
    HasUserName,   ///< a user name or password in the address
    HasPath,       ///< more than host and port
    NotAUser,      ///< not in the form usr-…
    NotAPath,      ///< not in the form /api/…
    NotAName,      ///< not a name of letters, digits and _
    NameTaken,     ///< another account has this name
    AccountExists, ///< another account has this address, zone and owner
    NoSuchFile,    ///< the file is missing or cannot be read
    NoCertificate, ///< the file holds no certificate
    NotAbsolute,   ///< a path that depends on the working directory
    FileTooLarge,  ///< probably another file
};

/// In characters. The CA file may be longer.
inline constexpr int LongestField = 200;

/// The provider's known addresses, the usual one first (app/api/README.md §1).
[[nodiscard]] QStringList knownAddresses();
/// Zones from the provider's documentation; others exist.
[[nodiscard]] QStringList knownZones();

/// `others`: the saved accounts except the one being edited. Pure, except that CaFile reads the
/// file.
[[nodiscard]] FieldProblem problemOf(AccountField field, const AccountForm &form,
                                     const QList<Account> &others);
/// The first field with a problem, in the order of AccountField; std::nullopt when there is none.
[[nodiscard]] std::optional<AccountField> firstProblem(const AccountForm &form,
                                                       const QList<Account> &others);

/// Whether `text` has the form of a user id of the provider: usr-…
[[nodiscard]] bool isUserId(const QString &text);

/// The account of a form without problems, with its id.
[[nodiscard]] Account accountFrom(const AccountForm &form);
/// The form of an account, without the secret.
[[nodiscard]] AccountForm formFrom(const Account &account);

} // namespace clusterdeck
