// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/window.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace clusterdeck
{

/// Asks for the name of a filter, and reports a name that would replace a filter or cannot be used.
class FilterNameDialog : public Dialog
{
    Q_OBJECT

public:
    enum class For { Saving, Renaming };

    /// `what`: the filter in words. `taken`: the names of other filters; `fixed`: those that cannot
    /// be used.
    FilterNameDialog(For purpose, const QString &name, const QString &what,
                     const QStringList &taken, const QStringList &fixed, QWidget *parent);

signals:
    void chosen(const QString &name);

private:
    void check();

    For m_purpose;
    QStringList m_taken;
    QStringList m_fixed;
    QLineEdit *m_name;
    QLabel *m_note;
    QPushButton *m_save;
};

} // namespace clusterdeck
