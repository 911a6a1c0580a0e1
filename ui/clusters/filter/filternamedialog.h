// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/window.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace clusterdeck
{

/// Asks for the name of a filter, and reports a name that would replace a filter or cannot be used.
/// Show it with open().
class FilterNameDialog : public Dialog
{
    Q_OBJECT

public:
    enum class For { Saving, Renaming };

    /// `what`: the filter in words. `taken`: the names of the user's other filters. `fixed`: the
    /// names of built-in filters, which cannot be used. Names are compared without regard to case.
    FilterNameDialog(For purpose, const QString &name, const QString &what,
                     const QStringList &taken, const QStringList &fixed, QWidget *parent);

signals:
    /// Trimmed and not empty. The dialog then closes.
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
