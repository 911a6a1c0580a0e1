// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace clusterdeck
{

/// What this program is, its version and licence. Show it with open().
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent);
};

} // namespace clusterdeck
