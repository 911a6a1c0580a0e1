// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/table/clusterview.h"
#include "ui/widgets/padding.h"

namespace clusterdeck
{

/// The table's header. A click sorts by a column; Shift and a click makes a column the second
/// level, which orders rows that are equal in the first. Arrows mark the levels, with numbers if
/// there are two.
class ClusterHeader : public PaddedHeader
{
    Q_OBJECT

public:
    /// `view`: its sort levels are marked.
    ClusterHeader(const ClusterView &view, QWidget *parent);

signals:
    /// Shift and a click on a column's title.
    void shiftClicked(int column);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void initStyleOptionForIndex(QStyleOptionHeader *option, int section) const override;

private:
    [[nodiscard]] int titleAt(const QPoint &position) const;

    const ClusterView &m_view;
    int m_pressed = -1; ///< the column pressed with Shift; -1: none
};

} // namespace clusterdeck
