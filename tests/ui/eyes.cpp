// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/eyes.h"

#include "tests/support/hostiletexts.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QStatusBar>
#include <QTabBar>
#include <QTextBlock>
#include <QTextDocument>

namespace clusterdeck
{

namespace
{

/// Longer than any tool tip of the program, and still acceptable.
constexpr qsizetype LongestTip = 1300;
constexpr qsizetype MostTipLines = 30;

/// Removes the break opportunities in long words, which follow 40 or more characters without one.
QString withoutBreaks(const QString &text)
{
    QString out;
    qsizetype run = 0;
    for (const QChar unit : text) {
        if (unit == QChar(0x200B) && run >= 40) {
            run = 0;
            continue;
        }
        run = unit.isSpace() ? 0 : run + 1;
        out += unit;
    }
    return out;
}

/// Whether the document contains only characters in the default font.
bool isBare(const QTextDocument &document)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (block.textList())
            return false;
        for (auto part = block.begin(); part != block.end(); ++part) {
            const QTextCharFormat format = part.fragment().charFormat();
            if (format.isImageFormat() || format.isAnchor() || format.isTableFormat() ||
                format.fontWeight() > QFont::Normal ||
                format.hasProperty(QTextFormat::ForegroundBrush))
                return false;
        }
    }
    return true;
}

QString nameOf(const QWidget *widget)
{
    return QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
}

} // namespace

void Eyes::fault(const QString &where, const QString &what, const QString &text)
{
    if (m_faults.size() < 20)
        m_faults.append(where + QStringLiteral(" – ") + what + QStringLiteral(": ") +
                        QString::fromLatin1(QUrl::toPercentEncoding(text.left(300), " <>&;/=()%")));
}

void Eyes::read(const QString &where, const QString &text, bool lines)
{
    const QString shown = withoutBreaks(text);
    for (const char32_t character : shown.toUcs4()) {
        const bool layout = lines && (character == U'\n' || character == U'\t');
        if (hasNoShape(character) && !layout)
            return fault(where, QStringLiteral("U+%1").arg(int(character), 4, 16), text);
    }
    if (shown.contains(QChar(QChar::ObjectReplacementCharacter)))
        fault(where, QStringLiteral("object"), text);
    m_seen.append(shown);
}

bool Eyes::saw(const QString &part) const
{
    return std::any_of(m_seen.begin(), m_seen.end(),
                       [&](const QString &text) { return text.contains(part); });
}

void Eyes::readToolTip(const QString &where, const QString &tip, const QString &told)
{
    const QString here = where + QStringLiteral(", tool tip");
    if (tip.isEmpty())
        return;
    if (!Qt::mightBeRichText(tip)) {
        if (tip.contains(u'<') || !told.isEmpty())
            fault(here, QStringLiteral("left to a guess"), tip);
        return read(here, tip);
    }
    QTextDocument document;
    document.setHtml(tip);
    const QString plain = withoutBreaks(document.toPlainText());
    if (!isBare(document))
        fault(here, QStringLiteral("interpreted"), tip);
    if (!told.isEmpty() && plain != told)
        fault(here, QStringLiteral("not what is shown"), plain);
    if (plain.size() > LongestTip || plain.count(u'\n') >= MostTipLines)
        fault(here, QStringLiteral("too long"), plain);
    read(here, plain, true);
}

void Eyes::readCells(const QAbstractItemModel &model, const QModelIndex &parent)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex cell = model.index(row, column, parent);
            const QString where = QStringLiteral("%1 %2/%3")
                                      .arg(QString::fromLatin1(model.metaObject()->className()))
                                      .arg(row)
                                      .arg(column);
            for (const int role : {int(Qt::DisplayRole), int(Qt::AccessibleTextRole),
                                   int(Qt::AccessibleDescriptionRole), int(Qt::StatusTipRole),
                                   int(Qt::WhatsThisRole)})
                read(where, cell.data(role).toString());
            readToolTip(where, cell.data(Qt::ToolTipRole).toString());
        }
        readCells(model, model.index(row, 0, parent));
    }
}

void Eyes::readModel(const QAbstractItemModel &model)
{
    readCells(model, {});
    for (int column = 0; column < model.columnCount(); ++column)
        read(QStringLiteral("header"), model.headerData(column, Qt::Horizontal).toString());
}

void Eyes::readWidget(const QWidget *widget)
{
    const QString where = nameOf(widget);
    read(where, widget->accessibleName(), true);
    read(where, widget->accessibleDescription(), true);
    read(where, widget->windowTitle());
    read(where, widget->statusTip());
    read(where, widget->whatsThis());
    readToolTip(where, widget->toolTip());
    if (QAccessibleInterface *spoken =
            QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget)))
        read(where + QStringLiteral(", spoken"), spoken->text(QAccessible::Name), true);
    if (const auto *label = qobject_cast<const QLabel *>(widget)) {
        read(where, label->text(), true);
        if (label->textFormat() != Qt::PlainText && !label->text().isEmpty())
            fault(where, QStringLiteral("not plain"), label->text());
    } else if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
        read(where, button->text());
    } else if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget)) {
        read(where, text->toPlainText(), true);
    } else if (const auto *view = qobject_cast<const QAbstractItemView *>(widget)) {
        if (view->model())
            readModel(*view->model());
    } else if (const auto *bar = qobject_cast<const QProgressBar *>(widget)) {
        read(where, bar->text());
    } else if (const auto *status = qobject_cast<const QStatusBar *>(widget)) {
        read(where, status->currentMessage());
    } else if (const auto *group = qobject_cast<const QGroupBox *>(widget)) {
        read(where, group->title());
    } else if (const auto *field = qobject_cast<const QLineEdit *>(widget)) {
        read(where, field->placeholderText());
    } else if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
        for (int tab = 0; tab < tabs->count(); ++tab) {
            read(where, tabs->tabText(tab));
            readToolTip(where, tabs->tabToolTip(tab));
        }
    } else if (const auto *choice = qobject_cast<const QComboBox *>(widget)) {
        for (int item = 0; item < choice->count(); ++item)
            read(where, choice->itemText(item));
    }
    for (const QAction *action : widget->actions()) {
        read(where, action->text());
        read(where, action->statusTip());
        readToolTip(where, action->toolTip());
    }
}

void Eyes::readWindow(const QWidget *root)
{
    readWidget(root);
    const QList<QWidget *> children = root->findChildren<QWidget *>();
    for (const QWidget *child : children)
        readWidget(child);
}

} // namespace clusterdeck
