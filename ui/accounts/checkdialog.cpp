// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/checkdialog.h"

#include "ui/accounts/checkmodel.h"
#include "ui/accounts/checkreport.h"
#include "ui/accounts/checktext.h"
#include "ui/text/format.h"
#include "ui/text/joining.h"
#include "ui/theme/glyphlabel.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/padding.h"
#include "ui/widgets/tables.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QTableView>

#include <algorithm>

namespace clusterdeck
{

namespace
{

/// Sentences wrap: a row is as high as its cell is narrow.
class WrappingDelegate : public PaddedDelegate
{
public:
    using PaddedDelegate::PaddedDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override
    {
        // NOLINTNEXTLINE(bugprone-parent-virtual-call): not the height of one line
        const QSize text = QStyledItemDelegate::sizeHint(narrowed(option), index);
        return {text.width(), text.height() + RowPadding};
    }

protected:
    /// Whole: what is cut to the width of one line would be missing from the others.
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        // NOLINTNEXTLINE(bugprone-parent-virtual-call): not the cut of one line
        QStyledItemDelegate::initStyleOption(option, index);
    }
};

/// What a column of these words needs.
int widthFor(const QTableView *table, const QStringList &words, bool withGlyph)
{
    int widest = 0;
    for (const QString &word : words)
        widest = std::max(widest, table->fontMetrics().horizontalAdvance(word));
    return widest + 3 * space::Medium + (withGlyph ? GlyphSize + space::Small : 0);
}

} // namespace

CheckDialog::CheckDialog(const ApiSettings &settings, const QString &accountName, Clock &clock,
                         QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_accountName(accountName)
    , m_clock(clock)
    , m_model(new CheckModel(this))
    , m_subject(plainLabel(this))
    , m_sign(new QLabel(this))
    , m_summary(plainLabel(this))
    , m_progress(new QProgressBar(this))
    , m_steps(new QTableView(this))
    , m_provider(plainLabel(this))
    , m_copied(plainLabel(this))
    , m_copy(new QPushButton(tr("Copy &report"), this))
    , m_again(new QPushButton(tr("Check &again"), this))
    , m_close(new QPushButton(tr("&Close"), this))
{
    setObjectName(QStringLiteral("Connection check"));
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setWindowTitle(windowTitleFor(
        tr("Connection check – %1")
            .arg(withoutSecrets(shownLine(accountName, LongestNameShown), settings))));
    m_subject->setObjectName(QStringLiteral("Subject"));
    m_summary->setObjectName(QStringLiteral("Summary"));
    m_progress->setObjectName(QStringLiteral("Progress"));
    m_steps->setObjectName(QStringLiteral("Steps"));
    m_provider->setObjectName(QStringLiteral("Provider"));
    m_copied->setObjectName(QStringLiteral("Copied"));
    m_copy->setObjectName(QStringLiteral("Copy report"));
    m_again->setObjectName(QStringLiteral("Check again"));
    m_close->setObjectName(QStringLiteral("Close"));
    m_subject->setText(breakable(subjectText(settings)));
    setUpTable();
    layOut();
    connect(m_copy, &QPushButton::clicked, this, &CheckDialog::copyReport);
    connect(m_again, &QPushButton::clicked, this, &CheckDialog::start);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    start();
}

CheckDialog::~CheckDialog() = default;

void CheckDialog::setUpTable()
{
    makeQuietTable(m_steps);
    m_steps->setItemDelegate(new WrappingDelegate(m_steps));
    m_steps->setWordWrap(true);
    m_steps->setAccessibleName(tr("Steps of the check"));
    m_steps->setSelectionMode(QTableView::SingleSelection);
    m_steps->setModel(m_model);
    QStringList steps;
    for (int step = 0; step < CheckStepCount; ++step)
        steps.append(stepText(CheckStep(step)));
    QStringList words;
    for (const CheckVerdict verdict :
         {CheckVerdict::NotReached, CheckVerdict::Good, CheckVerdict::Warning, CheckVerdict::Bad}) {
        const CheckFinding finding{{}, verdict, {}, 0, 0, {}};
        words << lookOf(finding).word << lookOf(finding, true).word;
    }
    m_steps->setColumnWidth(CheckModel::Step, widthFor(m_steps, steps, false));
    m_steps->setColumnWidth(CheckModel::Verdict, widthFor(m_steps, words, true));
    QHeaderView *header = m_steps->horizontalHeader();
    header->setSectionResizeMode(CheckModel::Step, QHeaderView::Fixed);
    header->setSectionResizeMode(CheckModel::Verdict, QHeaderView::Fixed);
    header->setSectionResizeMode(CheckModel::Meaning, QHeaderView::Stretch);
    header->setSectionsClickable(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    // Queued: in the middle of a resize the rows would be measured by the width that was.
    connect(header, &QHeaderView::sectionResized, this, &CheckDialog::fitRows,
            Qt::QueuedConnection);
}

void CheckDialog::layOut()
{
    QFont bold = font();
    bold.setBold(true);
    m_summary->setFont(bold);
    setMuted(m_subject);
    setMuted(m_copied);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(space::Small);
    m_progress->setRange(0, 0);
    m_progress->setAccessibleName(tr("The check is running"));
    QSizePolicy place = m_progress->sizePolicy();
    place.setRetainSizeWhenHidden(true); // nothing jumps when it is done
    m_progress->setSizePolicy(place);
    m_copy->setAutoDefault(false);
    m_again->setAutoDefault(false);
    m_close->setDefault(true);

    auto *head = new QHBoxLayout;
    head->setSpacing(space::Medium);
    head->addWidget(m_sign, 0, Qt::AlignTop);
    head->addWidget(m_summary, 1);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::Medium);
    foot->addWidget(m_copy);
    foot->addWidget(m_copied, 1);
    foot->addWidget(m_again);
    foot->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::Huge, space::Huge, space::Huge, space::Huge);
    column->setSpacing(space::Large);
    column->addWidget(m_subject);
    column->addLayout(head);
    column->addWidget(m_progress);
    column->addWidget(m_steps, 1);
    column->addWidget(m_provider);
    column->addLayout(foot);
    m_close->setFocus();
}

