// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/providerfiles.h"
#include "ui/widgets/window.h"

class QButtonGroup;

namespace clusterdeck
{

/// Lets the user choose one of the keys that the provider's own tools store on this machine. Shows
/// the end of each key id and no secret; keys that cannot be used are shown with the reason. Show
/// it with open().
class ImportDialog : public Dialog
{
    Q_OBJECT

public:
    ImportDialog(const QList<ImportCandidate> &candidates, QWidget *parent);

signals:
    /// The user has chosen these keys, and the dialog has closed. It stores nothing.
    void chosen(const clusterdeck::ProviderKeys &keys);
    /// The user wants to enter a key instead, and the dialog has closed.
    void byHandWanted();

private:
    void addNothingFound();
    void addCandidates();
    void addCandidate(int index);
    void use();

    QList<ImportCandidate> m_candidates;
    QButtonGroup *m_choice;
};

} // namespace clusterdeck
