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
        return AccountText::tr("Enter a name. Only this program uses it.");
    case AccountField::Address:
        return AccountText::tr("Enter the address of the cloud.");
    case AccountField::Zone:
        return AccountText::tr("Enter the zone.");
    case AccountField::Owner:
        return AccountText::tr("Enter the owner's user ID.");
    case AccountField::AccessKeyId:
        return AccountText::tr("Enter the access key ID.");
    case AccountField::Secret:
        return AccountText::tr("Enter the secret of the access key.");
    case AccountField::RunUser:
    case AccountField::EnvironmentName:
    case AccountField::DeletePath:
    case AccountField::DeleteIdsKey:
    case AccountField::Unlease:
    case AccountField::CaFile:
        return AccountText::tr("Enter a value.");
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
    case AccountField::EnvironmentName:
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
        return AccountText::tr("The name of the account in this program, such as prod-lab.");
    case AccountField::Address:
        return AccountText::tr(
            "The address of the API. Choose one, or enter that of your provider.");
    case AccountField::Zone:
        return AccountText::tr("As shown in the provider's console.");
    case AccountField::Owner:
        return AccountText::tr("The user ID from the console, usr-…");
    case AccountField::RunUser:
        return AccountText::tr("The user who runs the clusters, if not the owner.");
    case AccountField::AccessKeyId:
        return AccountText::tr("From the API keys page of the console.");
    case AccountField::Secret:
        return AccountText::tr("Shown only while the eye button is pressed.");
    case AccountField::EnvironmentName:
        return AccountText::tr("Optional: a label such as PROD.");
    case AccountField::DeletePath:
        return AccountText::tr("The provider's documentation names different paths.");
    case AccountField::DeleteIdsKey:
        return AccountText::tr("cluster_ids, unless your provider uses another name.");
    case AccountField::Unlease:
        return AccountText::tr("Not sent when empty.");
    case AccountField::CaFile:
        return AccountText::tr(
            "Optional: a PEM file, for a cloud with its own certificate authority.");
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
        return AccountText::tr("This field contains a character that is not allowed.");
    case FieldProblem::HasSpaces:
        return AccountText::tr("This field must not contain spaces.");
    case FieldProblem::NotAnAddress:
        return AccountText::tr("Enter an address such as https://hpc.api.qingcloud.com.");
    case FieldProblem::PlainHttp:
        return AccountText::tr("The address must begin with https://. Plain http is only allowed "
                               "for this computer itself.");
    case FieldProblem::HasUserName:
        return AccountText::tr("Remove the user name and the password from the address.");
    case FieldProblem::HasPath:
        return AccountText::tr("Remove everything after the host and the port.");
    case FieldProblem::NotAUser:
        return AccountText::tr("A user ID is usr- followed by letters and digits.");
    case FieldProblem::NotAPath:
        return AccountText::tr("Enter a path such as /api/cluster/deleteCluster.");
    case FieldProblem::NotAName:
        return AccountText::tr("Only letters, digits and _ are allowed.");
    case FieldProblem::NameTaken:
        return AccountText::tr("Another account already has this name. Choose a different name.");
    case FieldProblem::AccountExists:
        return AccountText::tr(
            "There is already an account with this address, zone and owner. Edit that account.");
    case FieldProblem::NoSuchFile:
        return AccountText::tr("The file does not exist or cannot be read.");
    case FieldProblem::NoCertificate:
        return AccountText::tr("The file contains no certificate in PEM format.");
    case FieldProblem::NotAbsolute:
        return AccountText::tr("Enter the full path of the file, beginning with /.");
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
        return AccountText::tr("Waiting for the keychain");
    case AccountStatus::NeedsSecret:
        return AccountText::tr("Secret needed");
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
        return AccountText::tr("%1 is not open: its secret is not saved. Enter it to open the "
                               "account.")
            .arg(name);
    case SecretOutcome::NotFound:
        return AccountText::tr("%1 is not open: the keychain has no secret for it. Enter it "
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
        return AccountText::tr("%1 is not open: the keychain did not answer. Try again, or enter "
                               "the secret for this session.")
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
        return AccountText::tr("Not saved: the keychain has no secret for this account. Enter it "
                               "again.");
    case SecretOutcome::Denied:
        return AccountText::tr("Not saved: the keychain is locked. Try again and unlock it, or use "
                               "the secret for this session only.");
    case SecretOutcome::Unavailable:
        return AccountText::tr("Not saved: this desktop session has no keychain. Start one and try "
                               "again, or use the secret for this session only.");
    case SecretOutcome::Failed:
        return AccountText::tr(
            "Not saved: the keychain did not answer. Try again, or use the secret "
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
        return AccountText::tr("The keychain is locked and still has the secret. Unlock it, or "
                               "remove the entry “clusterdeck” there yourself.");
    case SecretOutcome::Unavailable:
        return AccountText::tr("This desktop session has no keychain to remove the secret from. "
                               "If it was saved elsewhere, an entry “clusterdeck” still has it.");
    case SecretOutcome::Failed:
        return AccountText::tr(
            "The keychain did not answer and may still have the secret. Try again, "
            "or remove the entry “clusterdeck” there yourself.");
    }
    Q_UNREACHABLE();
}

