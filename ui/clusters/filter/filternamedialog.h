// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace clusterdeck
{

/// Asks for the name of a filter; says if a filter of that name will be replaced, or cannot be.
class FilterNameDialog : public QDialog
{
    Q_OBJECT

public:
    enum class For { Saving, Renaming };

    /// `what`: the filter in words. `taken`: names of other filters; `fixed`: a name that cannot be
    /// used.
    FilterNameDialog(For purpose, const QString &name, const QString &what,
                     const QStringList &taken, const QString &fixed, QWidget *parent);

signals:
    void chosen(const QString &name);

private:
    void check();

    For m_purpose;
    QStringList m_taken;
    QString m_fixed;
    QLineEdit *m_name;
    QLabel *m_note;
    QPushButton *m_save;
};

} // namespace clusterdeck
