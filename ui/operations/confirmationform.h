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

/// The input that confirms a plan: a reason, which some accounts require, and, depending on the
/// confirmation level, a text to type and a check box. Nothing is filled in, except a reason that
/// was given before.
class ConfirmationForm : public QWidget
{
    Q_OBJECT

public:
    /// `isFixed`: the reason, or that there is none, was approved and cannot be changed.
    ConfirmationForm(const QString &givenReason, bool isFixed, QWidget *parent = nullptr);

    /// Shows the fields that `plan` requires; hidden if it has no items. Its reason is ignored.
    void setPlan(const Plan &plan);
    /// The plan of setPlan() with the reason in the field.
    [[nodiscard]] const Plan &plan() const { return m_plan; }
    /// Everything that the plan requires is entered.
    [[nodiscard]] bool isSatisfied() const;
    /// If `event` is a letter or digit, and the field for the text to type is visible without
    /// having the focus, gives it the focus and the event. Returns whether it did.
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
