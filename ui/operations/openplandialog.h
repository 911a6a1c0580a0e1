// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/plandocument.h"
#include "app/support/clock.h"
#include "ui/widgets/window.h"

class QLabel;
class QLineEdit;

namespace clusterdeck
{

/// Asks for the file of a saved plan and for its approval code. Reads nothing from the cloud and
/// sends nothing. Show it with open().
class OpenPlanDialog : public Dialog
{
    Q_OBJECT

public:
    /// `clock` outlives the dialog.
    OpenPlanDialog(Clock &clock, QWidget *parent);

public slots:
    /// Reads the plan in the file, in the background; called when the file dialog is accepted. If
    /// the file is not a valid plan, or other users can change it, the dialog says so and has no
    /// plan.
    void load(const QString &path);

signals:
    /// The user continues with `written`, which has not expired; if it needs an approval, its code
    /// was typed. Emitted at most once, after the dialog closed.
    void opened(const clusterdeck::WrittenPlan &written);

private:
    void choosePath();
    void finishLoad(const tl::expected<WrittenPlan, QString> &written);
    void update();
    void refuse(const QString &problem);

    Clock &m_clock;
    std::optional<WrittenPlan> m_written;
    QLabel *m_facts;
    QLineEdit *m_code;
    QLabel *m_problem;
    QPushButton *m_choose;
    QPushButton *m_continue;
};

} // namespace clusterdeck
