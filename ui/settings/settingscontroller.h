// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/preferences.h"

#include <QObject>

class QAction;
class QWidget;

namespace clusterdeck
{

class AccountController;
class DesktopPresence;
class Session;
class ViewMenu;

/// Where what a person has set takes effect, and the dialog that sets it. The window reads and
/// writes the settings together with its own.
class SettingsController : public QObject
{
    Q_OBJECT

public:
    /// All outlive this, which is the window's child.
    SettingsController(Session &session, AccountController &accounts, ViewMenu &view,
                       DesktopPresence &presence, QWidget *window);

    [[nodiscard]] QAction *action() const { return m_action; }

    /// As they are now, whoever set them.
    [[nodiscard]] Preferences preferences() const;
    /// Puts them into force, without a word to anybody.
    void apply(const Preferences &preferences);

signals:
    /// The person has set something: it is in force, and to be written down at once.
    void changed();

private:
    void show();

    Session &m_session;
    AccountController &m_accounts;
    ViewMenu &m_view;
    DesktopPresence &m_presence;
    QWidget *m_window;
    QAction *m_action;
};

} // namespace clusterdeck
