// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/details/clusterdetails.h"
#include "ui/clusters/details/operationlogcolumns.h"
#include "ui/clusters/details/overviewmodel.h"

#include <QDockWidget>
#include <QTimer>

class QLabel;
class QStackedWidget;
class QTabWidget;

namespace clusterdeck
{

class ClusterTable;
class DetailTab;
class EmptyState;
class Session;
class MessageBarStack;

/// The details of the table's current cluster, a tab for each kind of fact. A tab is read when it
/// is first shown. A cluster that vanishes from the table stays here, with a message, until the
/// user chooses another one.
class DetailsPane : public QDockWidget
{
    Q_OBJECT

public:
    /// The default width, in device-independent pixels.
    static constexpr int FirstWidth = 440;

    /// `width`: the first width, in device-independent pixels; 0: FirstWidth.
    DetailsPane(Session &session, ClusterTable &table, int width, QWidget *parent);

    [[nodiscard]] ClusterDetails &details() { return m_details; }
    [[nodiscard]] QTabWidget *tabs() const { return m_tabs; }

    /// Gives the shown tab the keyboard focus.
    void enter();

    /// Copies the ssh command of the shown cluster's login node. Disabled while no address of one
    /// was read.
    [[nodiscard]] QAction *copySsh() const { return m_copySsh; }

signals:
    /// The pane was resized while it was visible.
    void resized();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void layOut();
    DetailTab *addPage(RecordModelBase &model, const QString &name, const QString &title,
                       std::optional<DetailSection> section);
    void connectSources();
    void follow();
    void updateCluster();
    void updateOverview();
    void updateSection(DetailSection section);
    void updateSsh();
    void updateSoftware();
    void updateOperations();
    void showOn(DetailSection section, const SectionStatus &status, const QString &foot);
    void readJournal();
    void readShownTab();
    [[nodiscard]] QString jsonOf(DetailSection section, const QList<int> &rows) const;
    [[nodiscard]] DetailTab *pageOf(DetailSection section) const;
    [[nodiscard]] std::optional<DetailSection> shownSection() const;
    [[nodiscard]] QDateTime listed() const;
    [[nodiscard]] LogReach logReach() const;

    Session &m_session;
    ClusterTable &m_table;
    ClusterDetails m_details;
    OverviewModel m_overview;
    RecordModel<NodeRecord> m_nodes;
    RecordModel<SchedulerJobRecord> m_jobs;
    RecordModel<LoginRecord> m_users;
    RecordModel<SoftwareRecord> m_software;
    RecordModel<LoggedOperation> m_operations;
    QList<Batch> m_batches;   ///< of the journal, about the cluster; read when the tab is shown
    ClusterKey m_batchesOf;   ///< the cluster of m_batches, also before they are read
    QString m_journalProblem; ///< why m_batches could not be read
    bool m_journalRead = false;
    QStackedWidget *m_stack;
    EmptyState *m_nothing;
    MessageBarStack *m_messageBars;
    QLabel *m_title;
    QTabWidget *m_tabs;
    QAction *m_copySsh;
    DetailTab *m_overviewPage = nullptr;
    QList<DetailTab *> m_pages; ///< by DetailSection
    QTimer m_journalTimer;      ///< collects several changes for one reading
    bool m_updating = false;    ///< a listing is changing the table's rows
};

} // namespace clusterdeck
