// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace clusterdeck
{

/// Fusion with visible check boxes and radio buttons. Fusion draws their outlines darker than the
/// window, which is nearly black on black in a dark palette; here the contrast is at least 3:1.
class ClearStyle : public QProxyStyle
{
    Q_OBJECT

public:
    /// Its name is that of Fusion, for code that compares the style's name.
    ClearStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
};

/// Replaces Fusion by it, where Fusion is the application's style. Call it before widgets are made.
void useClearStyle();

} // namespace clusterdeck
