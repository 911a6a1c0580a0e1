// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/batchtimeline.h"

#include <QAbstractScrollArea>

namespace clusterdeck
{

/// A timeline on the screen. The bars scroll below the legend and the axis. The user makes a bar
/// the current one with the keyboard or the mouse.
class TimelineView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    /// `timeline` outlives the view.
    explicit TimelineView(const BatchTimeline &timeline, QWidget *parent = nullptr);

    /// To be called after a change of the timeline, and repeatedly while the batch runs. `now`: in
    /// milliseconds since 1970, UTC.
    void showAt(qint64 now);

    /// The current item; -1: none.
    [[nodiscard]] int current() const { return m_current; }
    /// Scrolls to the item. A number outside of the items is clamped to the first or last one.
    void setCurrent(int item);
    /// The item whose row is at `position` of the viewport; -1: none.
    [[nodiscard]] int itemAt(const QPoint &position) const;

signals:
    void currentChanged(int item);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitScrollBar();
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] int headHeight() const;

    const BatchTimeline &m_timeline;
    qint64 m_now = 0;
    int m_current = -1;
};

} // namespace clusterdeck
