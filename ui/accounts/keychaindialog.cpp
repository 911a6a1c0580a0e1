// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/keychaindialog.h"

#include "ui/theme/palette.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tables.h"

#include <QLabel>

namespace clusterdeck
{

KeychainDialog::KeychainDialog(const QString &name, const QString &title, const QString &slowText,
                               QWidget *parent)
    : Dialog(name, title, parent)
    , m_problem(plainLabel(this))
{
    m_problem->setObjectName(QStringLiteral("Problem"));
    setStatusColor(m_problem, StatusColor::Bad);
    m_problem->hide();
    m_slowTimer.setSingleShot(true);
    m_slowTimer.setInterval(1000);
    connect(&m_slowTimer, &QTimer::timeout, this, [this, slowText] { say(slowText); });
}

void KeychainDialog::say(const QString &problem)
{
    showProblem(m_problem, problem);
}

void KeychainDialog::setWaiting(bool waiting)
{
    if (waiting)
        m_slowTimer.start();
    else
        m_slowTimer.stop();
}

} // namespace clusterdeck
