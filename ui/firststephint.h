// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/firststep.h"

#include <QObject>

namespace clusterdeck
{

class ClusterPane;
class MessageBarStack;
class Session;
class Settings;

/// The message bar that leads to the first deletion in the practice cloud. It does not come back
/// after a deletion was confirmed there or after it was closed.
class FirstStepHint : public QObject
{
    Q_OBJECT

public:
    /// `settings` owns it; the others outlive `settings`.
    FirstStepHint(Session &session, Settings &settings, ClusterPane &pane,
                  MessageBarStack &notices);

private:
    void update();

    Session &m_session;
    Settings &m_settings;
    ClusterPane &m_pane;
    MessageBarStack &m_notices;
    FirstStep m_step = FirstStep::None; ///< the step that is shown
};

} // namespace clusterdeck
