// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historyfilterbar.h"

#include "ui/history/timelinetext.h"
#include "ui/text/format.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/tables.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

namespace clusterdeck
{

namespace
{

using Who = TimelineFilter::Who;

/// Number of entries in "who" before the users.
constexpr int FirstPerson = 3;

} // namespace

HistoryFilterBar::HistoryFilterBar(QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
    , m_who(new QComboBox(this))
    , m_outcome(new QComboBox(this))
    , m_span(new QComboBox(this))
    , m_from(new QDateEdit(this))
    , m_to(new QDateEdit(this))
    , m_clear(new QPushButton(tr("Clea&r"), this))
    , m_found(new QLabel(this))
{
    createChoices();
    layOut();
    noteChange();
    connect(m_field, &QLineEdit::textChanged, this, &HistoryFilterBar::noteChange);
    for (QComboBox *combo : {m_who, m_outcome, m_span})
        connect(combo, &QComboBox::currentIndexChanged, this, &HistoryFilterBar::noteChange);
    for (QDateEdit *date : {m_from, m_to})
        connect(date, &QDateEdit::dateChanged, this, &HistoryFilterBar::noteChange);
    connect(m_clear, &QPushButton::clicked, this, &HistoryFilterBar::clear);
}

void HistoryFilterBar::createChoices()
{
    m_field->setObjectName(QStringLiteral("Filter history"));
    m_field->setAccessibleName(tr("Filter by cluster"));
    m_field->setPlaceholderText(tr("Cluster: ID or name"));
    m_field->setClearButtonEnabled(true);
    addSearchIcon(m_field);
    m_who->setObjectName(QStringLiteral("Who"));
    m_who->setAccessibleName(tr("Filter by user"));
    m_who->addItem(tr("Any user"), int(Who::Anyone));
    m_who->addItem(tr("This program"), int(Who::ThisProgram));
    m_who->addItem(tr("Elsewhere"), int(Who::Elsewhere));
    m_outcome->setObjectName(QStringLiteral("Outcome"));
    m_outcome->setAccessibleName(tr("Filter by outcome"));
    m_outcome->addItem(tr("Any outcome"), 0);
    for (const TimelineOutcome outcome :
         {TimelineOutcome::Done, TimelineOutcome::Failed, TimelineOutcome::Unknown,
          TimelineOutcome::Running, TimelineOutcome::Cancelled}) {
        const StateLook look = lookOf(outcome);
        m_outcome->addItem(glyphIcon(look.glyph, look.statusColor), look.word, int(outcome));
    }
    m_span->setObjectName(QStringLiteral("Time"));
    m_span->setAccessibleName(tr("Filter by time"));
    m_span->addItems({tr("Any time"), tr("Today"), tr("7 days"), tr("30 days"), tr("From – to…")});
    const QDate today = QDate::currentDate();
    m_from->setObjectName(QStringLiteral("From"));
    m_from->setAccessibleName(tr("From (inclusive)"));
    m_from->setDate(today.addDays(-7));
    m_to->setObjectName(QStringLiteral("To"));
    m_to->setAccessibleName(tr("To (inclusive)"));
    m_to->setDate(today);
    for (QDateEdit *date : {m_from, m_to}) {
        date->setDisplayFormat(dayForm());
        date->setCalendarPopup(true);
    }
    m_clear->setObjectName(QStringLiteral("Clear filter"));
    m_clear->setAutoDefault(false);
    m_found->setObjectName(QStringLiteral("Found"));
    m_found->setTextFormat(Qt::PlainText);
}

void HistoryFilterBar::layOut()
{
    fitPlaceholder(m_field, 30);
    m_who->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_who->setMinimumContentsLength(14);
    auto *row = new FlowLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::Medium);
    row->addWidget(m_field);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_who, m_outcome, m_span, m_from, m_to, m_clear})
        row->addWidget(widget);
    row->addWidget(m_found);
}

TimelineFilter HistoryFilterBar::filter(const QDateTime &now) const
{
    TimelineFilter filter;
    filter.cluster = m_field->text().trimmed();
    const int who = m_who->currentIndex();
    filter.who = who < FirstPerson ? Who(m_who->currentData().toInt()) : Who::Person;
    if (filter.who == Who::Person)
        filter.person = m_who->currentData().toString();
    filter.outcomes = TimelineOutcomes::fromInt(m_outcome->currentData().toInt());
    switch (Span(m_span->currentIndex())) {
    case Always:
        break;
    case Today:
        filter.since = dayBefore(now, 0);
        break;
    case SevenDays:
        filter.since = dayBefore(now, 6);
        break;
    case ThirtyDays:
        filter.since = dayBefore(now, 29);
        break;
    case FromTo:
        filter.since = m_from->date().startOfDay().toUTC();
        filter.until = m_to->date().addDays(1).startOfDay().toUTC();
        break;
    }
    return filter;
}

bool HistoryFilterBar::isEmpty() const
{
    return m_field->text().trimmed().isEmpty() && m_who->currentIndex() == 0 &&
           m_outcome->currentIndex() == 0 && m_span->currentIndex() == Always;
}

void HistoryFilterBar::setPeople(const QStringList &people)
{
    QStringList known;
    for (int i = FirstPerson; i < m_who->count(); ++i)
        known.append(m_who->itemData(i).toString());
    if (people == known)
        return;
    const QVariant chosen = m_who->currentData();
    const bool person = m_who->currentIndex() >= FirstPerson;
    const QSignalBlocker muted(m_who);
    while (m_who->count() > FirstPerson)
        m_who->removeItem(FirstPerson);
    for (const QString &each : people)
        m_who->addItem(shownLine(each, LongestNameShown), each);
    if (!person)
        return;
    const int place = int(people.indexOf(chosen.toString()));
    if (place < 0) // no line names this user any more
        m_who->addItem(shownLine(chosen.toString(), LongestNameShown), chosen);
    m_who->setCurrentIndex(place < 0 ? m_who->count() - 1 : FirstPerson + place);
}

void HistoryFilterBar::setFound(const QString &text)
{
    m_found->setText(text);
}

void HistoryFilterBar::clear()
{
    {
        const QSignalBlocker who(m_who);
        const QSignalBlocker outcome(m_outcome);
        const QSignalBlocker span(m_span);
        for (QComboBox *combo : {m_who, m_outcome, m_span})
            combo->setCurrentIndex(0);
    }
    m_field->clear();
    m_field->setFocus();
    noteChange();
}

void HistoryFilterBar::noteChange()
{
    const bool dates = m_span->currentIndex() == FromTo;
    m_from->setVisible(dates);
    m_to->setVisible(dates);
    m_clear->setEnabled(!isEmpty());
    emit changed();
}

} // namespace clusterdeck
