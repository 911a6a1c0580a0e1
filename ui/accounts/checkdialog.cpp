// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/checkdialog.h"

#include "ui/accounts/checkreport.h"
#include "ui/accounts/checktext.h"
#include "ui/help/guidewindow.h"
#include "ui/text/format.h"
#include "ui/text/joining.h"
#include "ui/theme/glyphlabel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/padding.h"
#include "ui/widgets/recordtable.h"
#include "ui/widgets/tables.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace clusterdeck
{

namespace
{

/// Wraps sentences over several lines.
class WrappingDelegate : public PaddedDelegate
{
public:
    using PaddedDelegate::PaddedDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override
    {
        // NOLINTNEXTLINE(bugprone-parent-virtual-call): not the height of one line
        const QSize text = QStyledItemDelegate::sizeHint(narrowed(option), index);
        return {text.width() + 2 * space::Medium, text.height() + RowPadding};
    }

protected:
    /// Without the base class's cut to one line.
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        // NOLINTNEXTLINE(bugprone-parent-virtual-call): not the cut of one line
        QStyledItemDelegate::initStyleOption(option, index);
    }
};

QList<RecordColumn<CheckFinding>> checkColumns(const bool &running)
{
    return {
        {"step",
         CheckDialog::tr("Step"),
         {.digits = 8, .whole = true, .spoken = true},
         [](const CheckFinding &finding) { return stepText(finding.step); }},
        {"result",
         CheckDialog::tr("Result"),
         {.digits = 8, .whole = true, .spoken = true},
         [&running](const CheckFinding &finding) { return lookOf(finding, running).word; },
         [&running](const CheckFinding &finding) {
             const StateLook look = lookOf(finding, running);
             return glyphIcon(look.glyph, look.statusColor);
         }},
        {"meaning",
         CheckDialog::tr("Meaning and what to do"),
         {.digits = 20, .spoken = true, .empty = EmptyCell::Nothing},
         [&running](const CheckFinding &finding) { return findingText(finding, running); }},
    };
}

} // namespace

CheckModel::CheckModel(QObject *parent)
    : RecordModel(
          checkColumns(m_running), [](const CheckFinding &finding) { return int(finding.step); },
          parent)
{
}

void CheckModel::show(const QList<CheckFinding> &findings, bool running)
{
    m_running = running;
    setRecords(findings);
    readAgain();
}

QVariant CheckModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::ForegroundRole && index.isValid() &&
        at(index.row()).verdict == CheckVerdict::NotReached)
        return mutedText(QGuiApplication::palette());
    return RecordModel::data(index, role);
}

CheckDialog::CheckDialog(const ApiSettings &settings, const QString &accountName, Clock &clock,
                         QWidget *parent)
    : Dialog(QStringLiteral("Connection check"),
             tr("Connection check – %1")
                 .arg(withoutSecrets(shownLine(accountName, LongestNameShown), settings)),
             parent)
    , m_settings(settings)
    , m_accountName(accountName)
    , m_clock(clock)
    , m_model(this)
    , m_subject(plainLabel(this))
    , m_icon(new QLabel(this))
    , m_summary(plainLabel(this))
    , m_progress(new QProgressBar(this))
    , m_steps(new RecordTable(QStringLiteral("Steps"), tr("Steps of the check"), this))
    , m_provider(plainLabel(this))
    , m_copied(plainLabel(this))
    , m_copy(addButton(QStringLiteral("Copy report"), tr("Copy &report"),
                       QDialogButtonBox::ActionRole))
    , m_again(addButton(QStringLiteral("Check again"), tr("Check &again"),
                        QDialogButtonBox::ActionRole))
    , m_close(addCloseButton())
{
    leadToGuide(addHelpButton(), GuideTopic::ConnectionCheck);
    addContents();
    m_close->setDefault(true);
    connect(m_copy, &QPushButton::clicked, this, &CheckDialog::copyReport);
    connect(m_again, &QPushButton::clicked, this, &CheckDialog::start);
    m_close->setFocus();
    start();
}

CheckDialog::~CheckDialog() = default;

