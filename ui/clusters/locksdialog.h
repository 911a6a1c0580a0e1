// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/locks.h"

#include <QDialog>

class QPlainTextEdit;

namespace clusterdeck
{

/// The patterns of names that may not be touched, one a line. Show it with open().
class LocksDialog : public QDialog
{
    Q_OBJECT

public:
    LocksDialog(const QStringList &patterns, QWidget *parent);

signals:
    /// The person wants these, without empty lines and without any twice.
    void chosen(const QStringList &patterns);

private:
    [[nodiscard]] QStringList patterns() const;

    QPlainTextEdit *m_patterns;
};

} // namespace clusterdeck
