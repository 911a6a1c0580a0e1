// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingscontroller.h"

#include "app/session.h"
#include "app/support/logwriter.h"
#include "ui/accounts/accountcontroller.h"
#include "ui/desktoppresence.h"
#include "ui/settings/settingsdialog.h"
#include "ui/text/language.h"
#include "ui/viewmenu.h"
#include "ui/widgets/actions.h"

#include <QAction>
#include <QFileInfo>
#include <QSettings>

namespace clusterdeck
{

SettingsController::SettingsController(Session &session, AccountController &accounts,
                                       ViewMenu &view, DesktopPresence &presence, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_accounts(accounts)
    , m_view(view)
    , m_presence(presence)
    , m_window(window)
    , m_action(new QAction(tr("&Settings…"), window))
{
    m_action->setObjectName(QStringLiteral("Settings"));
    m_action->setShortcuts(
        standardKeys(QKeySequence::Preferences, QKeySequence(Qt::CTRL | Qt::Key_Comma)));
    m_action->setMenuRole(QAction::PreferencesRole);
    connect(m_action, &QAction::triggered, this, &SettingsController::show);
}

Preferences SettingsController::preferences() const
{
    Preferences all;
    all.theme = m_view.theme();
    all.notifications = m_presence.notifies();
    all.tray = m_presence.trayAction()->isChecked();
    all.safety = m_session.operationService().safety();
    all.callsInFlight = m_accounts.callsInFlight();
    return all;
}

void SettingsController::apply(const Preferences &preferences)
{
    m_view.setTheme(preferences.theme);
    m_presence.setNotifies(preferences.notifications);
    m_presence.trayAction()->setChecked(preferences.tray);
    m_session.operationService().setSafety(preferences.safety);
    m_accounts.setCallsInFlight(preferences.callsInFlight);
}

void SettingsController::show()
{
    QList<Place> places;
    if (!m_session.isDemo()) {
        places.append({QStringLiteral("Open data"),
                       tr("&History, locks and parked clusters"),
                       {},
                       m_session.dataFolder()});
    }
    places.append({QStringLiteral("Open settings"), tr("Accounts and &settings"),
                   tr("Without any secret: those are in the system's keychain."),
                   QFileInfo(QSettings().fileName()).absolutePath()});
    const QString log = openLogFile();
    places.append({QStringLiteral("Open log"), tr("L&og"),
                   log.isEmpty() ? tr("None is written. Start with --log-file FILE to have one.")
                                 : tr("Without secrets, readable by you alone."),
                   log});
    auto *dialog = new SettingsDialog(preferences(), languageWish(), places, m_window);
    connect(dialog, &SettingsDialog::changed, this, [this](const Preferences &wanted) {
        apply(wanted);
        emit changed();
    });
    connect(dialog, &SettingsDialog::languageChosen, this, &keepLanguageWish);
    dialog->open();
}

} // namespace clusterdeck
