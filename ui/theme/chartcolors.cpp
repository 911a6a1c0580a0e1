// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/chartcolors.h"

#include "ui/theme/palette.h"

#include <QFontInfo>

namespace clusterdeck
{

QColor colorForChart(ChartColor color, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (color) {
    case ChartColor::Blue:
        return QColor(dark ? 0x4a9fe0 : 0x0072b2);
    case ChartColor::Orange:
        return QColor(dark ? 0xe69f00 : 0xb36b00);
    case ChartColor::Green:
        return QColor(dark ? 0x2fbf95 : 0x00805d);
    case ChartColor::Sky:
        return QColor(dark ? 0x8fd0f5 : 0x2b85bd);
    case ChartColor::Vermilion:
        return QColor(dark ? 0xf07a3a : 0xd55e00);
    case ChartColor::Purple:
        return QColor(dark ? 0xdd95bd : 0xb0508a);
    case ChartColor::Grey:
        return QColor(dark ? 0xa2a9b1 : 0x6e757d);
    }
    Q_UNREACHABLE();
}

QPalette paperPalette()
{
    QPalette paper;
    for (const auto role : {QPalette::Window, QPalette::Base, QPalette::AlternateBase})
        paper.setColor(role, Qt::white);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        paper.setColor(role, QColor(0x1b1e23));
    paper.setColor(QPalette::Mid, QColor(0xc3c8ce));
    paper.setColor(QPalette::Midlight, QColor(0xe3e6ea));
    return paper;
}

QFont paperFont(QFont font)
{
    font.setPixelSize(QFontInfo(font).pixelSize());
    return font;
}

} // namespace clusterdeck
