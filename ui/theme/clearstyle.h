// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace clusterdeck
{

/// The Fusion style with other check boxes and radio buttons. Fusion draws their outlines darker
/// than the window, which is nearly invisible in a dark palette; here the contrast is at least 3:1.
class ClearStyle : public QProxyStyle
{
    Q_OBJECT

public:
    /// The object name is "fusion", for code that compares the name of the style.
    ClearStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
};

/// Makes ClearStyle the application's style if that is Fusion. Call it before widgets are created.
void useClearStyle();

} // namespace clusterdeck
