// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/confirmationform.h"

#include "ui/text/format.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace clusterdeck
{

ConfirmationForm::ConfirmationForm(QWidget *parent)
    : QWidget(parent)
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
    for (QLabel *label : {m_label, m_hint})
        label->setTextFormat(Qt::PlainText);
    m_label->setBuddy(m_text);
    setMuted(m_hint);
    connect(m_text, &QLineEdit::textChanged, this, &ConfirmationForm::update);
    connect(m_saved, &QCheckBox::toggled, this, &ConfirmationForm::update);

    auto *line = new QHBoxLayout;
    line->setSpacing(space::Medium);
    line->addWidget(m_label);
    line->addWidget(m_text);
    line->addWidget(m_hint);
    line->addSpacing(space::Large);
    line->addWidget(m_saved);
    line->addStretch(1);
    line->setContentsMargins(0, 0, 0, 0);
    setLayout(line);
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
    setVisible(typed || m_saved->isVisibleTo(this));
    update();
}

bool ConfirmationForm::isSatisfied() const
{
    const ConfirmationLevel confirmationLevel = m_plan.confirmationLevel();
    return (!confirmationLevel.typed || isTyped(m_plan, m_text->text())) &&
           (!confirmationLevel.tick || m_saved->isChecked());
}

void ConfirmationForm::update()
{
    const bool typed = !m_plan.confirmationLevel().typed || isTyped(m_plan, m_text->text());
    m_hint->setText(typed ? QString()
                          : tr("Type %1 to continue", "a number or the end of an ID")
                                .arg(shownLine(textToType(m_plan))));
    emit changed();
}

} // namespace clusterdeck
