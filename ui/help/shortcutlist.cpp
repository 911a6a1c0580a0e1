// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/shortcutlist.h"

#include "ui/text/mnemonic.h"

#include <QAbstractButton>
#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QShortcut>
#include <QTableView>

namespace clusterdeck
{

namespace
{

struct ShortcutList {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::ShortcutList)
};

/// `text` without its mnemonic, the ellipsis of a dialog and the arrow of a menu.
QString plainName(QString text)
{
    text = withoutMnemonic(text.section(u'\t', 0, 0)).trimmed();
    while (text.endsWith(u'…') || text.endsWith(u'▾') || text.endsWith(u' '))
        text.chop(1);
    return text;
}

/// The widget in `window` that has the action; null: it is in another window, or in none. A menu is
/// a window, but counts as part of the widget it belongs to.
const QWidget *placeOf(const QAction *action, const QWidget *window)
{
    const bool widgets = action->shortcutContext() == Qt::WidgetShortcut ||
                         action->shortcutContext() == Qt::WidgetWithChildrenShortcut;
    for (const QObject *object : action->associatedObjects()) {
        const auto *widget = qobject_cast<const QWidget *>(object);
        const bool inMenu = qobject_cast<const QMenu *>(widget) != nullptr;
        if (widgets &&
            (inMenu || !widget || widget == window || widget->accessibleName().isEmpty()))
            continue; // its keys work only in the widget to which it was added
        while (qobject_cast<const QMenu *>(widget))
            widget = widget->parentWidget();
        if (widget && widget->window() == window)
            return widget;
    }
    return nullptr;
}

void addActions(QList<ShortcutLine> &lines, const QWidget *window)
{
    for (const QAction *action : window->findChildren<QAction *>()) {
        const QWidget *place = placeOf(action, window);
        if (!place || action->shortcuts().isEmpty() || plainName(action->text()).isEmpty())
            continue;
        const bool everywhere = action->shortcutContext() == Qt::WindowShortcut ||
                                action->shortcutContext() == Qt::ApplicationShortcut;
        lines.append(ShortcutLine{everywhere ? QString() : place->accessibleName(),
                                  plainName(action->text()), action->shortcuts()});
    }
}

void addShortcuts(QList<ShortcutLine> &lines, const QWidget *window)
{
    for (const QShortcut *shortcut : window->findChildren<QShortcut *>()) {
        const auto *parent = qobject_cast<const QWidget *>(shortcut->parent());
        if (!parent || parent->window() != window || shortcut->whatsThis().isEmpty())
            continue;
        const bool everywhere = shortcut->context() == Qt::WindowShortcut ||
                                shortcut->context() == Qt::ApplicationShortcut;
        lines.append(ShortcutLine{everywhere ? QString() : parent->accessibleName(),
                                  shortcut->whatsThis(), QList<QKeySequence>{shortcut->key()}});
    }
}

/// Of menus and visible buttons: Alt and the underlined letter.
void addMnemonics(QList<ShortcutLine> &lines, const QWidget *window)
{
    const auto add = [&](const QString &text, const QString &what) {
        if (const QKeySequence key = QKeySequence::mnemonic(text); !key.isEmpty())
            lines.append(
                ShortcutLine{QString(), what.arg(plainName(text)), QList<QKeySequence>{key}});
    };
    for (const QMenuBar *bar : window->findChildren<QMenuBar *>()) {
        for (const QAction *action : bar->actions())
            add(action->text(), ShortcutList::tr("Menu %1"));
    }
    for (const QAbstractButton *button : window->findChildren<QAbstractButton *>()) {
        if (button->window() == window && button->isVisible())
            add(button->text(), QStringLiteral("%1"));
    }
}

/// The keys that the table and the filter field handle in event handlers, without a QAction.
void addOwnKeys(QList<ShortcutLine> &lines, const QWidget *window)
{
    using Keys = QList<QKeySequence>;
    const auto key = [](auto combination) { return QKeySequence(combination); };
    const auto add = [&](const QWidget *widget, const QString &what, const Keys &keys) {
        lines.append(ShortcutLine{widget->accessibleName(), what, keys});
    };
    if (const auto *table = window->findChild<QTableView *>(QStringLiteral("Clusters"))) {
        add(table, ShortcutList::tr("Select or deselect the row"), Keys{key(Qt::Key_Space)});
        add(table, ShortcutList::tr("Select up to the row above or below"),
            Keys{key(Qt::SHIFT | Qt::Key_Up), key(Qt::SHIFT | Qt::Key_Down)});
        add(table, ShortcutList::tr("Go to the row above or below without selecting it"),
            Keys{key(Qt::CTRL | Qt::Key_Up), key(Qt::CTRL | Qt::Key_Down)});
        add(table, ShortcutList::tr("Go to the first or last row"),
            Keys{key(Qt::CTRL | Qt::Key_Home), key(Qt::CTRL | Qt::Key_End)});
    }
    if (const auto *field = window->findChild<QLineEdit *>(QStringLiteral("Filter clusters"))) {
        add(field, ShortcutList::tr("Clear the field, then go to the table"),
            Keys{key(Qt::Key_Escape)});
        add(field, ShortcutList::tr("Go to the table"),
            Keys{key(Qt::Key_Down), key(Qt::Key_Return)});
    }
}

} // namespace

QList<ShortcutLine> shortcutsOf(const QWidget *window)
{
    QList<ShortcutLine> lines;
    addActions(lines, window);
    addShortcuts(lines, window);
    addMnemonics(lines, window);
    addOwnKeys(lines, window);
    std::stable_sort(lines.begin(), lines.end(), [](const ShortcutLine &a, const ShortcutLine &b) {
        return a.where < b.where; // what works everywhere has an empty `where` and comes first
    });
    return lines;
}

QString keysText(const QList<QKeySequence> &keys)
{
    QStringList texts;
    for (const QKeySequence &key : keys)
        texts.append(key.toString(QKeySequence::NativeText));
    return texts.join(ShortcutList::tr(" or ", "between two keys that do the same"));
}

} // namespace clusterdeck
