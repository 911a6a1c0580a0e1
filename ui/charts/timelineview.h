// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/batchtimeline.h"

#include <QAbstractScrollArea>

namespace clusterdeck
{

/// A time line on the screen. The bars scroll below the legend and the axis. One bar is current; it
/// is chosen with the keys or the mouse.
class TimelineView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    /// `timeline` outlives the view.
    explicit TimelineView(const BatchTimeline &timeline, QWidget *parent = nullptr);

    /// To be called after a change of the timeline, and from time to time. `now`: in milliseconds
    /// since 1970, UTC.
    void showAt(qint64 now);

    [[nodiscard]] int current() const { return m_current; }
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
