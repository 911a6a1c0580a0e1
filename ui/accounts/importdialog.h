// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/providerfiles.h"

#include <QDialog>

class QButtonGroup;
class QPushButton;
class QVBoxLayout;

namespace clusterdeck
{

/// Lets a person pick one of the keys that the provider's own tools keep on this machine. Shows the
/// end of each key id and no secret; what cannot be used is shown with its reason. Show it with
/// open().
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    ImportDialog(const QList<ImportCandidate> &candidates, QWidget *parent);

signals:
    /// The person wants these; the dialog closes. Nothing is stored by it.
    void chosen(const clusterdeck::ProviderKeys &keys);

private:
    void layOut();
    void addCandidate(int index, QVBoxLayout *column);
    [[nodiscard]] QWidget *nothingFound();
    void use();

    QList<ImportCandidate> m_candidates;
    QButtonGroup *m_choice;
    QPushButton *m_use;
};

} // namespace clusterdeck
