// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/plan/locks.h"
#include "ui/widgets/window.h"

#include <QTimer>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace clusterdeck
{

/// The patterns of names that may not be touched, one a line. Show it with open().
class LocksDialog : public Dialog
{
    Q_OBJECT

public:
    /// `names`: of the clusters that are known, for what is said about the patterns.
    LocksDialog(const QStringList &patterns, QStringList names, QWidget *parent);

signals:
    /// The person wants these, without empty lines and without any twice.
    void chosen(const QStringList &patterns);

private:
    [[nodiscard]] QStringList patterns() const;
    void review();

    QStringList m_names;
    QPlainTextEdit *m_patterns;
    QLabel *m_review;
    QPushButton *m_save;
    QTimer m_pause; ///< runs while somebody types
};

} // namespace clusterdeck
