// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/clock.h"
#include "ui/operations/planmodel.h"

#include <QDialog>

#include <chrono>

class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QSortFilterProxyModel;
class QTableView;
class QToolButton;

namespace clusterdeck
{

class ConfirmationForm;
class MessageBar;

/// Shows what would be done, all of it, and asks. Show it with open().
///
/// What confirmed() carries is part of what the plan held when the dialog was made. Nothing is
/// confirmed by Enter, by a default, by closing, or within a second after what is shown has
/// changed.
class ConfirmDialog : public QDialog
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds DeadTime{1000};

    /// What is asked for the first time, or again since the facts are worse than was confirmed.
    enum class Asking { First, Again };

    /// `clock` outlives the dialog.
    ConfirmDialog(const Plan &plan, const AccountLabels &labels, bool demo, Clock &clock,
                  QWidget *parent = nullptr, Asking asking = Asking::First);

signals:
    /// At most once: the person has pressed the button. The dialog closes by itself. `shown`: its
    /// words.
    void confirmed(const clusterdeck::Plan &plan, const QString &shown);
    /// At most once: what is ticked is rather to be stopped. The dialog closes by itself.
    void stopWanted(const QList<clusterdeck::ClusterKey> &keys);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void createHead(bool demo);
    void createTable();
    [[nodiscard]] QToolButton *newFold(const QString &name, QWidget *folded);
    void createExcluded();
    void createFoot();
    void createAsides();
    void layOut();
    void fitSize();
    void foldAfterwards();
    void activateLayouts();
    void toggleTicks();
    void contentChanged();
    void startDeadTime();
    void updateButton();
    void go();
    void stopInstead();
    void saveSheet();
    void copyCommand();
    [[nodiscard]] bool hasItems() const { return !m_model.full().items.isEmpty(); }

    PlanModel m_model;
    ExcludedModel m_excludedModel;
    AccountLabels m_labels;
    bool m_demo;
    QSortFilterProxyModel *m_sought = nullptr;
    QWidget *m_head = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_consequence = nullptr;
    QLabel *m_sign = nullptr;
    MessageBar *m_changes = nullptr;
    MessageBar *m_checks = nullptr;
    QLineEdit *m_search = nullptr;
    QTableView *m_table = nullptr;
    QScrollArea *m_area = nullptr; ///< around all but the foot: what does not fit scrolls
    QLabel *m_afterwards = nullptr;
    QToolButton *m_afterwardsFold = nullptr; ///< in its place where the rows need the height
    QToolButton *m_fold = nullptr;
    QTableView *m_excluded = nullptr;
    ConfirmationForm *m_confirmationForm = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_sheet = nullptr;
    QPushButton *m_command = nullptr;
    QPushButton *m_stay = nullptr;
    QPushButton *m_go = nullptr;
    ClockTimer m_dead; ///< nothing is confirmed while it runs
    bool m_confirmed = false;
};

} // namespace clusterdeck
