// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/operationservice.h"
#include "ui/history/deletedclustersmodel.h"

#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTableView;

namespace clusterdeck
{

/// Clusters whose deletion was read back, for good: to be looked at, searched, cited, and set up
/// again by what is known of them. Reads the journal when it is first shown, a part at a time, and
/// again when a batch has ended.
class DeletedClustersPage : public QWidget
{
    Q_OBJECT

public:
    /// `operationService` outlives the page.
    DeletedClustersPage(OperationService &operationService, bool demo, QWidget *parent);

    /// The buttons below; what stands at the right is added at the end.
    [[nodiscard]] QHBoxLayout *foot() const { return m_foot; }
    /// The journal holds others than were read: reads them again, now or when the page is shown.
    void journalChanged();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void createTable();
    void layOut();
    QPushButton *addButton(const char *name, const QString &text,
                           void (DeletedClustersPage::*press)());
    void readAnew();
    void readOn();
    void select();
    void showCurrent();
    void showFound();
    void copyText();
    void copyJson();
    void copyCitation();
    void exportSelected();
    void exportShown();
    void exportThese(const QList<DeletedCluster> &deletedClusters);
    [[nodiscard]] QList<DeletedCluster> selected() const;

    OperationService &m_operationService;
    bool m_demo;
    bool m_stale = true;          ///< the journal may hold others than are shown
    QList<DeletedCluster> m_read; ///< so far
    qint64 m_next = 0;            ///< the lowest number that was read
    qint64 m_chosen = -1;         ///< the number of the one that is, or was, the current one
    QString m_problem;            ///< why it could not be read
    DeletedClustersModel m_model;
    QLineEdit *m_filter;
    QLabel *m_found;
    QTableView *m_table;
    QPlainTextEdit *m_details;
    QHBoxLayout *m_foot;
    QList<QPushButton *> m_ofSelected;
    QPushButton *m_exportAll = nullptr;
    QTimer m_reading; ///< goes on after what waits in the event loop
};

} // namespace clusterdeck
