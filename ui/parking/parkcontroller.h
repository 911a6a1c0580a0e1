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

/// Parking: stops clusters through the operation service, stores the day on which the user wants to
/// delete them, and reminds the user on that day. It starts nothing automatically: stopping,
/// starting and deleting go through the operation controller, which asks.
class ParkController : public QObject
{
    Q_OBJECT

public:
    /// `window` is the parent of the dialogs.
    ParkController(Session &session, ClusterPane &pane, OperationController &controller,
                   QWidget *window);

    /// "Park…", for the menus of the selection.
    [[nodiscard]] QAction *park() const { return m_park; }
    /// "Parked…", which shows them.
    [[nodiscard]] QAction *show() const { return m_show; }
    /// Where messages about due clusters and problems are shown. Before, none is shown.
    void sayIn(MessageBarStack &notices) { m_notices = &notices; }

    /// Every parked cluster as it is now.
    [[nodiscard]] QList<ParkedNow> shown();
    /// Today, by the calendar here.
    [[nodiscard]] QDate today() const;
    [[nodiscard]] QList<ClusterKey> due();
    /// For the table's tool tip of a cluster; empty when it is not parked.
    [[nodiscard]] QString remark(const ClusterKey &key);

    /// Starts the normal deletion of the due clusters, and selects them.
    void deleteDue();
    void changeDay(const QList<ClusterKey> &keys);
    void unpark(const QList<ClusterKey> &keys);
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
    ParkingRequest m_waiting; ///< waits for the confirmation of its stop
    int m_waitingRun = 0;     ///< run() of the confirmation that m_waiting waits for
    DueReminder m_reminded;
    /// Of those running again; empty: not in the log, nothing: it was not read.
    QHash<ClusterKey, std::optional<QString>> m_startedBy;
    bool m_looking = false; ///< look() runs soon
};

} // namespace clusterdeck
