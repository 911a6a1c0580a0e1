// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/textstyle.h"

namespace clusterdeck
{

namespace
{

struct Step {
    qreal share;
    bool bold;
};

Step stepOf(Type type)
{
    switch (type) {
    case Type::Small:
        return {0.92, false};
    case Type::Strong:
        return {1, true};
    case Type::Heading:
        return {1.1, true};
    case Type::Title:
        return {1.3, true};
    case Type::Large:
        return {1.4, false};
    case Type::Far:
        return {1.4, true};
    }
    Q_UNREACHABLE();
}

} // namespace

QFont fontFor(Type type, QFont base)
{
    const Step step = stepOf(type);
    // A desktop may give its font in points or in pixels.
    if (base.pointSizeF() > 0)
        base.setPointSizeF(base.pointSizeF() * step.share);
    else
        base.setPixelSize(qRound(base.pixelSize() * step.share));
    base.setBold(step.bold);
    return base;
}

} // namespace clusterdeck