void CheckDialog::addContents()
{
    m_subject->setObjectName(QStringLiteral("Subject"));
    m_subject->setText(breakable(subjectText(m_settings)));
    setMuted(m_subject);
    m_summary->setObjectName(QStringLiteral("Summary"));
    QFont bold = font();
    bold.setBold(true);
    m_summary->setFont(bold);
    m_progress->setObjectName(QStringLiteral("Progress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(space::Small);
    m_progress->setRange(0, 0);
    m_progress->setAccessibleName(tr("The check is running"));
    QSizePolicy place = m_progress->sizePolicy();
    place.setRetainSizeWhenHidden(true); // the layout stays when the check ends
    m_progress->setSizePolicy(place);
    m_steps->setItemDelegate(new WrappingDelegate(m_steps));
    m_steps->setWordWrap(true);
    m_steps->setSelectionMode(RecordTable::SingleSelection);
    m_steps->setRecordModel(&m_model);
    // Queued: during a resize the rows would be measured by the previous width.
    connect(m_steps->horizontalHeader(), &QHeaderView::sectionResized, this, &CheckDialog::fitRows,
            Qt::QueuedConnection);
    m_provider->setObjectName(QStringLiteral("Provider"));
    m_copied->setObjectName(QStringLiteral("Copied"));
    setMuted(m_copied);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::Medium);
    head->addWidget(m_icon, 0, Qt::AlignTop);
    head->addWidget(m_summary, 1);
    body()->addWidget(m_subject);
    body()->addLayout(head);
    body()->addWidget(m_progress);
    body()->addWidget(m_steps, 1);
    body()->addWidget(m_provider);
    body()->addWidget(m_copied);
    // Every row may have a sentence of two lines.
    const int line = fontMetrics().height();
    setFirstSize({widthOfLetters(fontMetrics(), 110),
                  (CheckStepCount + 1) * (2 * line + RowPadding) + 8 * line});
}

void CheckDialog::start()
{
    m_check = std::make_unique<ConnectionCheck>(m_settings, m_clock);
    connect(m_check.get(), &ConnectionCheck::progressed, this, [this] { showFindings(true); });
    connect(m_check.get(), &ConnectionCheck::finished, this, &CheckDialog::finish);
    connect(m_check.get(), &ConnectionCheck::called, this, &CheckDialog::called);
    // Queued: the first time, the caller has yet to connect called().
    QMetaObject::invokeMethod(m_check.get(), &ConnectionCheck::start, Qt::QueuedConnection);
    m_again->setEnabled(false);
    m_copy->setEnabled(false);
    m_progress->show();
    m_copied->hide();
    m_provider->hide();
    showFindings(true);
    announce(m_summary, m_summary->text());
}

void CheckDialog::showFindings(bool running)
{
    const QList<CheckFinding> findings = m_check->findings();
    m_model.show(findings, running);
    const StateLook look = running ? StateLook{tr("Checking…"), Glyph::Dots, StatusColor::Busy}
                                   : summaryLook(findings);
    m_summary->setText(running ? look.word : summaryText(findings));
    setLabelIcon(m_icon, look.glyph, look.statusColor);
    // Vertically centred on the first line of the summary.
    m_icon->setFixedHeight(std::max(GlyphSize, m_summary->fontMetrics().height()));
    fitRows();
}

void CheckDialog::finish()
{
    m_at = m_clock.utcNow();
    m_again->setEnabled(true);
    m_copy->setEnabled(true);
    m_progress->hide();
    const QString words = providerAnswer(m_check->evidence(), m_settings);
    m_provider->setText(breakable(words));
    m_provider->setVisible(!words.isEmpty());
    showFindings(false);
    // Findings with the worst verdict: the first is scrolled into view, and all are announced.
    const CheckVerdict worst = worstOf(m_check->findings());
    QStringList said{m_summary->text()};
    if (worst != CheckVerdict::Good) {
        for (const CheckFinding &finding : m_check->findings()) {
            if (finding.verdict != worst)
                continue;
            if (said.size() == 1)
                m_steps->scrollTo(m_model.index(int(finding.step), 0));
            said.append(findingText(finding));
        }
    }
    announce(m_summary, sentences(said));
    emit checked(worst);
}

void CheckDialog::fitRows()
{
    m_steps->resizeRowsToContents();
}

void CheckDialog::copyReport()
{
    QGuiApplication::clipboard()->setText(
        checkReport(m_accountName, m_settings, m_check->evidence(), m_at));
    m_copied->setText(tr("Copied. The report contains no secret."));
    m_copied->show();
    announce(m_copied, m_copied->text());
}

void CheckDialog::showEvent(QShowEvent *event)
{
    Dialog::showEvent(event);
    fitRows();
}

} // namespace clusterdeck
