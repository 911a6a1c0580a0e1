// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace clusterdeck
{

/// Asks before the window closes while something is open. Show it with open(); accepted() means
/// quit.
class QuitDialog : public QDialog
{
    Q_OBJECT

public:
    QuitDialog(int openItems, QWidget *parent);
};

} // namespace clusterdeck
