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
/// The name of the colour: "Red"; "No colour" for None.
[[nodiscard]] QString environmentColorText(EnvironmentColor color);
/// A filled square in that colour; a null icon for None.
[[nodiscard]] QIcon environmentIcon(EnvironmentColor color);

/// The name of an account with its environment, if it has one: "prod-lab · PROD". Plain text, made
/// visible.
[[nodiscard]] QString accountText(const AccountLabel &label);

/// The name of an environment on its colour. `text` may be long and from outside.
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

/// Inserts a badge for each different environment of `accounts` into `row` at `position`; accounts
/// without an environment have none. The badges are children of `parent`.
void addBadges(QHBoxLayout *row, int position, const QList<AccountLabel> &accounts,
               QWidget *parent);

} // namespace clusterdeck
