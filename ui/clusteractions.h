// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/cluster.h"
#include "app/operations/batch/operation.h"

#include <QKeySequence>
#include <QObject>

#include <array>

class QAction;
class QMenu;

namespace clusterdeck
{

class ClusterPane;
class OperationController;
class ParkController;
class Session;

/// The actions for the selected clusters, when they are enabled, and what they start. Decides
/// nothing about clusters: the session's operation service does.
class ClusterActions : public QObject
{
    Q_OBJECT

public:
    /// `window` is the parent of the actions and dialogs.
    ClusterActions(Session &session, ClusterPane &pane, OperationController &controller,
                   QWidget *window);

    /// The actions that begin the operations, in the order of the tool bar.
    [[nodiscard]] QList<QAction *> verbs() const;
    [[nodiscard]] QAction *selectByList() const { return m_selectByList; }
    [[nodiscard]] QAction *openPlan() const { return m_openPlan; }
    [[nodiscard]] ParkController &parking() const { return *m_parking; }

    /// Adds the actions for operations, parking, names, marks and locks to a menu.
    void addTo(QMenu *menu) const;

    /// Opens the dialog of the locked names.
    void askForLockedNames();

signals:
    /// The locks could not be saved: new locks are valid until the program ends, and nothing was
    /// unlocked. See LockStore::change().
    void locksNotWritten();
    /// A cluster was renamed, so the listing is out of date.
    void renamed();

private:
    QAction *newVerb(Verb verb);
    void bindToTable(QAction *action, const QKeySequence &key);
    void create();
    void begin(Verb verb);
    void setLocked(bool locked);
    void setLocked(const QList<ClusterKey> &keys, bool locked);
    void rename();
    void mark(const QList<ClusterKey> &keys);
    void askForList();
    void askForPlan();
    void update();

    Session &m_session;
    ClusterPane &m_pane;
    OperationController &m_controller;
    QWidget *m_window;
    std::array<QAction *, VerbCount> m_verbs{};
    QAction *m_rename = nullptr;
    QAction *m_marks = nullptr;
    QAction *m_lock = nullptr;
    QAction *m_unlock = nullptr;
    QAction *m_lockedNames = nullptr;
    QAction *m_selectByList = nullptr;
    QAction *m_openPlan = nullptr;
    ParkController *m_parking;
};

} // namespace clusterdeck
