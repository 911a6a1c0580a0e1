// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/window.h"

namespace clusterdeck
{

/// Asks for the age from which clusters are shown. Show it with open().
class AgeDialog : public Dialog
{
    Q_OBJECT

public:
    /// `days`: the first value; 0: a default.
    AgeDialog(int days, QWidget *parent);

signals:
    /// From 1 to OldestDays. The dialog then closes.
    void chosen(int days);
};

} // namespace clusterdeck
