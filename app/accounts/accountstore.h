// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"
#include "app/support/sharedjsonfile.h"

namespace clusterdeck
{

/// An account as it is saved between runs, without the secret.
struct SavedAccount {
    Account account;  ///< the credentials have only the access key id
    bool open = true; ///< opened when the program starts
    bool remember =
        true; ///< the secret is in the keychain; otherwise the user enters it in each run
};

/// Whether both have the same saved values.
[[nodiscard]] bool isSameSaved(const SavedAccount &one, const SavedAccount &other);

/// The accounts on disk: one JSON file with mode 0600 in a folder with mode 0700, without secrets.
/// Other copies of the program change the file too: refresh() reads their changes, and set() merges
/// its own changes into the file.
class AccountStore
{
public:
    enum class Trouble {
        None,
        Unreadable,  ///< not a list of accounts; set() renames the file first
        SomeBroken,  ///< brokenCount() entries are invalid; they stay in the file unchanged
        NewerFormat, ///< from a newer version: read as empty, never overwritten
        Untrusted,   ///< another user can change the file, and so the addresses that requests are
                     ///< sent to: read as empty, never overwritten; see problem()
        Vanished,    ///< deleted since it was read; the accounts stay, the next set() writes them
    };

    /// `path` empty: nothing is saved.
    explicit AccountStore(QString path = {});

    [[nodiscard]] const QList<SavedAccount> &accounts() const { return m_accounts; }
    [[nodiscard]] Trouble trouble() const { return m_trouble; }
    /// The details of trouble(); none with SomeBroken.
    [[nodiscard]] const std::optional<FileProblem> &problem() const { return m_problem; }
    [[nodiscard]] int brokenCount() const { return m_broken; }
    [[nodiscard]] const QString &path() const { return m_file.path(); }
    /// Other users could change the file or its folder until this run read it.
    [[nodiscard]] bool wasOpenToOthers() const { return m_wasOpenToOthers; }

    /// Reads the file again if it has changed. True when accounts() or trouble() has changed. While
    /// the file is invalid the accounts stay as they were.
    bool refresh();

    /// Writes the differences to accounts(), member by member, and nothing else. False when the
    /// file could not be written: then accounts() is what is on disk, and writeProblem() has the
    /// reason. read_only stays on where another copy has set it, unless this change turns it off.
    [[nodiscard]] bool set(const QList<SavedAccount> &accounts);
    [[nodiscard]] const std::optional<FileProblem> &writeProblem() const { return m_writeProblem; }
    /// The last set() failed because another copy of the program has removed or changed the same
    /// account since accounts() was read.
    [[nodiscard]] bool isChangedElsewhere() const { return m_changedElsewhere; }

private:
    void understand();
    [[nodiscard]] bool fail(const FileProblem &problem);

    SharedJsonFile m_file;
    QList<SavedAccount> m_accounts;
    int m_broken = 0;
    Trouble m_trouble = Trouble::None;
    std::optional<FileProblem> m_problem;
    std::optional<FileProblem> m_writeProblem;
    bool m_changedElsewhere = false;
    bool m_wasOpenToOthers = false;
};

} // namespace clusterdeck
