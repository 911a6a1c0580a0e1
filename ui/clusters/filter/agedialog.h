// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace clusterdeck
{

/// Asks for a number of days.
class AgeDialog : public QDialog
{
    Q_OBJECT

public:
    AgeDialog(int days, QWidget *parent);

signals:
    void chosen(int days);
};

} // namespace clusterdeck
