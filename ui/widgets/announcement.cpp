// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/announcement.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QWidget>

namespace clusterdeck
{

namespace
{

// QAccessibleAnnouncementEvent came with Qt 6.8.
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
/// An invisible widget, one per window. Screen readers read the name of a widget that appears and
/// sends an alert.
QWidget *messageOf(QWidget *window)
{
    const QString name = QStringLiteral("Announcement");
    if (auto *message = window->findChild<QWidget *>(name, Qt::FindDirectChildrenOnly))
        return message;
    auto *message = new QWidget(window);
    message->setObjectName(name);
    message->setAttribute(Qt::WA_TransparentForMouseEvents);
    message->setGeometry(0, 0, 0, 0);
    QAccessible::registerAccessibleInterface(
        new QAccessibleWidget(message, QAccessible::Notification));
    return message;
}
#endif

} // namespace

void announce(QWidget *widget, const QString &sentence)
{
    widget->setAccessibleName(sentence); // Qt notifies the screen reader
    if (!QAccessible::isActive())
        return;
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(widget, sentence);
    QAccessible::updateAccessibility(&event);
#else
    // Qt does not forward an alert by itself to AT-SPI, and screen readers read a changed name only
    // of the widget with the focus.
    QWidget *message = messageOf(widget->window());
    message->hide();
    message->setAccessibleName(sentence);
    message->show(); // Qt notifies the screen reader
    QAccessibleEvent alert(message, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
#endif
}

} // namespace clusterdeck
