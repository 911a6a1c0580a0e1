// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/table/clusterview.h"
#include "ui/widgets/padding.h"

namespace clusterdeck
{

/// The table's header: a click sorts by a column, Shift and a click makes it decide among what is
/// equal by that one. Both levels are marked with an arrow, and with their numbers when there are
/// two.
class ClusterHeader : public PaddedHeader
{
    Q_OBJECT

public:
    ClusterHeader(const ClusterView &view, QWidget *parent);

signals:
    /// Shift and a click on a column's title, or what stands for it.
    void shiftClicked(int column);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void initStyleOptionForIndex(QStyleOptionHeader *option, int section) const override;

private:
    [[nodiscard]] int titleAt(const QPoint &position) const;

    const ClusterView &m_view;
    int m_pressed = -1; ///< the title that was pressed with Shift
};

} // namespace clusterdeck
