// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/helpmenu.h"

#include "app/session.h"
#include "ui/accounts/accountcontroller.h"
#include "ui/help/aboutdialog.h"
#include "ui/help/guidewindow.h"
#include "ui/help/safetyguarantees.h"
#include "ui/help/shortcutswindow.h"
#include "ui/text/format.h"
#include "ui/widgets/actions.h"

namespace clusterdeck
{

HelpMenu::HelpMenu(Session &session, AccountController &accounts, QWidget *window)
    : QMenu(tr("&Help"), window)
    , m_session(session)
    , m_accounts(accounts)
    , m_window(window)
{
    QAction *guide =
        addAction(tr("User &Guide"), this, [this] { showGuide(m_window, GuideTopic::Start); });
    guide->setObjectName(QStringLiteral("Guide"));
    guide->setShortcuts(standardKeys(QKeySequence::HelpContents, Qt::Key_F1));
    QAction *shortcuts = addAction(tr("&Keyboard Shortcuts"), this, &HelpMenu::showShortcuts);
    shortcuts->setObjectName(QStringLiteral("Shortcuts"));
    shortcuts->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Question));
    m_report = addAction(tr("Connection &Report…"), this, [this] { m_accounts.checkAny(); });
    m_report->setObjectName(QStringLiteral("Connection report"));
    m_reports = addMenu(tr("Connection &Report"));
    m_reports->setObjectName(QStringLiteral("Connection reports"));
    addAction(tr("Sa&fety Guarantees"), this, &HelpMenu::showSafetyGuarantees)
        ->setObjectName(QStringLiteral("Safety guarantees"));
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
    const bool several = accounts.size() > 1 && !m_session.isPresenting();
    m_report->setVisible(!several);
    // The report names the cloud and the key, so it is not available in presenter mode.
    m_report->setEnabled(!accounts.isEmpty() && !m_session.isPresenting());
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
    bringForward(m_shortcuts);
}

void HelpMenu::showSafetyGuarantees()
{
    if (!m_safetyGuarantees)
        m_safetyGuarantees = new SafetyGuaranteesWindow(m_window);
    bringForward(m_safetyGuarantees);
}

} // namespace clusterdeck
