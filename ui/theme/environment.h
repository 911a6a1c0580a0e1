// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/table/clustermodel.h"

#include <QIcon>
#include <QLabel>

class QHBoxLayout;

namespace clusterdeck
{

/// An environment's colour; white text on it has a contrast of 4.5:1 or more. The same in light and
/// dark palettes, so that people recognize it. Invalid for None.
[[nodiscard]] QColor environmentColor(EnvironmentColor color);
/// "Red" and so on; "No colour".
[[nodiscard]] QString environmentColorText(EnvironmentColor color);
/// A filled square in that colour; nothing for None.
[[nodiscard]] QIcon environmentIcon(EnvironmentColor color);

/// "prod-lab" or "prod-lab · PROD".
[[nodiscard]] QString accountText(const AccountLabel &label);

/// The label of an environment on its colour.
class EnvironmentBadge : public QLabel
{
    Q_OBJECT

public:
    EnvironmentBadge(const QString &text, EnvironmentColor color, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    EnvironmentColor m_color;
};

/// A badge for each environment among `accounts`, none twice, in front of what `row` has from
/// `position` on. They are children of `parent`.
void addBadges(QHBoxLayout *row, int position, const QList<AccountLabel> &accounts,
               QWidget *parent);

} // namespace clusterdeck
