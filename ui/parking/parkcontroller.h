// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/batchrunner.h"
#include "app/parking/parkingstore.h"

#include <QObject>
#include <QPointer>

class QAction;

namespace clusterdeck
{

class ClusterPane;
class OperationController;
class ParkedWindow;
class Session;
class MessageBarStack;

/// Parking: stops clusters through the operation service, saves the day on which the user wants to
/// delete them, and reminds the user on that day. It begins no operation automatically: stopping,
/// starting and deleting go through the operation controller, which asks for confirmation.
class ParkController : public QObject
{
    Q_OBJECT

public:
    /// `window` is the parent of the dialogs.
    ParkController(Session &session, ClusterPane &pane, OperationController &controller,
                   QWidget *window);

    /// "Park…", for the menus of the selection.
    [[nodiscard]] QAction *park() const { return m_park; }
    /// "Parked…", which opens the window of the parked clusters.
    [[nodiscard]] QAction *show() const { return m_show; }
    /// Sets where messages about due clusters and problems are shown. Without it none are shown.
    void sayIn(MessageBarStack &notices) { m_notices = &notices; }

    /// All parked clusters with their current state, the earliest day first.
    [[nodiscard]] QList<ParkedNow> shown();
    /// Today in the local time zone.
    [[nodiscard]] QDate today() const;
    /// The clusters that are due today or overdue, without those that a mark keeps.
    [[nodiscard]] QList<ClusterKey> due();
    /// The remark on a cluster in the table's tool tip; empty if the cluster is not parked.
    [[nodiscard]] QString remark(const ClusterKey &key);

    /// Selects the due clusters in the table and begins their deletion, with confirmation.
    void deleteDue();
    /// Asks for another day and note for parked clusters.
    void changeDay(const QList<ClusterKey> &keys);
    /// Removes the reminders; the clusters do not change.
    void unpark(const QList<ClusterKey> &keys);
    /// Begins to start the clusters, with confirmation.
    void start(const QList<ClusterKey> &keys);

signals:
    /// shown() has changed.
    void changed();

private:
    void askForDay();
    void begin(const ParkingRequest &request);
    void batchAdded(const BatchRunner *runner);
    void look();
    void sayWhatIsDue();
    void findStartedAgain();
    void sayStartedAgain(const QList<ClusterKey> &keys);
    bool write(const QList<ParkedCluster> &parked);
    void update();
    void park(const QList<ClusterKey> &keys, const ParkingRequest &request);
    [[nodiscard]] ParkedCluster markOf(const ClusterKey &key, const ParkingRequest &request) const;

    Session &m_session;
    ClusterPane &m_pane;
    OperationController &m_controller;
    QWidget *m_window;
    MessageBarStack *m_notices = nullptr;
    QAction *m_park;
    QAction *m_show;
    QPointer<ParkedWindow> m_parked;
    ParkingRequest m_waiting; ///< the request whose stop is not confirmed yet
    int m_waitingRun = 0;     ///< run() of the confirmation that m_waiting waits for
    DueReminder m_reminded;
    Starters m_startedBy;
    bool m_looking = false; ///< the update of look() is scheduled
};

} // namespace clusterdeck
