// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parking/parkdialog.h"

#include "ui/help/guidewindow.h"
#include "ui/text/format.h"
#include "ui/text/joining.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/widgets/tables.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>

namespace clusterdeck
{

namespace
{

constexpr int MostNamedClusters = 3;
constexpr int LongestNote = 200;

QString namesOf(const QList<Cluster> &clusters)
{
    QStringList names;
    for (const Cluster &cluster : clusters.mid(0, MostNamedClusters)) {
        const QString name = shownLine(cluster.record.name, LongestNameShown);
        names.append(name.isEmpty() ? shownLine(cluster.record.id, LongestNameShown) : name);
    }
    if (clusters.size() > MostNamedClusters)
        names.append(
            ParkDialog::tr("and %Ln more", nullptr, int(clusters.size()) - MostNamedClusters));
    return enumerated(names);
}

/// A sentence for each group of clusters that is not empty.
QStringList sentencesAbout(const ParkingChoice &choice)
{
    QStringList sentences;
    if (!choice.stop.isEmpty())
        sentences.append(ParkDialog::tr("%Ln cluster(s) will be stopped and marked: %1.", nullptr,
                                        int(choice.stop.size()))
                             .arg(namesOf(choice.stop)));
    if (!choice.mark.isEmpty())
        sentences.append(
            ParkDialog::tr("%Ln cluster(s) is/are not running and will only be marked: %1.",
                           nullptr, int(choice.mark.size()))
                .arg(namesOf(choice.mark)));
    if (!choice.prepaid.isEmpty())
        sentences.append(ParkDialog::tr("%Ln prepaid cluster(s) are excluded, because stopping "
                                        "them saves nothing: %1.",
                                        nullptr, int(choice.prepaid.size()))
                             .arg(namesOf(choice.prepaid)));
    if (!choice.busy.isEmpty())
        sentences.append(ParkDialog::tr("%Ln cluster(s) are excluded, because another operation is "
                                        "running on them: %1.",
                                        nullptr, int(choice.busy.size()))
                             .arg(namesOf(choice.busy)));
    if (choice.billingUnknown > 0)
        sentences.append(ParkDialog::tr(
            "The billing of %Ln of these cluster(s) is unknown: stopping may save nothing.",
            nullptr, choice.billingUnknown));
    return sentences;
}

} // namespace

ParkDialog::ParkDialog(const ParkingChoice &choice, const QDate &today, QWidget *parent)
    : Dialog(QStringLiteral("Park"), tr("Park %Ln cluster(s)", nullptr, choice.parked()), parent)
    , m_today(today)
{
    const int stops = int(choice.stop.size());
    QStringList sentences = sentencesAbout(choice);
    if (choice.parked() == 0)
        sentences.prepend(tr("None of the selected clusters can be parked."));
    layOut(sentences,
           stops > 0 ? tr("&Stop and park %Ln cluster(s)…", nullptr, choice.parked())
                     : tr("&Park %Ln cluster(s)", nullptr, choice.parked()),
           choice.parked() > 0);
}

ParkDialog::ParkDialog(const QList<ParkedCluster> &parked, const QDate &today, QWidget *parent)
    : Dialog(QStringLiteral("Park"),
             tr("Change the day for %Ln cluster(s)", nullptr, int(parked.size())), parent)
    , m_today(today)
{
    layOut({}, tr("&Set the day"), true);
    if (parked.isEmpty())
        return;
    if (parked.size() == 1) // several clusters keep their notes unless a note is typed
        m_note->setText(parked.first().note);
    m_other->setChecked(true);
    m_date->setDate(qMax(today, parked.first().due));
}

QDate ParkDialog::due() const
{
    for (const auto &[button, day] : m_presets) {
        if (button->isChecked())
            return day;
    }
    return m_date->date();
}

void ParkDialog::layOut(const QStringList &sentences, const QString &verb, bool possible)
{
    auto *what = plainLabel(this);
    what->setObjectName(QStringLiteral("What"));
    what->setText(breakable(sentences.join(u'\n')));
    what->setVisible(!sentences.isEmpty());
    body()->addWidget(what);
    auto *days = new QVBoxLayout;
    days->setSpacing(space::Small);
    auto *when = plainLabel(this);
    when->setText(tr("Remind me to delete them:"));
    days->addWidget(when);
    const auto preset = [&](const QString &name, const QString &text, const QDate &day) {
        auto *button =
            new QRadioButton(text.arg(QLocale().toString(day, QLocale::LongFormat)), this);
        button->setObjectName(name);
        days->addWidget(button);
        m_presets.append({button, day});
    };
    preset(QStringLiteral("In 7 days"), tr("In &7 days (%1)"), m_today.addDays(7));
    preset(QStringLiteral("In 30 days"), tr("In &30 days (%1)"), m_today.addDays(30));
    m_presets.first().first->setChecked(true);
    m_other = new QRadioButton(tr("&On:"), this);
    m_other->setObjectName(QStringLiteral("On"));
    m_date = new QDateEdit(m_today.addDays(14), this);
    m_date->setObjectName(QStringLiteral("Date"));
    m_date->setAccessibleName(tr("Deletion date"));
    m_date->setDisplayFormat(dayForm());
    m_date->setCalendarPopup(true);
    m_date->setMinimumDate(m_today);
    connect(m_date, &QDateEdit::dateChanged, m_other, [this] { m_other->setChecked(true); });
    auto *on = new QHBoxLayout;
    on->addWidget(m_other);
    on->addWidget(m_date);
    on->addStretch(1);
    days->addLayout(on);
    body()->addLayout(days);
    m_note = new QLineEdit(this);
    m_note->setObjectName(QStringLiteral("Note"));
    m_note->setMaxLength(LongestNote);
    m_note->setAccessibleName(tr("Note"));
    m_note->setPlaceholderText(tr("Note, such as the purpose or the person"));
    body()->addWidget(m_note);
    auto *promise = plainLabel(this);
    promise->setText(tr("On that day Clusterdeck reminds you, or at its next start. Nothing is "
                        "deleted automatically: deleting asks for confirmation."));
    setMuted(promise);
    body()->addWidget(promise);
    addCancelButton();
    leadToGuide(addHelpButton(), GuideTopic::Parking);
    QPushButton *park = addButton(QStringLiteral("Park these"), verb, QDialogButtonBox::AcceptRole);
    park->setDefault(true);
    park->setEnabled(possible);
    connect(park, &QPushButton::clicked, this, [this] {
        emit chosen(due(), m_note->text().trimmed());
        accept();
    });
    body()->addStretch(1);
    fitToWidth(72);
    m_presets.first().first->setFocus();
}

} // namespace clusterdeck
