// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accounttext.h"

#include "ui/text/filetext.h"
#include "ui/text/format.h"
#include "ui/text/joining.h"

#include <QCoreApplication>

namespace clusterdeck
{

namespace
{

struct AccountText {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::AccountText)
};

QString emptyText(AccountField field)
{
    switch (field) {
    case AccountField::Name:
        return AccountText::tr("A name is needed; it is for you alone.");
    case AccountField::Address:
        return AccountText::tr("The address of the cloud is needed.");
    case AccountField::Zone:
        return AccountText::tr("The zone is needed.");
    case AccountField::Owner:
        return AccountText::tr("The owner's user ID is needed.");
    case AccountField::AccessKeyId:
        return AccountText::tr("The access key ID is needed.");
    case AccountField::Secret:
        return AccountText::tr("The secret of the key is needed.");
    case AccountField::RunUser:
    case AccountField::Environment:
    case AccountField::DeletePath:
    case AccountField::DeleteIdsKey:
    case AccountField::Unlease:
    case AccountField::CaFile:
        return AccountText::tr("Something is needed here.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString fieldLabel(AccountField field)
{
    switch (field) {
    case AccountField::Name:
        return AccountText::tr("&Name");
    case AccountField::Address:
        return AccountText::tr("A&ddress");
    case AccountField::Zone:
        return AccountText::tr("&Zone");
    case AccountField::Owner:
        return AccountText::tr("&Owner");
    case AccountField::RunUser:
        return AccountText::tr("R&un user");
    case AccountField::AccessKeyId:
        return AccountText::tr("Access &key ID");
    case AccountField::Secret:
        return AccountText::tr("&Secret");
    case AccountField::Environment:
        return AccountText::tr("&Environment");
    case AccountField::DeletePath:
        return AccountText::tr("&Path of deleteCluster");
    case AccountField::DeleteIdsKey:
        return AccountText::tr("Body key of the &IDs");
    case AccountField::Unlease:
        return AccountText::tr("&Value of unlease");
    case AccountField::CaFile:
        return AccountText::tr("Extra CA &file");
    }
    Q_UNREACHABLE();
}

QString fieldHelp(AccountField field)
{
    switch (field) {
    case AccountField::Name:
        return AccountText::tr("How the account is called in this program, such as prod-lab.");
    case AccountField::Address:
        return AccountText::tr("The API's address. Choose one, or type your provider's own.");
    case AccountField::Zone:
        return AccountText::tr("As the console writes it.");
    case AccountField::Owner:
        return AccountText::tr("User ID in the console, usr-…");
    case AccountField::RunUser:
        return AccountText::tr("If another one runs the clusters; empty: the owner.");
    case AccountField::AccessKeyId:
        return AccountText::tr("From the console's page of API keys.");
    case AccountField::Secret:
        return AccountText::tr("Shown only while the eye is pressed.");
    case AccountField::Environment:
        return AccountText::tr("A label such as PROD; may be empty.");
    case AccountField::DeletePath:
        return AccountText::tr("The provider's pages contradict each other here.");
    case AccountField::DeleteIdsKey:
        return AccountText::tr("cluster_ids, unless your provider says otherwise.");
    case AccountField::Unlease:
        return AccountText::tr("Empty: it is not sent.");
    case AccountField::CaFile:
        return AccountText::tr("PEM, for a cloud with an authority of its own; may be empty.");
    }
    Q_UNREACHABLE();
}

QString fieldProblemText(AccountField field, FieldProblem problem)
{
    switch (problem) {
    case FieldProblem::None:
        return {};
    case FieldProblem::Empty:
        return emptyText(field);
    case FieldProblem::TooLong:
        return AccountText::tr("At most %Ln character(s).", nullptr, LongestField);
    case FieldProblem::NotPrintable:
        return AccountText::tr("It holds a character that cannot be part of it.");
    case FieldProblem::HasSpaces:
        return AccountText::tr("It must not hold spaces.");
    case FieldProblem::NotAnAddress:
        return AccountText::tr("An address looks like https://hpc.api.qingcloud.com.");
    case FieldProblem::PlainHttp:
        return AccountText::tr("It must begin with https://; plain http is only spoken to this "
                               "machine itself.");
    case FieldProblem::HasUserName:
        return AccountText::tr("Take the user name and the password out of the address.");
    case FieldProblem::HasPath:
        return AccountText::tr("It must end after the host and the port.");
    case FieldProblem::NotAUser:
        return AccountText::tr("A user ID begins with usr- and goes on with letters and digits.");
    case FieldProblem::NotAPath:
        return AccountText::tr("A path looks like /api/cluster/deleteCluster.");
    case FieldProblem::NotAName:
        return AccountText::tr("Letters, digits and _ only.");
    case FieldProblem::NameTaken:
        return AccountText::tr("Another account has this name. Choose another.");
    case FieldProblem::AccountExists:
        return AccountText::tr("There is an account with this address, zone and owner already. "
                               "Edit that one.");
    case FieldProblem::NoSuchFile:
        return AccountText::tr("There is no such file, or it cannot be read.");
    case FieldProblem::NoCertificate:
        return AccountText::tr("The file holds no certificate in PEM form.");
    case FieldProblem::NotAbsolute:
        return AccountText::tr("Enter the full path of the file: it begins with /.");
    case FieldProblem::FileTooLarge:
        return AccountText::tr("The file is too large to be a CA file. Choose another.");
    }
    Q_UNREACHABLE();
}

QString statusText(const AccountEntry &entry)
{
    switch (entry.status) {
    case AccountStatus::Closed:
        return AccountText::tr("Closed");
    case AccountStatus::WaitsForKey:
        return AccountText::tr("Waits for the keychain");
    case AccountStatus::NeedsSecret:
        return AccountText::tr("Needs its secret");
    case AccountStatus::Open:
        return entry.kept ? AccountText::tr("Open") : AccountText::tr("Open, this session only");
    }
    Q_UNREACHABLE();
}

QString secretTroubleText(const QString &account, SecretOutcome outcome)
{
    const QString name = shownLine(account, LongestNameShown);
    switch (outcome) {
    case SecretOutcome::Done:
        return AccountText::tr("%1 is not open: its secret is not kept. Enter it to open the "
                               "account.")
            .arg(name);
    case SecretOutcome::NotFound:
        return AccountText::tr("%1 is not open: the keychain holds no secret for it. Enter it "
                               "again.")
            .arg(name);
    case SecretOutcome::Denied:
        return AccountText::tr("%1 is not open: the keychain is locked. Try again and unlock it, "
                               "or enter the secret for this session.")
            .arg(name);
    case SecretOutcome::Unavailable:
        return AccountText::tr("%1 is not open: this desktop session has no keychain. Start one "
                               "and try again, or enter the secret for this session.")
            .arg(name);
    case SecretOutcome::Failed:
        return AccountText::tr("%1 is not open: the keychain broke off. Try again, or enter the "
                               "secret for this session.")
            .arg(name);
    }
    Q_UNREACHABLE();
}

QString notKeptText(SecretOutcome outcome)
{
    switch (outcome) {
    case SecretOutcome::Done:
        return {};
    case SecretOutcome::NotFound:
        return AccountText::tr("Not saved: the keychain holds no secret for this account. Type it "
                               "again.");
    case SecretOutcome::Denied:
        return AccountText::tr("Not saved: the keychain is locked. Try again and unlock it, or use "
                               "the secret for this session only.");
    case SecretOutcome::Unavailable:
        return AccountText::tr("Not saved: this desktop session has no keychain. Start one and try "
                               "again, or use the secret for this session only.");
    case SecretOutcome::Failed:
        return AccountText::tr("Not saved: the keychain broke off. Try again, or use the secret "
                               "for this session only.");
    }
    Q_UNREACHABLE();
}

QString notRemovedText(SecretOutcome outcome)
{
    switch (outcome) {
    case SecretOutcome::Done:
    case SecretOutcome::NotFound:
        return {};
    case SecretOutcome::Denied:
        return AccountText::tr("The keychain is locked and still holds the secret. Unlock it, or "
                               "remove the entry “clusterdeck” there yourself.");
    case SecretOutcome::Unavailable:
        return AccountText::tr("This desktop session has no keychain to take the secret out of. "
                               "Where it was saved, an entry “clusterdeck” still holds it.");
    case SecretOutcome::Failed:
        return AccountText::tr("The keychain broke off and may still hold the secret. Try again, "
                               "or remove the entry “clusterdeck” there yourself.");
    }
    Q_UNREACHABLE();
}

QString sessionOnlyText()
{
    return AccountText::tr("The secret is kept in memory until the program ends, and asked for at "
                           "the next start. It is never written to disk.");
}

QString waitsForKeychainText(const QString &account)
{
    return AccountText::tr("%1 waits for the keychain: unlock it in its own window, which may be "
                           "behind others.")
        .arg(shownLine(account, LongestNameShown));
}

QString changeText(const AccountChange &change)
{
    switch (change.outcome) {
    case AccountChange::Outcome::Done:
        return {};
    case AccountChange::Outcome::Exists:
        return fieldProblemText(AccountField::Owner, FieldProblem::AccountExists);
    case AccountChange::Outcome::UnderWay:
        return AccountText::tr("Operations of this account are not at an end yet. Wait for them, "
                               "or stop what has not been sent; then try again.");
    case AccountChange::Outcome::Keychain:
        return notKeptText(change.secret);
    case AccountChange::Outcome::OtherCopy:
        return AccountText::tr("Not saved: another copy of Clusterdeck has changed or removed this "
                               "account meanwhile. Look at it again.");
    case AccountChange::Outcome::NotWritten:
        return change.problem
                   ? sentences({AccountText::tr("The change of the account was not saved."),
                                fileProblemText(*change.problem)})
                   : AccountText::tr("Not saved: the account was removed meanwhile.");
    case AccountChange::Outcome::StillLocked:
        return notRemovedText(change.secret);
    }
    Q_UNREACHABLE();
}

QString storeWasOpenText(const AccountStore &store)
{
    return AccountText::tr("Other users could change the saved accounts until now. %1 and its "
                           "folder are yours alone again; check the addresses of your accounts.")
        .arg(shownLine(store.path(), LongestQuote));
}

QString caFileOpenText(const QString &path)
{
    return AccountText::tr("Other users can change the CA file %1, and with it which servers are "
                           "trusted. Revoke their permission (chmod go-w).")
        .arg(shownLine(path, LongestQuote));
}

QString storeTroubleText(const AccountStore &store)
{
    const QString problem = store.problem() ? fileProblemText(*store.problem()) : QString();
    switch (store.trouble()) {
    case AccountStore::Trouble::None:
        return {};
    case AccountStore::Trouble::Unreadable:
        return sentences({AccountText::tr("The saved accounts could not be read."), problem,
                          AccountText::tr("When you add one, the file is kept beside it under a "
                                          "new name.")});
    case AccountStore::Trouble::SomeBroken:
        return AccountText::tr("%Ln saved account(s) could not be understood and were left as they "
                               "are: see %1.",
                               nullptr, store.brokenCount())
            .arg(shownLine(store.path(), LongestQuote));
    case AccountStore::Trouble::NewerFormat:
        return AccountText::tr("The saved accounts are of a newer version of Clusterdeck and were "
                               "left alone: %1. Use that version.")
            .arg(shownLine(store.path(), LongestQuote));
    case AccountStore::Trouble::Untrusted:
        return sentences({AccountText::tr("The saved accounts are not used: where they send "
                                          "requests may not be what you entered."),
                          problem, AccountText::tr("Then start Clusterdeck again.")});
    case AccountStore::Trouble::Vanished:
        return sentences({problem, AccountText::tr("The accounts stay open; the next change of an "
                                                   "account saves all of them again.")});
    }
    Q_UNREACHABLE();
}

} // namespace clusterdeck
