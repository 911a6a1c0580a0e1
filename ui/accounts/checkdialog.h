// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/connectioncheck.h"
#include "ui/widgets/recordmodel.h"
#include "ui/widgets/window.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace clusterdeck
{

class RecordTable;

/// The steps of a connection check. Steps that were not reached have muted text.
class CheckModel : public RecordModel<CheckFinding, int>
{
public:
    explicit CheckModel(QObject *parent);

    /// `findings`: as judge() returns them. While the check runs, steps that were not reached say
    /// that they wait.
    void show(const QList<CheckFinding> &findings, bool running);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    bool m_running = true;
};

/// Checks a connection and shows every step with what to do. The constructor starts the check;
/// closing the dialog cancels it. The settings need not be saved, and the dialog does not save
/// them. Show it with open().
class CheckDialog : public Dialog
{
    Q_OBJECT

public:
    /// `clock` outlives the dialog.
    CheckDialog(const ApiSettings &settings, const QString &accountName, Clock &clock,
                QWidget *parent);
    ~CheckDialog() override;

signals:
    /// A request is sent, which counts for the account's hourly quota. UTC.
    void called(const QDateTime &at);
    /// A check has ended; `worst` is CheckVerdict::Good when everything is in order.
    void checked(clusterdeck::CheckVerdict worst);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void addContents();
    void start();
    void showFindings(bool running);
    void finish();
    void fitRows();
    void copyReport();

    ApiSettings m_settings;
    QString m_accountName;
    Clock &m_clock;
    std::unique_ptr<ConnectionCheck> m_check;
    QDateTime m_at; ///< when the check ended, UTC
    CheckModel m_model;
    QLabel *m_subject;
    QLabel *m_icon;
    QLabel *m_summary;
    QProgressBar *m_progress;
    RecordTable *m_steps;
    QLabel *m_provider;
    QLabel *m_copied;
    QPushButton *m_copy;
    QPushButton *m_again;
    QPushButton *m_close;
};

} // namespace clusterdeck
