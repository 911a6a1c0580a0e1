// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace clusterdeck
{

/// Fusion with boxes to tick that one can see. Its own outlines are darker than the window, on a
/// dark one nearly black on black; these have 3:1 against what is in them and around them.
class ClearStyle : public QProxyStyle
{
    Q_OBJECT

public:
    /// Still answers to the name of Fusion.
    ClearStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
};

/// Puts it in place of Fusion, where that is the application's style. Best before there are any
/// widgets.
void useClearStyle();

} // namespace clusterdeck
