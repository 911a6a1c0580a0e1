// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/operationservice.h"
#include "ui/widgets/window.h"
#include "ui/words/verbtext.h"

#include <QPointer>

class QDateEdit;
class QLabel;
class QPushButton;
class QRadioButton;
class QVBoxLayout;

namespace clusterdeck
{

/// Why marks were not set, or must be checked: a line for each reason, with the names of its
/// clusters. Empty when every change succeeded.
[[nodiscard]] QString marksProblemText(const QList<MarkResult> &results);

/// About how many calls the marks take, a line for each account; when they are not left, from when
/// on they are.
[[nodiscard]] QString marksCallsText(const QList<AccountCheck> &checks,
                                     const AccountLabels &labels);

/// Sets or removes a mark in the descriptions of clusters. The dialog closes when every change
/// succeeded; otherwise it shows the problems, and changes that may succeed later can be retried.
/// Closing it while it works sends nothing more and waits for what was sent to be read back;
/// closing it again does not wait. Show it with open().
class MarksDialog : public Dialog
{
    Q_OBJECT

public:
    /// `operationService` outlives the dialog. `today`: in the user's time zone.
    MarksDialog(const QList<Cluster> &clusters, AccountLabels labels,
                OperationService &operationService, const QDate &today, QWidget *parent);
    void reject() override;

private:
    void layOut(const QList<Cluster> &clusters, const QDate &today);
    QRadioButton *addChoice(const QString &name, const QString &text);
    [[nodiscard]] MarkChange change() const;
    void updateState();
    void showCalls();
    void begin();
    void ended(const QList<MarkResult> &results);

    OperationService &m_operationService;
    AccountLabels m_labels;
    QList<ClusterKey> m_keys; ///< the clusters that the next attempt changes
    QRadioButton *m_keep = nullptr;
    QRadioButton *m_keepUntil = nullptr;
    QRadioButton *m_expire = nullptr;
    QRadioButton *m_removeKeep = nullptr;
    QRadioButton *m_removeExpiry = nullptr;
    QVBoxLayout *m_choices;
    QDateEdit *m_day;
    QLabel *m_calls;
    QLabel *m_state;
    QPushButton *m_set;
    QPointer<Marking> m_marking; ///< null: nothing runs
    bool m_stopped = false;
    qsizetype m_all = 0; ///< clusters of the last attempt
};

} // namespace clusterdeck