QString rememberText(bool remember)
{
    return remember
               ? AccountText::tr("The secret is stored in the keychain and nowhere else.")
               : AccountText::tr("The secret is kept in memory until the program ends, and must be "
                                 "entered again at the next start. It is never written to disk.");
}

QString keychainSlowText()
{
    return AccountText::tr(
        "The keychain has not answered yet. If it asks, answer in its own window, "
        "which may be hidden behind others.");
}

QString waitsForKeychainText(const QString &account)
{
    return AccountText::tr(
               "%1: waiting for the keychain. If it asks, answer in its own window, which may be "
               "hidden behind others.")
        .arg(shownLine(account, LongestNameShown));
}

QString changeText(const AccountChange &change)
{
    switch (change.outcome) {
    case AccountChange::Outcome::Done:
        return {};
    case AccountChange::Outcome::Exists:
        return fieldProblemText(AccountField::Owner, FieldProblem::AccountExists);
    case AccountChange::Outcome::OperationsRunning:
        return AccountText::tr("This account has unfinished operations. Wait for them, or stop the "
                               "unsent ones, then try again.");
    case AccountChange::Outcome::Keychain:
        return notKeptText(change.secret);
    case AccountChange::Outcome::OtherCopy:
        return AccountText::tr("Not saved: another copy of Clusterdeck has changed or removed this "
                               "account. Check the account, then try again.");
    case AccountChange::Outcome::NotWritten:
        return change.problem
                   ? sentences({AccountText::tr("The change to the account was not saved."),
                                fileProblemText(*change.problem)})
                   : AccountText::tr("Not saved: the account has been removed.");
    case AccountChange::Outcome::StillLocked:
        return notRemovedText(change.secret);
    }
    Q_UNREACHABLE();
}

QString storeWasOpenText(const AccountStore &store)
{
    return AccountText::tr("Other users were able to change the saved accounts. %1 and its folder "
                           "are private again: check the addresses of your accounts.")
        .arg(shownLine(store.path(), LongestQuote));
}

QString caFileOpenText(const QString &path)
{
    return AccountText::tr("Other users can change the CA file %1, which decides which servers are "
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
        return sentences(
            {AccountText::tr("The saved accounts could not be read."), problem,
             AccountText::tr("When you add an account, the old file is kept under a new name.")});
    case AccountStore::Trouble::SomeBroken:
        return AccountText::tr("%Ln saved account(s) could not be read and were left unchanged: "
                               "see %1.",
                               nullptr, store.brokenCount())
            .arg(shownLine(store.path(), LongestQuote));
    case AccountStore::Trouble::NewerFormat:
        return AccountText::tr("The saved accounts were written by a newer version of Clusterdeck "
                               "and were left unchanged: %1. Use that version.")
            .arg(shownLine(store.path(), LongestQuote));
    case AccountStore::Trouble::Untrusted:
        return sentences(
            {AccountText::tr(
                 "The saved accounts are not used, because their addresses may have been changed."),
             problem, AccountText::tr("Then restart Clusterdeck.")});
    case AccountStore::Trouble::Vanished:
        return sentences({problem, AccountText::tr("The accounts stay open. The next change to an "
                                                   "account saves all of them again.")});
    }
    Q_UNREACHABLE();
}

} // namespace clusterdeck
