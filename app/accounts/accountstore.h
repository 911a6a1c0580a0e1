// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"

#include <QJsonArray>

namespace clusterdeck
{

/// An account as it is kept between runs. The secret is never part of it.
struct SavedAccount {
    Account account;      ///< its credentials hold the access key id alone
    bool open = true;     ///< to be opened at the start
    bool remember = true; ///< the secret is in the keychain; else it is asked for in each run
};

/// The accounts on disk: one JSON file, mode 0600, read once and written whole and durably at each
/// change. Holds everything of an account but its secret.
class AccountStore
{
public:
    enum class Trouble {
        None,
        Unreadable,  ///< there, but not a list of accounts; set() keeps it aside under a new name
        SomeBroken,  ///< brokenCount() entries make no sense; they stay in the file as they are
        NewerFormat, ///< of a newer version: looked at as empty, never overwritten
    };

    /// `path` empty: they last as long as the program.
    explicit AccountStore(QString path = {});

    [[nodiscard]] const QList<SavedAccount> &accounts() const { return m_accounts; }
    [[nodiscard]] Trouble trouble() const { return m_trouble; }
    [[nodiscard]] int brokenCount() const { return int(m_broken.size()); }
    [[nodiscard]] const QString &path() const { return m_path; }

    /// False when they could not be written: then accounts() stays as it was. Why is in
    /// errorText(), in the system's words.
    [[nodiscard]] bool set(const QList<SavedAccount> &accounts);
    [[nodiscard]] const QString &errorText() const { return m_errorText; }
    /// Why set() failed last: somebody else, another copy of the program above all, has written the
    /// file since it was read.
    [[nodiscard]] bool isChangedElsewhere() const { return m_changedElsewhere; }

private:
    void load();
    void read(const QByteArray &bytes);
    [[nodiscard]] bool isAsItWas();
    [[nodiscard]] bool keepAside();
    [[nodiscard]] bool write(const QList<SavedAccount> &accounts);

    QString m_path;
    QList<SavedAccount> m_accounts;
    QJsonArray m_broken;
    Trouble m_trouble = Trouble::None;
    QString m_errorText;
    QByteArray m_bytes; ///< of the file, as it was last read or written here
    bool m_changedElsewhere = false;
};

} // namespace clusterdeck
