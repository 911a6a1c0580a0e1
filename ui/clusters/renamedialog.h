// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/operationservice.h"
#include "ui/widgets/window.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace clusterdeck
{

/// Why the name or description of a cluster could not be changed, and what to do.
[[nodiscard]] QString modifyFailureText(const ApiError &error);

/// Changes the name and description of one cluster. If that fails, the dialog says why and stays
/// open. Show it with open().
class RenameDialog : public Dialog
{
    Q_OBJECT

public:
    /// `operationService` outlives the dialog.
    RenameDialog(const Cluster &cluster, OperationService &operationService, QWidget *parent);

signals:
    /// The cloud has accepted the change. The dialog then closes.
    void renamed();

private:
    void layOut();
    void check();
    void save();
    /// Without a `description` the cluster keeps its own.
    void send(const std::optional<QString> &description);
    void stop(const QString &why);
    void answered(const Result<clusterdeck::Accepted> &answer);

    ClusterKey m_key;
    QString m_oldName;
    QString m_oldDescription;
    OperationService &m_operationService;
    QLineEdit *m_name;
    QLineEdit *m_description;
    QLabel *m_problem;
    QPushButton *m_save;
    bool m_saving = false;
};

} // namespace clusterdeck
