// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/clock.h"
#include "ui/operations/planmodel.h"
#include "ui/widgets/window.h"

#include <chrono>

class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QToolButton;

namespace clusterdeck
{

class ConfirmationForm;
class MessageBar;
class RecordTable;

/// Shows everything that a plan would do and asks for confirmation. Show it with open().
///
/// The plan of confirmed() has the checked clusters of the plan that the dialog was made with,
/// never others. Nothing is confirmed by Enter, by a default button, by closing, or within DeadTime
/// after the contents have changed.
class ConfirmDialog : public Dialog
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds DeadTime{1000};

    /// Again: the facts became worse after the confirmation.
    enum class Asking { First, Again };

    /// `clock` outlives the dialog.
    ConfirmDialog(const Plan &plan, const AccountLabels &labels, Clock &clock,
                  QWidget *parent = nullptr, Asking asking = Asking::First);

signals:
    /// The user pressed the button. Emitted at most once, before the dialog closes. `shown`: the
    /// contents of the dialog as plain text, for the journal.
    void confirmed(const clusterdeck::Plan &plan, const QString &shown);
    /// The user wants to stop the checked clusters instead. Emitted at most once, after the dialog
    /// closed; never together with confirmed().
    void stopWanted(const QList<clusterdeck::ClusterKey> &keys);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void createHead();
    void createTable();
    [[nodiscard]] QToolButton *newFold(const QString &name, QWidget *folded);
    void createExcluded();
    void createButtons();
    void createOtherButtons();
    void layOut();
    void fitSize();
    void foldAfterwards();
    void activateLayouts();
    void toggleCheckBoxes();
    void contentChanged();
    void startDeadTime();
    void updateButton();
    void confirm();
    void stopInstead();
    void saveReport();
    void copyCommand();
    void savePlan();
    void tellOwners();
    [[nodiscard]] Plan planForReport() const;
    [[nodiscard]] bool hasItems() const { return !m_model.full().items.isEmpty(); }

    PlanModel m_model;
    RecordModel<ExcludedItem, ClusterKey> m_excludedModel;
    AccountLabels m_labels;
    QWidget *m_head = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_consequence = nullptr;
    QLabel *m_icon = nullptr;
    MessageBar *m_approval = nullptr;
    MessageBar *m_changes = nullptr;
    MessageBar *m_checks = nullptr;
    QLineEdit *m_search = nullptr;
    RecordTable *m_table = nullptr;
    QScrollArea *m_area = nullptr; ///< around all but the form and the buttons
    QLabel *m_afterwards = nullptr;
    QToolButton *m_afterwardsFold = nullptr; ///< hides m_afterwards if the table needs the height
    QToolButton *m_excludedFold = nullptr;
    RecordTable *m_excluded = nullptr;
    ConfirmationForm *m_confirmationForm = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_report = nullptr;
    QPushButton *m_command = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_tell = nullptr;
    QPushButton *m_reject = nullptr;
    QPushButton *m_accept = nullptr;
    Clock &m_clock;
    Plan m_savedPlan;  ///< the last plan saved from this dialog, with its approval code
    ClockTimer m_dead; ///< nothing is confirmed while it runs
    bool m_confirmed = false;
};

} // namespace clusterdeck
