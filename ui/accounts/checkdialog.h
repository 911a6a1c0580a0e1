// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/connectioncheck.h"

#include <QDialog>

class QLabel;
class QProgressBar;
class QPushButton;
class QTableView;

namespace clusterdeck
{

class CheckModel;

/// Checks a connection and shows every step with what to do. Begins by itself; closing it gives the
/// check up. The settings need not be saved, and nothing of them is. Show it with open().
class CheckDialog : public QDialog
{
    Q_OBJECT

public:
    /// `clock` outlives the dialog.
    CheckDialog(const ApiSettings &settings, const QString &accountName, Clock &clock,
                QWidget *parent);
    ~CheckDialog() override;

signals:
    /// A request leaves: it counts against the account's quota. UTC.
    void called(const QDateTime &at);
    /// A check has ended; `worst` is CheckVerdict::Good when everything is in order.
    void checked(clusterdeck::CheckVerdict worst);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void setUpTable();
    void layOut();
    void start();
    void showFindings(bool running);
    void showSummary();
    void finish();
    void fitRows();
    void copyReport();

    ApiSettings m_settings;
    QString m_accountName;
    Clock &m_clock;
    std::unique_ptr<ConnectionCheck> m_check;
    QDateTime m_at; ///< when the check ended; invalid while it runs
    CheckModel *m_model;
    QLabel *m_subject;
    QLabel *m_sign;
    QLabel *m_summary;
    QProgressBar *m_progress;
    QTableView *m_steps;
    QLabel *m_provider;
    QLabel *m_copied;
    QPushButton *m_copy;
    QPushButton *m_again;
    QPushButton *m_close;
};

} // namespace clusterdeck
