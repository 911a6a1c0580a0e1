// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/overflow.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QScreen>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>

namespace clusterdeck
{

namespace
{

/// Rounding errors of fonts at fractional scales.
constexpr int Slack = 2;

QString nameOf(const QWidget *widget)
{
    QStringList path;
    for (; widget; widget = widget->isWindow() ? nullptr : widget->parentWidget()) {
        const QString name = widget->objectName();
        if (!name.isEmpty() && !name.startsWith(u"qt_"))
            path.prepend(name);
        else if (path.isEmpty())
            path.prepend(QString::fromLatin1(widget->metaObject()->className()));
    }
    return path.join(QStringLiteral(" / "));
}

QString plain(QString text)
{
    text.replace(QStringLiteral("&&"), QString(QChar::Null)).remove(u'&');
    return text.replace(QChar::Null, u'&');
}

int widthOf(const QWidget *widget, const QString &text)
{
    int widest = 0;
    for (const QString &line : text.split(u'\n'))
        widest = qMax(widest, widget->fontMetrics().horizontalAdvance(line));
    return widest;
}

class Looker
{
public:
    explicit Looker(const QWidget *window)
        : m_window(window)
    {
    }

    QStringList faults;

    void look()
    {
        const QSize screen = m_window->screen()->availableSize();
        // The platform appends the program's name, which contains DEMO, so the title must not
        // repeat it.
        const QString title = m_window->windowTitle();
        if (title != QGuiApplication::applicationDisplayName() &&
            (title.contains(u"Clusterdeck") || title.contains(u"DEMO")))
            fault(m_window, title + QStringLiteral(": names the program twice"), 0, 0);
        if (m_window->width() > screen.width() || m_window->height() > screen.height())
            fault(m_window, QStringLiteral("larger than the screen"), m_window->width(),
                  screen.width());
        lookAt(m_window);
    }

private:
    void fault(const QWidget *widget, const QString &what, int wanted, int has)
    {
        faults.append(QStringLiteral("%1: %2 (wants %3, has %4)")
                          .arg(nameOf(widget), what)
                          .arg(wanted)
                          .arg(has));
    }

    void wantsWidth(const QWidget *widget, const QString &text, int wanted, int has)
    {
        if (wanted > has + Slack)
            fault(widget, QStringLiteral("“%1” is cut").arg(text.left(60)), wanted, has);
    }

    void lookAt(const QWidget *widget)
    {
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            lookAtLabel(label);
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            lookAtButton(button);
        else if (const auto *header = qobject_cast<const QHeaderView *>(widget))
            lookAtHeader(header);
        else if (const auto *combo = qobject_cast<const QComboBox *>(widget))
            lookAtCombo(combo);
        else if (const auto *line = qobject_cast<const QLineEdit *>(widget))
            lookAtLine(line);
        else if (const auto *tabs = qobject_cast<const QTabBar *>(widget);
                 tabs && !tabs->usesScrollButtons())
            wantsWidth(tabs, QStringLiteral("tabs"), tabs->sizeHint().width(), tabs->width());
        else if (const auto *menu = qobject_cast<const QMenuBar *>(widget))
            wantsWidth(menu, QStringLiteral("menus"), menu->sizeHint().width(), menu->width());
        else if (const auto *box = qobject_cast<const QGroupBox *>(widget))
            wantsWidth(box, box->title(), widthOf(box, plain(box->title())), box->width());
        if (const auto *table = qobject_cast<const QTableView *>(widget))
            lookAtTable(table);
        lookAtChildren(widget);
    }

    /// Visible ids and counts must not be cut off, and selected rows can be copied.
    void lookAtTable(const QTableView *table)
    {
        const QList<QAction *> actions = table->actions();
        const bool copies = std::any_of(actions.begin(), actions.end(), [](const QAction *action) {
            return action->shortcut() == QKeySequence(QKeySequence::Copy);
        });
        if (!copies)
            fault(table, QStringLiteral("its rows cannot be copied"), 0, 0);
        static const QRegularExpression whole(
            QStringLiteral("^((ehpc|hpc|cl|cln|usr|nas|j|job)-[A-Za-z0-9-]+|[0-9.,]+)$"));
        const QAbstractItemView *view = table;
        const int first = qMax(0, table->rowAt(0));
        const int last = table->rowAt(table->viewport()->height() - 1);
        for (int row = first; row <= (last < 0 ? table->model()->rowCount() - 1 : last); ++row) {
            for (int column = 0; column < table->model()->columnCount(); ++column) {
                const QModelIndex cell = table->model()->index(row, column);
                const QString text = cell.data().toString();
                if (!table->isColumnHidden(column) && whole.match(text).hasMatch())
                    wantsWidth(table, text, view->sizeHintForIndex(cell).width(),
                               table->columnWidth(column));
            }
        }
    }

    void lookAtLabel(const QLabel *label)
    {
        if (label->text().isEmpty() || !label->toolTip().isEmpty())
            return; // a text that is cut off is shown in full in its tool tip
        const int margins = label->width() - label->contentsRect().width() + 2 * label->margin();
        const QString text = label->buddy() ? plain(label->text()) : label->text();
        if (!label->wordWrap()) {
            wantsWidth(label, text, widthOf(label, text) + margins, label->width());
            const int height = label->fontMetrics().height() + 2 * label->margin();
            if (height > label->height() + Slack)
                fault(label, QStringLiteral("“%1” is too high").arg(text.left(60)), height,
                      label->height());
            return;
        }
        const int height = label->heightForWidth(label->width());
        if (height > label->height() + Slack)
            fault(label, QStringLiteral("“%1” lacks lines").arg(text.left(60)), height,
                  label->height());
    }

