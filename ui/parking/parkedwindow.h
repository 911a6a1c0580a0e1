// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parking/parkcontroller.h"
#include "ui/widgets/recordmodel.h"
#include "ui/widgets/window.h"
#include "ui/words/statelook.h"

class QLabel;
class QPushButton;

namespace clusterdeck
{

class MessageBarStack;
class RecordTable;

/// The parked clusters, the earliest day first, with their current state and their actions. Deletes
/// nothing itself: the controller asks for confirmation.
class ParkedWindow : public Window
{
    Q_OBJECT

public:
    /// `controller` and `session` outlive the window.
    ParkedWindow(ParkController &controller, Session &session, QWidget *parent);

private:
    void read();
    void update();
    void unpark();
    void awaitMidnight();
    [[nodiscard]] StateLook lookAt(const ParkedNow &parked) const;
    [[nodiscard]] QList<ParkedNow> selected() const;

    ParkController &m_controller;
    Session &m_session;
    RecordModel<ParkedNow, ClusterKey> m_model;
    RecordTable *m_table;
    QLabel *m_summary;
    MessageBarStack *m_notices;
    QPushButton *m_delete;
    QPushButton *m_change;
    QPushButton *m_unpark;
};

} // namespace clusterdeck
