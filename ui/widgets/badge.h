// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace clusterdeck
{

/// DEMO: the window shows the practice cloud.
class DemoBadge : public QLabel
{
    Q_OBJECT

public:
    explicit DemoBadge(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace clusterdeck