    void lookAtButton(const QAbstractButton *button)
    {
        if (button->objectName() == u"qt_toolbar_ext_button") {
            fault(button, QStringLiteral("the tool bar hides some of its tools"), 0, 0);
            return;
        }
        if (button->text().isEmpty())
            return;
        const auto *tool = qobject_cast<const QToolButton *>(button);
        if (tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly)
            return;
        // A size hint may contain more space than the text needs.
        const int air = 3 * button->fontMetrics().horizontalAdvance(u' ');
        wantsWidth(button, button->text(), button->sizeHint().width() - air, button->width());
    }

    void lookAtHeader(const QHeaderView *header)
    {
        if (header->orientation() != Qt::Horizontal || !header->model())
            return;
        const int margin =
            2 * header->style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, header);
        for (int section = 0; section < header->count(); ++section) {
            const QString text = header->model()->headerData(section, Qt::Horizontal).toString();
            if (!header->isSectionHidden(section) && !text.isEmpty())
                wantsWidth(header, text, widthOf(header, text) + margin,
                           header->sectionSize(section));
        }
    }

    void lookAtCombo(const QComboBox *combo)
    {
        if (combo->isEditable())
            return;
        QStyleOptionComboBox option;
        option.initFrom(combo);
        option.editable = false;
        option.subControls = QStyle::SC_All;
        const QRect field = combo->style()->subControlRect(QStyle::CC_ComboBox, &option,
                                                           QStyle::SC_ComboBoxEditField, combo);
        wantsWidth(combo, combo->currentText(), widthOf(combo, combo->currentText()),
                   field.width());
    }

    void lookAtLine(const QLineEdit *line)
    {
        if (!line->text().isEmpty() || line->placeholderText().isEmpty())
            return;
        int room = line->contentsRect().width() - line->textMargins().left() -
                   line->textMargins().right() - 4;
        for (const auto *button : line->findChildren<QToolButton *>())
            room -= button->isVisible() ? button->width() : 0;
        wantsWidth(line, line->placeholderText(), widthOf(line, line->placeholderText()), room);
    }

    void lookAtChildren(const QWidget *parent)
    {
        QList<const QWidget *> children;
        for (const QObject *child : parent->children()) {
            const auto *widget = qobject_cast<const QWidget *>(child);
            if (widget && !widget->isWindow() && widget->isVisible())
                children.append(widget);
        }
        for (const QWidget *child : std::as_const(children))
            lookAt(child);
        if (parent->layout() && !parent->inherits("QTabWidget") && !parent->inherits("QMainWindow"))
            lookAtPlaces(parent, children);
    }

    /// Checks the positions of widgets in a layout.
    void lookAtPlaces(const QWidget *parent, const QList<const QWidget *> &children)
    {
        const QRect room = parent->rect().adjusted(-Slack, -Slack, Slack, Slack);
        for (qsizetype i = 0; i < children.size(); ++i) {
            const QWidget *one = children.at(i);
            if (!room.contains(one->geometry()) && !one->geometry().isEmpty())
                fault(one, QStringLiteral("sticks out of %1").arg(nameOf(parent)),
                      one->geometry().right(), room.right());
            for (qsizetype j = i + 1; j < children.size(); ++j) {
                const QRect both = one->geometry() & children.at(j)->geometry();
                if (both.width() > Slack && both.height() > Slack)
                    fault(one, QStringLiteral("lies upon %1").arg(nameOf(children.at(j))),
                          both.width(), both.height());
            }
        }
    }

    const QWidget *m_window;
};

} // namespace

QStringList overflowsIn(const QWidget *window)
{
    Looker looker(window);
    looker.look();
    return looker.faults;
}

QStringList unnamedIn(const QWidget *window)
{
    QStringList faults;
    for (const QLabel *label : window->findChildren<QLabel *>()) {
        if (label->textFormat() != Qt::PlainText && !label->text().isEmpty())
            faults.append(label->text() + QStringLiteral(": not plain"));
    }
    for (QWidget *widget : window->findChildren<QWidget *>()) {
        if ((widget->focusPolicy() & Qt::TabFocus) != Qt::TabFocus || !widget->isVisible() ||
            widget->focusProxy() || widget->objectName().startsWith(u"qt_"))
            continue;
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
        if (!spoken || spoken->text(QAccessible::Name).isEmpty())
            faults.append(nameOf(widget) + QStringLiteral(": no name"));
    }
    return faults;
}

QStringList unreachedByTab(QWidget *window)
{
    constexpr int MostPresses = 500; // the focus moves also between links and parts of a date
    QWidget *const before = window->focusWidget();
    QSet<const QWidget *> reached;
    for (int press = 0; press < MostPresses && window->focusWidget(); ++press) {
        QWidget *const now = window->focusWidget();
        reached.insert(now);
        QTest::keyClick(now, Qt::Key_Tab);
        // From a widget that had the focus before, the same widgets would follow.
        if (window->focusWidget() != now && reached.contains(window->focusWidget()))
            break;
    }
    if (before)
        before->setFocus();
    QStringList faults;
    for (const QWidget *widget : window->findChildren<QWidget *>()) {
        if ((widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget->isVisible() &&
            widget->isEnabled() && widget->window() == window && !widget->focusProxy() &&
            !reached.contains(widget))
            faults.append(nameOf(widget) + QStringLiteral(": not reached with Tab"));
    }
    return faults;
}

} // namespace clusterdeck
