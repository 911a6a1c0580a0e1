// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/plan/plan.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QKeyEvent;
class QLineEdit;

namespace clusterdeck
{

/// The input that confirms a plan: a reason, which some accounts require, a text, and from tier 3
/// on a check box. Nothing is filled in, except a reason that was given before.
class ConfirmationForm : public QWidget
{
    Q_OBJECT

public:
    /// `isFixed`: the reason was approved, and cannot be changed.
    ConfirmationForm(const QString &givenReason, bool isFixed, QWidget *parent = nullptr);

    void setPlan(const Plan &plan);
    /// The plan with the reason as it was typed.
    [[nodiscard]] const Plan &plan() const { return m_plan; }
    /// Everything that the plan requires is entered.
    [[nodiscard]] bool isSatisfied() const;
    /// Types `event` into the field for the number, when there is one and the event is a letter or
    /// a digit. Returns whether it did.
    bool takeKey(QKeyEvent *event);

signals:
    /// isSatisfied() may have changed.
    void changed();

private:
    void update();

    Plan m_plan;
    QLineEdit *m_reason;
    QLabel *m_reasonHint;
    QLabel *m_label;
    QLineEdit *m_text;
    QLabel *m_hint;
    QCheckBox *m_saved;
};

} // namespace clusterdeck
