// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/operationservice.h"
#include "app/support/datakind.h"
#include "ui/widgets/recordmodel.h"

#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace clusterdeck
{

class RecordTable;

/// The clusters whose deletion was confirmed by a listing, newest first, with all that is known
/// about each: to search, copy, cite and export them. Reads the journal when the page is first
/// shown, in portions, and again when a batch has ended.
class DeletedClustersPage : public QWidget
{
    Q_OBJECT

public:
    /// `operationService` outlives the page.
    DeletedClustersPage(OperationService &operationService, QWidget *parent);

    /// The journal has changed: reads it again, now or when the page is shown.
    void journalChanged();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void createTable();
    void layOut();
    QPushButton *addButton(const char *name, const QString &text,
                           void (DeletedClustersPage::*press)());
    void readFromStart();
    void readNext();
    void showMatching();
    void showCurrent();
    void showFound();
    void copyText();
    void copyJson();
    void copyCitation();
    void exportSelected();
    void exportShown();
    void exportClusters(const QList<DeletedCluster> &clusters);
    [[nodiscard]] QList<DeletedCluster> selected() const;

    OperationService &m_operationService;
    DataKind m_dataKind;
    bool m_stale = true;          ///< the journal may have changed since it was read
    QList<DeletedCluster> m_read; ///< by the reading that runs
    qint64 m_next = 0;            ///< the lowest number read so far; the next portion is below it
    qint64 m_current = -1;        ///< the number of the cluster that is, or was, the current one
    QString m_problem;            ///< why the journal could not be read
    QList<DeletedCluster> m_all;  ///< before the filter
    RecordModel<DeletedCluster, qint64> m_model;
    QLineEdit *m_filter;
    QLabel *m_found;
    RecordTable *m_table;
    QPlainTextEdit *m_details;
    QHBoxLayout *m_foot;
    QList<QPushButton *> m_ofSelected;
    QPushButton *m_exportAll = nullptr;
    QTimer m_reading; ///< reads the next portion after the pending events
};

} // namespace clusterdeck