void CheckDialog::start()
{
    m_at = {};
    m_check = std::make_unique<ConnectionCheck>(m_settings, m_clock);
    connect(m_check.get(), &ConnectionCheck::progressed, this, [this] { showFindings(true); });
    connect(m_check.get(), &ConnectionCheck::finished, this, &CheckDialog::finish);
    connect(m_check.get(), &ConnectionCheck::called, this, &CheckDialog::called);
    m_check->start();
    m_again->setEnabled(false);
    m_copy->setEnabled(false);
    m_progress->show();
    m_copied->clear();
    m_provider->hide();
    showFindings(true);
    announce(m_summary, m_summary->text());
}

void CheckDialog::showFindings(bool running)
{
    m_model->show(m_check->findings(), running);
    showSummary();
    fitRows();
}

void CheckDialog::showSummary()
{
    const bool running = !m_at.isValid();
    const QList<CheckFinding> findings = m_check->findings();
    const StateLook look = running ? StateLook{tr("Checking…"), Glyph::Dots, StatusColor::Busy}
                                   : summaryLook(findings);
    m_summary->setText(running ? look.word : summaryText(findings));
    const int side = std::max(GlyphSize, m_summary->fontMetrics().height());
    setSign(m_sign, look.glyph, look.statusColor);
    m_sign->setFixedHeight(side); // in the middle of the first line beside it
}

void CheckDialog::finish()
{
    m_at = m_clock.utcNow();
    m_again->setEnabled(true);
    m_copy->setEnabled(true);
    m_progress->hide();
    const QString words = providersWords(m_check->evidence(), m_settings);
    m_provider->setText(breakable(words));
    m_provider->setVisible(!words.isEmpty());
    showFindings(false);
    // What is in the way is in view, and said aloud without a walk through the table.
    const CheckVerdict worst = worstOf(m_check->findings());
    QStringList said{m_summary->text()};
    if (worst != CheckVerdict::Good) {
        for (const CheckFinding &finding : m_check->findings()) {
            if (finding.verdict != worst)
                continue;
            if (said.size() == 1)
                m_steps->scrollTo(m_model->index(int(finding.step), 0));
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
    m_copied->setText(tr("Copied. It holds no secret."));
    announce(m_copied, m_copied->text());
}

void CheckDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_check)
        showSummary();
}

void CheckDialog::showEvent(QShowEvent *event)
{
    if (!testAttribute(Qt::WA_Resized)) {
        // Room for every row with a sentence of two lines, if the screen has it.
        const int line = fontMetrics().height();
        const QSize wanted(widthOfLetters(fontMetrics(), 110),
                           (CheckStepCount + 1) * (2 * line + RowPadding) + 8 * line);
        resize(wanted.boundedTo(screen()->availableSize() * 0.9));
    }
    QDialog::showEvent(event);
    fitRows();
}

} // namespace clusterdeck
