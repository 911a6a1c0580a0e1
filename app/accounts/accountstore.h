// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"
#include "app/support/sharedjsonfile.h"

namespace clusterdeck
{

/// An account as it is kept between runs. The secret is never part of it.
struct SavedAccount {
    Account account;      ///< its credentials hold the access key id alone
    bool open = true;     ///< to be opened at the start
    bool remember = true; ///< the secret is in the keychain; else it is asked for in each run
};

/// Whether nothing that is kept of them differs.
[[nodiscard]] bool isSameSaved(const SavedAccount &one, const SavedAccount &other);

/// The accounts on disk: one JSON file, mode 0600, in a folder of mode 0700. Holds everything of an
/// account but its secret. Other copies of the program change it too: refresh() takes that up, and
/// a change is merged into what is there.
class AccountStore
{
public:
    enum class Trouble {
        None,
        Unreadable,  ///< there, but not a list of accounts; set() keeps it aside under a new name
        SomeBroken,  ///< brokenCount() entries make no sense; they stay in the file as they are
        NewerFormat, ///< of a newer version: looked at as empty, never overwritten
        Untrusted,   ///< somebody else can change it, and so where requests are sent: looked at as
                     ///< empty, never overwritten; see problem()
        Vanished, ///< it is gone since it was read; the accounts stay, the next set() writes them
    };

    /// `path` empty: they last as long as the program.
    explicit AccountStore(QString path = {});

    [[nodiscard]] const QList<SavedAccount> &accounts() const { return m_accounts; }
    [[nodiscard]] Trouble trouble() const { return m_trouble; }
    /// Of trouble(); nothing with SomeBroken.
    [[nodiscard]] const std::optional<FileProblem> &problem() const { return m_problem; }
    [[nodiscard]] int brokenCount() const { return m_broken; }
    [[nodiscard]] const QString &path() const { return m_file.path(); }
    /// Others could change the file or its folder until it was read in this run.
    [[nodiscard]] bool wasOpenToOthers() const { return m_wasOpenToOthers; }

    /// Reads the file again when it has changed. True when accounts() or trouble() has. While it
    /// cannot be understood, the accounts stay as they were.
    bool refresh();

    /// What differs from accounts() is changed on disk, member by member, and nothing else. False
    /// when it could not be written: then accounts() is what is on disk. Why is in
    /// writeProblem(). read_only stays on where another copy has set it, unless this change
    /// takes it off.
    [[nodiscard]] bool set(const QList<SavedAccount> &accounts);
    [[nodiscard]] const std::optional<FileProblem> &writeProblem() const { return m_writeProblem; }
    /// Why set() failed last: another copy of the program has removed or changed the same account
    /// since accounts() was read.
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
