// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/plan/plan.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace clusterdeck
{

/// What a person must enter before a plan can be confirmed: a text, from tier 3 on also a check
/// box. Nothing is filled in.
class ConfirmationForm : public QWidget
{
    Q_OBJECT

public:
    explicit ConfirmationForm(QWidget *parent = nullptr);

    void setPlan(const Plan &plan);
    /// Everything that the plan requires is entered.
    [[nodiscard]] bool isSatisfied() const;

signals:
    /// isSatisfied() may have changed.
    void changed();

private:
    void update();

    Plan m_plan;
    QLabel *m_label;
    QLineEdit *m_text;
    QLabel *m_hint;
    QCheckBox *m_saved;
};

} // namespace clusterdeck
