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

/// Shows everything that would be done, and asks. Show it with open().
///
/// The plan of confirmed() is a part of the plan that the dialog was made with. Nothing is
/// confirmed by Enter, by a default button, by closing, or within a second after the contents have
/// changed.
class ConfirmDialog : public Dialog
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds DeadTime{1000};

    /// Again: the facts are worse than those that were confirmed.
    enum class Asking { First, Again };

    /// `clock` outlives the dialog.
    ConfirmDialog(const Plan &plan, const AccountLabels &labels, Clock &clock,
                  QWidget *parent = nullptr, Asking asking = Asking::First);

signals:
    /// At most once: the user has pressed the button. The dialog then closes. `shown`: its contents
    /// in words.
    void confirmed(const clusterdeck::Plan &plan, const QString &shown);
    /// At most once: the checked clusters are to be stopped instead. The dialog closes by itself.
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
    [[nodiscard]] Plan planOnPaper() const;
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
    QToolButton *m_afterwardsFold = nullptr; ///< in its place where the rows need the height
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
    Plan m_savedPlan;  ///< the last that was saved here, with its approval
    ClockTimer m_dead; ///< nothing is confirmed while it runs
    bool m_confirmed = false;
};

} // namespace clusterdeck
