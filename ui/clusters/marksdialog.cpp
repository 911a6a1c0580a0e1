// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/marksdialog.h"

#include "ui/clusters/renamedialog.h"
#include "ui/text/format.h"
#include "ui/text/joining.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tables.h"

#include <QDateEdit>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace clusterdeck
{

namespace
{

constexpr int MostInSentence = 3; // names of clusters

/// What the user must know about a result; empty when the change succeeded.
QString reasonOf(const MarkResult &result)
{
    switch (result.outcome) {
    case MarkOutcome::Set:
    case MarkOutcome::AlreadySo:
        return {};
    case MarkOutcome::AlsoChanged:
        return MarksDialog::tr("Marked, but another user changed the description at the same time. "
                               "Check the description.");
    case MarkOutcome::Lost:
        return MarksDialog::tr("The mark was lost, because another user changed the description "
                               "at the same time. Try again.");
    case MarkOutcome::NotReadBack:
        return MarksDialog::tr(
            "The cloud accepted the mark, but the description could not be read back.");
    case MarkOutcome::NotAllowed:
        return MarksDialog::tr("The cluster is locked, or its account is read-only.");
    case MarkOutcome::Gone:
        return MarksDialog::tr("The cluster no longer exists.");
    case MarkOutcome::NotRead:
        return result.error ? modifyFailureText(*result.error)
                            : MarksDialog::tr("The description could not be read.");
    case MarkOutcome::DoesNotFit:
        return result.problem == NameProblem::TooLong
                   ? MarksDialog::tr("The mark does not fit: a description has at most %Ln "
                                     "character(s). Shorten it with Rename.",
                                     nullptr, LongestDescription)
                   : MarksDialog::tr("The description contains line breaks, or invisible or "
                                     "unreadable characters. Replace them with Rename.");
    case MarkOutcome::Failed:
        return result.error ? modifyFailureText(*result.error) : QString();
    }
    Q_UNREACHABLE();
}

} // namespace

QString marksProblemText(const QList<MarkResult> &results)
{
    QStringList reasons; // in the order in which they occur
    QHash<QString, QStringList> names;
    for (const MarkResult &result : results) {
        const QString reason = reasonOf(result);
        if (reason.isEmpty())
            continue;
        if (!reasons.contains(reason))
            reasons.append(reason);
        names[reason].append(
            shownLine(result.name.isEmpty() ? result.key.id : result.name, LongestNameShown));
    }
    QStringList lines;
    for (const QString &reason : std::as_const(reasons)) {
        QStringList some = names.value(reason).mid(0, MostInSentence);
        if (const auto more = int(names.value(reason).size() - some.size()); more > 0)
            some.append(MarksDialog::tr("and %Ln more", nullptr, more));
        lines.append(labelled(enumerated(some), reason));
    }
    return lines.join(u'\n');
}

QString marksCallsText(const QList<AccountCheck> &checks, const AccountLabels &labels)
{
    QStringList lines;
    for (const AccountCheck &check : checks) {
        const bool isShort = check.callsAreShort();
        const QString text =
            !isShort ? MarksDialog::tr("This takes about %Ln call(s).", nullptr, check.callsNeeded)
            : check.enoughCallsAt.isValid()
                ? callsText(check)
                : MarksDialog::tr("This takes about %Ln call(s), more than the hourly quota. Set "
                                  "the marks that are left an hour later.",
                                  nullptr, check.callsNeeded);
        const QString name = shownLine(labels.value(check.account).name, LongestNameShown);
        lines.append(checks.size() > 1 ? labelled(name, text) : text);
    }
    return lines.join(u'\n');
}

MarksDialog::MarksDialog(const QList<Cluster> &clusters, AccountLabels labels,
                         OperationService &operationService, const QDate &today, QWidget *parent)
    : Dialog(QStringLiteral("Marks"), tr("Marks of %Ln cluster(s)", nullptr, int(clusters.size())),
             parent)
    , m_operationService(operationService)
    , m_labels(std::move(labels))
    , m_choices(new QVBoxLayout)
    , m_day(new QDateEdit(today.addDays(30), this))
    , m_calls(plainLabel(this))
    , m_state(plainLabel(this))
    , m_set(addButton(QStringLiteral("Set"), tr("&Set"), QDialogButtonBox::AcceptRole))
{
    for (const Cluster &cluster : clusters)
        m_keys.append(cluster.key());
    addCancelButton();
    layOut(clusters, today);
    connect(m_set, &QPushButton::clicked, this, &MarksDialog::begin);
    updateState();
    showCalls();
    fitToWidth(72);
    m_keep->setFocus();
}

QRadioButton *MarksDialog::addChoice(const QString &name, const QString &text)
{
    auto *choice = new QRadioButton(text, this);
    choice->setObjectName(name);
    connect(choice, &QRadioButton::toggled, this, &MarksDialog::updateState);
    m_choices->addWidget(choice);
    return choice;
}

void MarksDialog::layOut(const QList<Cluster> &clusters, const QDate &today)
{
    QStringList said{tr("A mark is a word in the description, such as [keep] or [expires "
                        "2026-12-31]. All users of the account can see and change it; the rest of "
                        "the description stays as it is.")};
    const auto odd = std::count_if(clusters.begin(), clusters.end(), [](const Cluster &cluster) {
        return !marksIn(cluster.record.description).allUnderstood;
    });
    if (odd > 0)
        said.append(tr("%Ln cluster(s) has/have an unrecognized mark. It counts as [keep] until "
                       "you correct it with Rename.",
                       nullptr, int(odd)));
    auto *what = plainLabel(this);
    what->setText(sentences(said));
    body()->addWidget(what);
    m_choices->setSpacing(space::Small);
    body()->addLayout(m_choices);
    m_keep = addChoice(QStringLiteral("Keep"), tr("&Keep: Clusterdeck refuses to delete them"));
    m_keepUntil = addChoice(QStringLiteral("Keep until"), tr("Keep &until the end of this day"));
    m_expire = addChoice(QStringLiteral("Expire"),
                         tr("&Expires after this day: the filter “Expired” then finds them"));
    m_removeKeep = addChoice(QStringLiteral("Remove keep"), tr("&Remove the keep mark"));
    m_removeExpiry = addChoice(QStringLiteral("Remove expiry"), tr("Remo&ve the expiry date"));
    m_keep->setChecked(true);
    m_day->setObjectName(QStringLiteral("Day"));
    m_day->setAccessibleName(tr("Last day"));
    m_day->setDisplayFormat(dayForm());
    m_day->setCalendarPopup(true);
    m_day->setMinimumDate(today);
    auto *form = new QFormLayout;
    form->addRow(tr("&Day"), m_day);
    qobject_cast<QLabel *>(form->labelForField(m_day))->setTextFormat(Qt::PlainText);
    body()->addLayout(form);
    auto *note = plainLabel(this);
    note->setText(
        tr("Nothing is deleted automatically. A day ends when it is over in every time zone."));
    setMuted(note);
    body()->addWidget(note);
    m_calls->setObjectName(QStringLiteral("Calls"));
    body()->addWidget(m_calls);
    m_state->setObjectName(QStringLiteral("State"));
    body()->addWidget(m_state);
    body()->addStretch(1);
    m_set->setDefault(true);
}

MarkChange MarksDialog::change() const
{
    using What = MarkChange::What;
    if (m_keepUntil->isChecked())
        return {What::Keep, m_day->date()};
    if (m_expire->isChecked())
        return {What::Expire, m_day->date()};
    if (m_removeKeep->isChecked())
        return {What::RemoveKeep};
    if (m_removeExpiry->isChecked())
        return {What::RemoveExpiry};
    return {What::Keep};
}

void MarksDialog::updateState()
{
    if (!m_removeExpiry)
        return; // called while the constructor creates the choices
    for (QRadioButton *choice : {m_keep, m_keepUntil, m_expire, m_removeKeep, m_removeExpiry})
        choice->setEnabled(!m_marking);
    m_day->setEnabled(!m_marking && (m_keepUntil->isChecked() || m_expire->isChecked()));
    m_set->setEnabled(!m_marking && !m_keys.isEmpty());
}

void MarksDialog::showCalls()
{
    const QList<AccountCheck> checks = m_operationService.checksForMarks(m_keys);
    const bool isShort = std::any_of(checks.begin(), checks.end(), [](const AccountCheck &check) {
        return check.callsAreShort();
    });
    m_calls->setText(marksCallsText(checks, m_labels));
    m_calls->setVisible(!checks.isEmpty());
    setStatusColor(m_calls, isShort ? StatusColor::Warning : StatusColor::Neutral);
}

namespace
{

QString stoppedText()
{
    return MarksDialog::tr(
        "Nothing more is changed. Reading back the descriptions that were changed…");
}

} // namespace

void MarksDialog::begin()
{
    m_stopped = false;
    const auto all = int(m_keys.size());
    m_all = all;
    const auto progress = [this, all](int ended) {
        m_state->setText(m_stopped ? stoppedText()
                         : ended < all
                             ? tr("%1 of %2 sent. Closing this dialog stops the rest.", "clusters")
                                   .arg(numberText(ended), numberText(all))
                             : tr("Reading back the descriptions…"));
    };
    setStatusColor(m_state, StatusColor::Neutral);
    progress(0);
    m_marking =
        m_operationService.mark(m_keys, change(), this, progress,
                                [this](const QList<MarkResult> &results) { ended(results); });
    updateState();
}

void MarksDialog::reject()
{
    if (!m_marking || m_stopped)
        return Dialog::reject();
    m_stopped = true;
    m_marking->stop();
    m_state->setText(stoppedText());
}

void MarksDialog::ended(const QList<MarkResult> &results)
{
    m_marking = nullptr;
    for (const MarkResult &result : results) {
        if (!mayStillSucceed(result.outcome))
            m_keys.removeOne(result.key);
    }
    QStringList lines{marksProblemText(results)};
    const auto sent = results.size();
    if (const int unsent = int(m_all - sent); unsent > 0)
        lines.append(tr("%Ln cluster(s) were not changed.", nullptr, unsent));
    lines.removeAll(QString());
    const QString problem = lines.join(u'\n');
    if (problem.isEmpty())
        return accept();
    updateState();
    showCalls();
    setStatusColor(m_state, StatusColor::Bad);
    sayProblem(m_state, problem);
}

} // namespace clusterdeck
