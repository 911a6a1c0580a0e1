// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/windowcontext.h"

#include <QVariant>
#include <QWidget>

namespace clusterdeck
{

namespace
{

constexpr const char *Property = "clusterdeckContext";

} // namespace

void setWindowContext(QWidget *window, const WindowContext &context)
{
    window->setProperty(Property, QVariant::fromValue(context));
}

WindowContext windowContextOf(const QWidget *widget)
{
    for (; widget; widget = widget->parentWidget()) {
        if (const QVariant context = widget->property(Property); context.isValid())
            return context.value<WindowContext>();
    }
    return {};
}

} // namespace clusterdeck
