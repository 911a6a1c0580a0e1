// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parking/parkedmodel.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableView;

namespace clusterdeck
{

class MessageBarStack;

/// The parked clusters, what they are up to now, and what can be done about them. Deletes nothing:
/// it asks the flow, which asks the person.
class ParkedWindow : public QDialog
{
    Q_OBJECT

public:
    /// `flow` and `session` outlive the window.
    ParkedWindow(ParkController &controller, Session &session, QWidget *parent);

private:
    void createTable();
    void layOut();
    void read();
    void update();
    void unpark();
    void awaitMidnight();
    [[nodiscard]] QList<ClusterKey> selected() const;

    ParkController &m_controller;
    Session &m_session;
    ParkedModel m_model;
    QTableView *m_table;
    QLabel *m_summary;
    MessageBarStack *m_notices;
    QPushButton *m_delete;
    QPushButton *m_change;
    QPushButton *m_unpark;
};

} // namespace clusterdeck
