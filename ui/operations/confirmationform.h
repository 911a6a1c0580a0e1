// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/plan/plan.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace clusterdeck
{

/// What a plan asks of the person before its button comes alive: a text to type, from tier 3 on a
/// box to tick. Nothing is ever filled in.
class ConfirmationForm : public QWidget
{
    Q_OBJECT

public:
    explicit ConfirmationForm(QWidget *parent = nullptr);

    void setPlan(const Plan &plan);
    /// Everything that the plan asks for was given.
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
