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
/// One of each window, without any looks: what appears in this role is read out with its name.
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
    widget->setAccessibleName(sentence); // tells of its change by itself
    if (!QAccessible::isActive())
        return;
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(widget, sentence);
    QAccessible::updateAccessibility(&event);
#else
    // An alert alone gets lost on its way to AT-SPI, and a changed name is not read unless it has
    // the keyboard.
    QWidget *message = messageOf(widget->window());
    message->hide();
    message->setAccessibleName(sentence);
    message->show(); // tells so by itself
    QAccessibleEvent alert(message, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
#endif
}

} // namespace clusterdeck
