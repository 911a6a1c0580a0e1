// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/operations/planmodel.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;
class QTimer;
class QToolButton;

namespace clusterdeck
{

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

    ConfirmDialog(const Plan &plan, const AccountLabels &labels, bool demo,
                  QWidget *parent = nullptr);

signals:
    /// At most once: the person has pressed the button. The dialog closes by itself.
    void confirmed(const clusterdeck::Plan &plan);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void createHead(bool demo);
    void createTable();
    void createExcluded();
    void createFoot();
    void layOut();
    void fitSize();
    void toggleTicks();
    void contentChanged();
    void updateButton();
    void go();
    [[nodiscard]] bool hasItems() const { return !m_model.full().items.isEmpty(); }

    PlanModel m_model;
    ExcludedModel m_excludedModel;
    AccountLabels m_labels;
    QSortFilterProxyModel *m_sought = nullptr;
    QWidget *m_head = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_consequence = nullptr;
    QLabel *m_sign = nullptr;
    QLineEdit *m_search = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_afterwards = nullptr;
    QToolButton *m_fold = nullptr;
    QTableView *m_excluded = nullptr;
    QLabel *m_countLabel = nullptr;
    QLineEdit *m_count = nullptr;
    QLabel *m_countHint = nullptr;
    QPushButton *m_stay = nullptr;
    QPushButton *m_go = nullptr;
    QTimer *m_dead = nullptr;
    bool m_confirmed = false;
};

} // namespace clusterdeck
