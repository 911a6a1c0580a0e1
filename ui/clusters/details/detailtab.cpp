// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/details/detailtab.h"

#include "ui/clusters/details/detailtext.h"
#include "ui/clusters/table/emptystate.h"
#include "ui/text/format.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/recordtable.h"
#include "ui/widgets/tables.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>

namespace clusterdeck
{

namespace
{

/// In characters; fits into the pane at its default width.
constexpr int MessageColumns = 46;

QToolButton *newButton(const QString &name, const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setText(text);
    button->setAutoRaise(false);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

DetailTab::DetailTab(RecordModelBase &model, const QString &objectName, const QString &name,
                     Commands commands, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_commands(std::move(commands))
    , m_stack(new QStackedWidget(this))
    , m_table(new RecordTable(objectName + QStringLiteral(" table"), name, this))
    , m_message(new EmptyState(this, MessageColumns))
    , m_foot(plainLabel(this))
    , m_more(newButton(QStringLiteral("More"), tr("Show more"), this))
    , m_anyway(newButton(QStringLiteral("Read anyway"), tr("Read anyway"), this))
    , m_refresh(newButton(QStringLiteral("Read again"), tr("Refresh"), this))
    , m_copy(newButton(QStringLiteral("Copy"), tr("Copy"), this))
{
    setObjectName(objectName);
    layOut();
    addCopyActions();
    connect(m_more, &QToolButton::clicked, this, [this] { m_commands.readMore(); });
    connect(m_anyway, &QToolButton::clicked, this, [this] { m_commands.readAnyway(); });
    connect(m_refresh, &QToolButton::clicked, this, [this] { m_commands.refresh(); });
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &DetailTab::scrolled);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &DetailTab::updateCopying);
    show({});
}

void DetailTab::layOut()
{
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setRecordModel(&m_model);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_message);

    m_foot->setObjectName(QStringLiteral("Foot"));
    setMuted(m_foot);
    m_refresh->setToolTip(tr("Read this tab again"));
    m_copy->setPopupMode(QToolButton::InstantPopup);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::Small);
    for (QToolButton *button : {m_more, m_anyway})
        buttons->addWidget(button);
    buttons->addStretch(1);
    for (QToolButton *button : {m_refresh, m_copy})
        buttons->addWidget(button);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(space::Medium, space::Small, space::Medium, space::Small);
    foot->setSpacing(space::Small);
    foot->addWidget(m_foot);
    foot->addLayout(buttons);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_stack, 1);
    column->addLayout(foot);
}

void DetailTab::makeFactList()
{
    m_table->horizontalHeader()->hide();
    m_table->setWordWrap(true);
    m_table->setAlternatingRowColors(false);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void DetailTab::addCopyActions()
{
    auto *menu = new QMenu(m_copy);
    menu->addActions(m_table->copyActions());
    menu->addSeparator();
    const auto copyAll = [&](const QString &name, const QString &text,
                             QString (RecordTable::*rows)(bool) const) {
        QAction *action = menu->addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, m_table,
                [this, rows] { QGuiApplication::clipboard()->setText((m_table->*rows)(true)); });
        m_table->addAction(action);
    };
    copyAll(QStringLiteral("Copy all text"), tr("Copy All Rows"), &RecordTable::rowsText);
    copyAll(QStringLiteral("Copy all JSON"), tr("Copy All Rows as JSON"), &RecordTable::rowsJson);
    m_copy->setMenu(menu);
}

void DetailTab::addToCopyMenu(QAction *action)
{
    m_copy->menu()->addAction(action);
    m_table->addAction(action);
}

void DetailTab::show(const Content &content)
{
    const bool rows = m_model.rowCount() > 0;
    if (rows)
        m_stack->setCurrentWidget(m_table);
    m_foot->setText(breakable(content.foot));
    m_foot->setVisible(!content.foot.isEmpty());
    m_canReadMore = content.hasMore && !content.reading && !content.withheld;
    m_more->setVisible(content.hasMore && !content.withheld);
    m_more->setEnabled(m_canReadMore);
    m_anyway->setVisible(rows && content.withheld);
    m_refresh->setEnabled(!content.reading);
    updateCopying();
}

void DetailTab::showMessage(const DetailMessage &message)
{
    QList<EmptyState::Button> buttons;
    if (!message.button.isEmpty())
        buttons.append(
            {message.button, message.anyway ? m_commands.readAnyway : m_commands.refresh});
    m_message->show({QStringLiteral("nodes"), message.title, message.text, buttons});
    m_stack->setCurrentWidget(m_message);
}

void DetailTab::enter()
{
    if (m_stack->currentWidget() != m_table) {
        m_refresh->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    m_table->setFocus(Qt::ShortcutFocusReason);
    if (!m_table->currentIndex().isValid())
        m_table->selectRow(0);
}

void DetailTab::scrolled(int value)
{
    // Scrolling to the last row reads more, as the button does.
    if (m_canReadMore && value > 0 && value == m_table->verticalScrollBar()->maximum())
        m_commands.readMore();
}

void DetailTab::updateCopying()
{
    const bool selected = m_table->selectionModel()->hasSelection();
    for (QAction *action : m_table->copyActions())
        action->setEnabled(selected);
    m_copy->setEnabled(m_model.rowCount() > 0);
}

} // namespace clusterdeck
