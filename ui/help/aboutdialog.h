// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/window.h"

namespace clusterdeck
{

/// What this program is, its version, its licence and the libraries it uses. Show it with open().
class AboutDialog : public Dialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent);
};

} // namespace clusterdeck
