// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/tellownersdialog.h"

#include "ui/help/guidewindow.h"
#include "ui/text/format.h"
#include "ui/theme/palette.h"
#include "ui/widgets/files.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tables.h"

#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace clusterdeck
{

TellOwnersDialog::TellOwnersDialog(const Plan &plan, const AccountLabels &labels,
                                   const QDate &today, QWidget *parent)
    : Dialog(QStringLiteral("Tell owners"), tr("Tell owners"), parent)
    , m_plan(plan)
    , m_labels(labels)
    , m_notices(ownerNotices(plan))
    , m_owner(new QComboBox(this))
    , m_day(new QDateEdit(today.addDays(DaysToObject), this))
    , m_text(new QPlainTextEdit(this))
    , m_state(plainLabel(this))
{
    m_owner->setObjectName(QStringLiteral("Owner"));
    m_owner->setAccessibleName(tr("Owner"));
    m_owner->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_owner->setMinimumContentsLength(40);
    for (const OwnerNotice &notice : std::as_const(m_notices))
        m_owner->addItem(ownerLabel(notice, m_labels));
    m_day->setObjectName(QStringLiteral("Day"));
    m_day->setAccessibleName(tr("Day of deletion"));
    m_day->setDisplayFormat(dayForm());
    m_day->setCalendarPopup(true);
    m_day->setMinimumDate(today);
    m_text->setObjectName(QStringLiteral("Text"));
    m_text->setAccessibleName(tr("Text for the owner"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_state->setObjectName(QStringLiteral("State"));
    auto *what = plainLabel(this);
    what->setText(tr("Clusterdeck sends no mail. It writes the text for each owner and opens it in "
                     "your mail program."));
    body()->addWidget(what);
    auto *form = new QFormLayout;
    form->addRow(tr("O&wner"), m_owner);
    form->addRow(tr("&Day of deletion"), m_day);
    for (QWidget *field : std::initializer_list<QWidget *>{m_owner, m_day})
        qobject_cast<QLabel *>(form->labelForField(field))->setTextFormat(Qt::PlainText);
    body()->addLayout(form);
    body()->addWidget(m_text, 1);
    body()->addWidget(m_state);
    auto *copyOne = addButton(QStringLiteral("Copy"), tr("&Copy"), QDialogButtonBox::ActionRole);
    auto *copyEach =
        addButton(QStringLiteral("Copy all"), tr("Copy &all"), QDialogButtonBox::ActionRole);
    copyEach->setToolTip(tr("The texts for all owners, one below the other"));
    m_mail =
        addButton(QStringLiteral("Write mail"), tr("Write &mail…"), QDialogButtonBox::ActionRole);
    leadToGuide(addHelpButton(), GuideTopic::PlanWithConsent);
    addCloseButton();
    connect(copyOne, &QPushButton::clicked, this, &TellOwnersDialog::copy);
    connect(copyEach, &QPushButton::clicked, this, &TellOwnersDialog::copyAll);
    connect(m_mail, &QPushButton::clicked, this, &TellOwnersDialog::writeMail);
    connect(m_owner, &QComboBox::currentIndexChanged, this, &TellOwnersDialog::update);
    connect(m_day, &QDateEdit::dateChanged, this, &TellOwnersDialog::update);
    setFirstSize({fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 30});
    update();
}

QString TellOwnersDialog::textOf(const OwnerNotice &notice) const
{
    return ownerText(m_plan, notice, m_labels, m_day->date());
}

std::optional<QUrl> TellOwnersDialog::mail() const
{
    const OwnerNotice notice = m_notices.value(m_owner->currentIndex());
    return mailUrl(notice.address, ownerSubject(m_day->date()), m_text->toPlainText());
}

void TellOwnersDialog::update()
{
    const OwnerNotice notice = m_notices.value(m_owner->currentIndex());
    m_text->setPlainText(textOf(notice));
    const bool fits = mail().has_value();
    m_mail->setEnabled(fits);
    if (!fits)
        say(tr("This text is too long for most mail programs. Copy the text and paste it into a "
               "mail."),
            false);
    else
        say(notice.address.isEmpty()
                ? tr("The mail address of this owner is not known. Enter it in the mail program.")
                : QString(),
            false);
}

void TellOwnersDialog::copy()
{
    QGuiApplication::clipboard()->setText(m_text->toPlainText());
    say(tr("Copied."), false);
}

void TellOwnersDialog::copyAll()
{
    QStringList texts;
    for (const OwnerNotice &notice : std::as_const(m_notices))
        texts.append(textOf(notice));
    QGuiApplication::clipboard()->setText(texts.join(u'\n'));
    say(tr("Copied the texts for %Ln owner(s).", nullptr, int(texts.size())), false);
}

void TellOwnersDialog::writeMail()
{
    const auto url = mail();
    if (url && !openOutside(*url).isEmpty())
        say(tr("No mail program could be opened. Copy the text and paste it into a mail."), true);
}

void TellOwnersDialog::say(const QString &sentence, bool isProblem)
{
    setStatusColor(m_state, isProblem ? StatusColor::Bad : StatusColor::Neutral);
    sayProblem(m_state, sentence);
}

} // namespace clusterdeck
