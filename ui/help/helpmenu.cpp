// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helpmenu.h"

#include "app/session.h"
#include "ui/accounts/accountcontroller.h"
#include "ui/help/aboutdialog.h"
#include "ui/help/safetyguarantees.h"
#include "ui/help/shortcutswindow.h"
#include "ui/text/format.h"

namespace clusterdeck
{

HelpMenu::HelpMenu(Session &session, AccountController &accounts, QWidget *window)
    : QMenu(tr("&Help"), window)
    , m_session(session)
    , m_accounts(accounts)
    , m_window(window)
{
    addAction(tr("&Keyboard Shortcuts"), QKeySequence(Qt::Key_F1), this, &HelpMenu::showShortcuts)
        ->setObjectName(QStringLiteral("Shortcuts"));
    m_report = addAction(tr("Connection &Report…"), this, [this] { m_accounts.checkAny(); });
    m_report->setObjectName(QStringLiteral("Connection report"));
    m_reports = addMenu(tr("Connection &Report"));
    m_reports->setObjectName(QStringLiteral("Connection reports"));
    addAction(tr("&What This Program Never Does"), this, &HelpMenu::showSafetyGuarantees)
        ->setObjectName(QStringLiteral("Promises"));
    addSeparator();
    QAction *about =
        addAction(tr("&About Clusterdeck"), this, [this] { (new AboutDialog(m_window))->open(); });
    about->setObjectName(QStringLiteral("About"));
    about->setMenuRole(QAction::AboutRole);
    connect(&session, &Session::accountsChanged, this, &HelpMenu::fillReports);
    fillReports();
}

void HelpMenu::fillReports()
{
    const QList<Account> &accounts = m_session.accounts();
    const bool several = accounts.size() > 1;
    m_report->setVisible(!several);
    m_report->setEnabled(!accounts.isEmpty());
    m_reports->menuAction()->setVisible(several);
    m_reports->clear();
    if (!several)
        return;
    for (const Account &account : accounts) {
        const QString name = shownLine(account.name, LongestNameShown);
        QAction *check = m_reports->addAction(QString(name).replace(u'&', QStringLiteral("&&")));
        connect(check, &QAction::triggered, this,
                [this, id = account.id] { m_accounts.check(id); });
    }
}

void HelpMenu::showShortcuts()
{
    if (!m_shortcuts)
        m_shortcuts = new ShortcutsWindow(m_window);
    m_shortcuts->show();
    m_shortcuts->raise();
    m_shortcuts->activateWindow();
}

void HelpMenu::showSafetyGuarantees()
{
    if (!m_promises)
        m_promises = new SafetyGuaranteesWindow(m_window);
    m_promises->show();
    m_promises->raise();
    m_promises->activateWindow();
}

} // namespace clusterdeck
