// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/window.h"

namespace clusterdeck
{

/// Asks for a number of days.
class AgeDialog : public Dialog
{
    Q_OBJECT

public:
    AgeDialog(int days, QWidget *parent);

signals:
    void chosen(int days);
};

} // namespace clusterdeck
