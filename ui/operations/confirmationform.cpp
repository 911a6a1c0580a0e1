// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/confirmationform.h"

#include "ui/text/format.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

namespace clusterdeck
{

ConfirmationForm::ConfirmationForm(const QString &givenReason, bool isFixed, QWidget *parent)
    : QWidget(parent)
    , m_reason(new QLineEdit(givenReason, this))
    , m_reasonHint(new QLabel(this))
    , m_label(new QLabel(this))
    , m_text(new QLineEdit(this))
    , m_hint(new QLabel(this))
    , m_saved(new QCheckBox(tr("The d&ata is saved or not needed"), this))
{
    m_text->setObjectName(QStringLiteral("Number of clusters"));
    m_text->setMaxLength(12);
    m_text->setFixedWidth(widthOfLetters(fontMetrics(), 14));
    m_saved->setObjectName(QStringLiteral("The data is saved or not needed"));
    m_saved->setAccessibleName(tr("The data is saved or not needed"));
    auto *reasonLabel = new QLabel(tr("&Reason"), this);
    m_reason->setObjectName(QStringLiteral("Reason"));
    m_reason->setAccessibleName(tr("Reason"));
    if (!isFixed)
        m_reason->setPlaceholderText(tr("Ticket or purpose, for the record"));
    m_reason->setMaxLength(LongestReason);
    m_reason->setReadOnly(isFixed);
    for (QLabel *label : {reasonLabel, m_reasonHint, m_label, m_hint})
        label->setTextFormat(Qt::PlainText);
    reasonLabel->setBuddy(m_reason);
    m_label->setBuddy(m_text);
    setMuted(m_reasonHint);
    setMuted(m_hint);
    connect(m_reason, &QLineEdit::textChanged, this, &ConfirmationForm::update);
    connect(m_text, &QLineEdit::textChanged, this, &ConfirmationForm::update);
    connect(m_saved, &QCheckBox::toggled, this, &ConfirmationForm::update);

    auto *first = new QHBoxLayout;
    first->setSpacing(space::Medium);
    first->addWidget(reasonLabel);
    first->addWidget(m_reason, 1);
    first->addWidget(m_reasonHint);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::Medium);
    line->addWidget(m_label);
    line->addWidget(m_text);
    line->addWidget(m_hint);
    line->addSpacing(space::Large);
    line->addWidget(m_saved);
    line->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::Medium);
    column->addLayout(first);
    column->addLayout(line);
}

void ConfirmationForm::setPlan(const Plan &plan)
{
    m_plan = plan;
    const ConfirmationLevel confirmationLevel = plan.confirmationLevel();
    const bool typed = confirmationLevel.typed && !plan.items.isEmpty();
    const bool one = plan.items.size() == 1;
    m_label->setText(one ? tr("Last 4 characters of the &ID") : tr("&Number of clusters"));
    m_text->setAccessibleName(one ? tr("Last 4 characters of the ID") : tr("Number of clusters"));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_label, m_text, m_hint})
        widget->setVisible(typed);
    m_saved->setVisible(confirmationLevel.tick && !plan.items.isEmpty());
    setVisible(!plan.items.isEmpty());
    update();
}

bool ConfirmationForm::isSatisfied() const
{
    const ConfirmationLevel confirmationLevel = m_plan.confirmationLevel();
    return m_plan.hasValidReason() &&
           (!confirmationLevel.typed || isTyped(m_plan, m_text->text())) &&
           (!confirmationLevel.tick || m_saved->isChecked());
}

bool ConfirmationForm::takeKey(QKeyEvent *event)
{
    const QString text = event->text();
    const bool plain = (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0;
    if (!plain || text.isEmpty() || !text.front().isLetterOrNumber() || !m_text->isVisible() ||
        m_text->hasFocus())
        return false;
    m_text->setFocus(Qt::OtherFocusReason);
    QCoreApplication::sendEvent(m_text, event);
    return true;
}

void ConfirmationForm::update()
{
    // A reason that cannot be recorded is kept unchanged, so that hasValidReason() is false.
    m_plan.givenReason = reasonFrom(m_reason->text()).value_or(m_reason->text());
    m_reasonHint->setText(m_plan.hasValidReason() ? QString()
                          : !m_plan.givenReason.isEmpty()
                              ? tr("Invisible characters are not allowed")
                          : m_reason->isReadOnly()
                              ? tr("Approved without a reason, which the account requires: make a "
                                   "new plan")
                              : tr("The account requires a reason"));
    m_reasonHint->setVisible(!m_reasonHint->text().isEmpty());
    m_reason->setAccessibleDescription(m_reasonHint->text());
    // Also when it is typed: otherwise the check box beside it would move.
    m_hint->setText(tr("Type %1 to continue", "a number or the end of an ID")
                        .arg(shownLine(textToType(m_plan))));
    emit changed();
}

} // namespace clusterdeck
