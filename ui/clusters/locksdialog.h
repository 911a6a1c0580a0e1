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
    /// `names`: of the known clusters; the dialog says which patterns lock none of them.
    LocksDialog(const QStringList &patterns, QStringList names, QWidget *parent);

signals:
    /// Without empty lines and repetitions.
    void chosen(const QStringList &patterns);

private:
    [[nodiscard]] QStringList patterns() const;
    void review();

    QStringList m_names;
    QPlainTextEdit *m_patterns;
    QLabel *m_review;
    QPushButton *m_save;
    QTimer m_pause; ///< until the patterns are reviewed after typing
};

} // namespace clusterdeck
