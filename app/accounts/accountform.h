// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"

#include <QStringList>

namespace clusterdeck
{

/// An account as it is typed: text that may be wrong.
struct AccountForm {
    QString name;
    QString address;
    QString zone;
    QString owner;
    QString runUser;
    QString accessKeyId;
    QString secret;
    /// The access key ID whose secret is there already, so that an empty one means that; empty:
    /// there is none.
    QString secretIsThereFor;
    bool readOnly = false;
    QString environment;
    EnvironmentColor color = EnvironmentColor::None;
    QString deletePath;
    QString deleteIdsKey;
    QString unlease;
    int inFlight = 2;
    int together = 1;
    int callsAnHour = 2000;
    QString caFile;
};

enum class AccountField {
    Name,
    Address,
    Zone,
    Owner,
    RunUser,
    AccessKeyId,
    Secret,
    Environment,
    DeletePath,
    DeleteIdsKey,
    Unlease,
    CaFile,
};
inline constexpr int AccountFieldCount = 12;

enum class FieldProblem {
    None,
    Empty,
    TooLong,      ///< more than LongestField characters
    NotPrintable, ///< holds characters that cannot be seen, or none of the ASCII ones
    HasSpaces,
    NotAnAddress,
    PlainHttp,     ///< http to another machine
    HasUserName,   ///< a user name or password in the address
    HasPath,       ///< something behind the host and the port
    NotAUser,      ///< not of the form usr-…
    NotAPath,      ///< not of the form /api/…
    NotAName,      ///< not a name of letters, digits and _
    NameTaken,     ///< another account has this name
    AccountExists, ///< another account has this address, zone and owner
    NoSuchFile,
    NoCertificate, ///< the file holds no certificate
    NotAbsolute,   ///< a path that depends on where the program was started
    FileTooLarge,  ///< some other file, chosen by mistake
};

inline constexpr int LongestField = 200;

/// The addresses that the provider is known to use, the usual one first (app/api/README.md §1).
[[nodiscard]] QStringList knownAddresses();
/// Zones that its pages mention; others exist.
[[nodiscard]] QStringList knownZones();

/// What a person typed as an address: https:// is put in front of a bare host, a closing slash is
/// dropped.
[[nodiscard]] QUrl addressFrom(const QString &typed);

/// `others`: the saved accounts without the one that is being edited. Reads the CA file when it is
/// asked about it; pure otherwise.
[[nodiscard]] FieldProblem problemOf(AccountField field, const AccountForm &form,
                                     const QList<Account> &others);
/// The first field with a problem, in the order of AccountField; nothing when the form is fine.
[[nodiscard]] std::optional<AccountField> firstProblem(const AccountForm &form,
                                                       const QList<Account> &others);

/// The account of a form without problems, its id included. An empty run user stays empty: the
/// owner's.
[[nodiscard]] Account accountFrom(const AccountForm &form);
/// The secret is left out.
[[nodiscard]] AccountForm formFrom(const Account &account);

/// Parts of these rules, for the command line.
[[nodiscard]] FieldProblem addressProblem(const QUrl &url);
[[nodiscard]] FieldProblem zoneProblem(const QString &zone);
[[nodiscard]] FieldProblem userProblem(const QString &user);

} // namespace clusterdeck
