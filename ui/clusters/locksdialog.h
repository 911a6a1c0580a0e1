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

/// Edits the name patterns that lock clusters, one per line. Show it with open().
class LocksDialog : public Dialog
{
    Q_OBJECT

public:
    /// `names`: the names of the known clusters. The dialog says which patterns lock none of them.
    LocksDialog(const QStringList &patterns, QStringList names, QWidget *parent);

signals:
    /// The user has confirmed these patterns: trimmed, without empty lines and repetitions. The
    /// dialog then closes.
    void chosen(const QStringList &patterns);

private:
    [[nodiscard]] QStringList patterns() const;
    void review();

    QStringList m_names;
    QPlainTextEdit *m_patterns;
    QLabel *m_review;
    QPushButton *m_save;
    QTimer m_pause; ///< the patterns are reviewed after a pause in typing
};

} // namespace clusterdeck
