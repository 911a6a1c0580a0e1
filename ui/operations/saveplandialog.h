// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/plandocument.h"
#include "app/support/clock.h"
#include "ui/widgets/window.h"

class QLabel;
class QLineEdit;
class QSpinBox;

namespace clusterdeck
{

/// Asks how long a plan is valid and where to save it, then writes the document that the command
/// "plan --valid" prints, and shows its approval code. Sends nothing. Show it with open().
class SavePlanDialog : public Dialog
{
    Q_OBJECT

public:
    /// `clock` outlives the dialog.
    SavePlanDialog(const Plan &plan, const QHash<QString, AccountLabel> &labels, Clock &clock,
                   QWidget *parent);

    /// Not while the plan is being written: its code would not be recorded.
    void reject() override;

public slots:
    /// Writes the plan to `path`, in the background; called when the file dialog is accepted. If
    /// that fails, the dialog says why.
    void write(const QString &path);

signals:
    /// The file was written. The dialog stays open, so that the user can read the code.
    void saved(const clusterdeck::PlanApproval &approval);

private:
    struct Written {
        QString problem; ///< empty when the file was written
        PlanApproval approval;
    };

    void choosePath();
    void finishWrite(const QString &path, const Written &written);

    Plan m_plan;
    QHash<QString, AccountLabel> m_labels;
    Clock &m_clock;
    QSpinBox *m_days;
    QLabel *m_until;
    QLabel *m_state;
    QLineEdit *m_code;
    QPushButton *m_save;
};

} // namespace clusterdeck
