// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/plandocument.h"
#include "app/support/clock.h"
#include "ui/widgets/window.h"

class QLabel;
class QLineEdit;

namespace clusterdeck
{

/// Asks for the file of a plan and for its approval code. Nothing is read from the cloud and
/// nothing is sent. Show it with open().
class OpenPlanDialog : public Dialog
{
    Q_OBJECT

public:
    /// `clock` outlives the dialog.
    OpenPlanDialog(Clock &clock, QWidget *parent);

public slots:
    /// Reads the file; what the file dialog ends with.
    void load(const QString &path);

signals:
    /// A plan that is valid now, and its code was typed if it needs one. The dialog closes by
    /// itself.
    void opened(const clusterdeck::WrittenPlan &written);

private:
    void choosePath();
    void update();
    void refuse(const QString &problem);

    Clock &m_clock;
    std::optional<WrittenPlan> m_written;
    QLabel *m_facts;
    QLineEdit *m_code;
    QLabel *m_problem;
    QPushButton *m_continue;
};

} // namespace clusterdeck
