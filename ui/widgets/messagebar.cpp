// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messagebar.h"

#include "ui/text/format.h"
#include "ui/theme/glyphlabel.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace clusterdeck
{

MessageBar::MessageBar(Glyph glyph, StatusColor statusColor, const QString &text, QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_line(new QHBoxLayout(this))
{
    setFrameShape(NoFrame);
    setBackgroundRole(QPalette::AlternateBase);
    setAutoFillBackground(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setObjectName(QStringLiteral("Sentence"));
    m_line->setContentsMargins(space::Medium, space::Small, space::Medium, space::Small);
    m_line->setSpacing(space::Medium);
    m_line->addWidget(m_icon);
    m_line->addWidget(m_text, 1);
    setLabelIcon(m_icon, glyph, statusColor);
    setText(text);
}

QString MessageBar::text() const
{
    return m_sentence;
}

void MessageBar::setText(const QString &text)
{
    m_sentence = text;
    m_text->setText(breakable(text));
    setAccessibleName(text);
}

QPushButton *MessageBar::addButton(const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setAutoDefault(false);
    m_line->addWidget(button);
    return button;
}

void MessageBar::addDismiss()
{
    auto *dismiss = new QToolButton(this);
    dismiss->setObjectName(QStringLiteral("Dismiss"));
    dismiss->setIcon(glyphIcon(Glyph::Cross, StatusColor::Neutral));
    dismiss->setIconSize({GlyphSize - space::Small, GlyphSize - space::Small});
    dismiss->setAutoRaise(true);
    dismiss->setFocusPolicy(Qt::StrongFocus);
    dismiss->setAccessibleName(tr("Dismiss"));
    dismiss->setToolTip(tr("Dismiss"));
    connect(dismiss, &QToolButton::clicked, this, &MessageBar::dismissed);
    // Hidden before it is deleted, so that the focus moves to the next widget.
    connect(dismiss, &QToolButton::clicked, this, &QWidget::hide);
    connect(dismiss, &QToolButton::clicked, this, &QObject::deleteLater);
    m_line->addWidget(dismiss);
}

MessageBarStack::MessageBarStack(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::Hair);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

MessageBar *MessageBarStack::show(const QString &name, Glyph glyph, StatusColor statusColor,
                                  const QString &text)
{
    remove(name);
    auto *messageBar = new MessageBar(glyph, statusColor, text, this);
    messageBar->setObjectName(name);
    layout()->addWidget(messageBar);
    messageBar->show();
    announce(messageBar, text);
    return messageBar;
}

MessageBar *MessageBarStack::find(const QString &name) const
{
    return findChild<MessageBar *>(name, Qt::FindDirectChildrenOnly);
}

void MessageBarStack::remove(const QString &name)
{
    // Deleted later: the call may come from one of its buttons.
    if (MessageBar *messageBar = find(name)) {
        messageBar->setObjectName({});
        messageBar->hide();
        messageBar->deleteLater();
    }
}

namespace
{

/// Enlarges the window of `label` if the label's text needs more height.
void growFor(QLabel *label)
{
    QWidget *window = label->window();
    // The layouts still have the size of the old text.
    window->layout()->invalidate();
    window->layout()->activate();
    const int needed = window->layout()->totalHeightForWidth(window->width());
    if (needed > window->height())
        window->resize(window->width(), needed);
}

} // namespace

void sayProblem(QLabel *label, const QString &sentence)
{
    label->setText(sentence);
    growFor(label);
    announce(label, sentence);
}

void showProblem(QLabel *label, const QString &problem)
{
    label->setText(breakable(problem));
    label->setVisible(!problem.isEmpty());
    if (problem.isEmpty())
        return;
    growFor(label);
    announce(label, problem);
}

} // namespace clusterdeck
