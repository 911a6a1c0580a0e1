// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/batchbar.h"

#include "app/operations/batchoffers.h"
#include "ui/help/guidewindow.h"
#include "ui/operations/countbuttons.h"
#include "ui/operations/noticetext.h"
#include "ui/text/format.h"
#include "ui/text/joining.h"
#include "ui/theme/glyphlabel.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"
#include "ui/theme/textstyle.h"
#include "ui/widgets/messagebar.h"
#include "ui/words/errortext.h"
#include "ui/words/verbtext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace clusterdeck
{

using std::chrono::milliseconds;

namespace
{

/// Seconds before the end of the countdown at which it is announced again. Each second would be too
/// often.
constexpr int SpokenSeconds[] = {10, 5};

int secondsOf(milliseconds left)
{
    return int((left.count() + 999) / 1000);
}

/// The countdown is in large type.
QFont titleFont(const QFont &font, bool counting)
{
    return fontFor(counting ? Type::Far : Type::Strong, font);
}

/// A label that wraps only where space is short. QLabel's own size hint breaks short texts, too.
class TitleLabel : public QLabel
{
public:
    using QLabel::QLabel;

    [[nodiscard]] QSize sizeHint() const override
    {
        return {fontMetrics().horizontalAdvance(text()) + space::Hair, fontMetrics().height()};
    }
};

} // namespace

BatchBar::BatchBar(BatchRunner &runner, Clock &clock, const BatchCommands &commands,
                   std::function<void()> removeSelected, QWidget *parent)
    : QFrame(parent)
    , m_runner(runner)
    , m_clock(clock)
    , m_title(new TitleLabel(this))
    , m_progress(new QProgressBar(this))
    , m_counts(new CountButtons(this))
    , m_numbers(new QLabel(this))
    , m_timeline(new QPushButton(tr("Timeline"), this))
    , m_removeFromBatch(new QPushButton(this))
    , m_cancel(new QPushButton(tr("Cancel all"), this))
    , m_send(new QPushButton(tr("Send now"), this))
    , m_stop(new QPushButton(tr("Stop the rest"), this))
    , m_retry(new QPushButton(this))
    , m_report(new QPushButton(tr("Save report…"), this))
    , m_whyUnknown(new QPushButton(tr("Why is it Unknown?"), this))
    , m_holdLine(new QWidget(this))
    , m_hold(new QLabel(m_holdLine))
    , m_ended(runner.batch().isFinished())
{
    createHoldLine();
    layOut();
    connect(m_cancel, &QPushButton::clicked, &runner, &BatchRunner::stopTheRest);
    connect(m_send, &QPushButton::clicked, &runner, &BatchRunner::sendNow);
    connect(m_stop, &QPushButton::clicked, &runner, &BatchRunner::stopTheRest);
    connect(m_timeline, &QPushButton::clicked, &runner,
            [commands, &runner] { commands.showTimeline(&runner); });
    connect(m_removeFromBatch, &QPushButton::clicked, this, std::move(removeSelected));
    connect(m_retry, &QPushButton::clicked, &runner,
            [commands, &runner] { commands.retry(runner.batch()); });
    connect(m_report, &QPushButton::clicked, &runner,
            [commands, &runner] { commands.saveReport(runner.batch()); });
    connect(m_counts, &CountButtons::stateChosen, this, &BatchBar::stateChosen);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &BatchBar::update);
    connect(&runner, &BatchRunner::itemChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(&runner, &BatchRunner::holdChanged, this, &BatchBar::update);
    connect(&runner, &BatchRunner::finished, this, &BatchBar::update);
    setRemovable(0);
    update();
}

QHBoxLayout *BatchBar::createButtons()
{
    m_timeline->setObjectName(QStringLiteral("Time line"));
    m_removeFromBatch->setObjectName(QStringLiteral("Remove from batch"));
    m_cancel->setObjectName(QStringLiteral("Cancel all"));
    m_send->setObjectName(QStringLiteral("Send now"));
    m_stop->setObjectName(QStringLiteral("Stop the rest"));
    m_retry->setObjectName(QStringLiteral("Retry failed"));
    m_report->setObjectName(QStringLiteral("Save report"));
    m_whyUnknown->setObjectName(QStringLiteral("Why unknown"));
    leadToGuide(m_whyUnknown, GuideTopic::Unknown);
    m_timeline->setToolTip(tr("Timeline of each cluster (Ctrl+T in the list below)"));
    m_removeFromBatch->setToolTip(tr("Do not send the clusters selected in the list below"));
    m_report->setToolTip(tr("Who did what, with the outcome, as a PDF to submit or print"));
    m_send->setToolTip(tr("Skip the rest of the countdown"));
    // Enter may press only the button that cancels.
    m_cancel->setAutoDefault(true);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::Medium);
    for (QPushButton *button : {m_whyUnknown, m_timeline, m_cancel, m_removeFromBatch, m_stop,
                                m_retry, m_report, m_send}) {
        if (button != m_cancel)
            button->setAutoDefault(false);
        line->addWidget(button);
    }
    return line;
}

void BatchBar::createHoldLine()
{
    auto *icon = new QLabel(m_holdLine);
    setLabelIcon(icon, Glyph::Pause, StatusColor::Warning);
    m_continue = new QPushButton(tr("Continue"), m_holdLine);
    auto *cancel = new QPushButton(tr("Cancel the rest"), m_holdLine);
    auto *help = new QPushButton(tr("Help"), m_holdLine);
    help->setObjectName(QStringLiteral("Help on hold"));
    leadToGuide(help, GuideTopic::OnHold);
    m_continue->setObjectName(QStringLiteral("Go on"));
    cancel->setObjectName(QStringLiteral("Cancel the rest"));
    for (QPushButton *button : {m_continue, cancel, help})
        button->setAutoDefault(false);
    connect(m_continue, &QPushButton::clicked, &m_runner, &BatchRunner::resume);
    connect(cancel, &QPushButton::clicked, &m_runner, &BatchRunner::stopTheRest);
    m_hold->setObjectName(QStringLiteral("Hold"));
    auto *held = new QHBoxLayout(m_holdLine);
    held->setContentsMargins(0, 0, 0, 0);
    held->setSpacing(space::Medium);
    held->addWidget(icon);
    held->addWidget(m_hold, 1);
    held->addWidget(help);
    held->addWidget(cancel);
    held->addWidget(m_continue);
}

void BatchBar::layOut()
{
    for (QLabel *label : {m_title, m_numbers, m_hold}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_title->setFont(titleFont(font(), false));
    m_title->setObjectName(QStringLiteral("Batch"));
    m_progress->setTextVisible(false);
    m_progress->setMinimumWidth(60); // the first in the line to become narrower
    m_progress->setMaximumWidth(180);
    m_progress->setFixedHeight(fontMetrics().height() - space::Hair);
    m_counts->setObjectName(QStringLiteral("Counts"));
    m_numbers->setObjectName(QStringLiteral("Numbers"));
    setMuted(m_numbers);

    auto *line = new QHBoxLayout;
    line->setSpacing(space::Large);
    line->addWidget(m_title);
    line->addWidget(m_progress, 1);
    line->addWidget(m_counts, 1);
    line->addWidget(m_numbers);
    line->addLayout(createButtons());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::Medium, space::Small, space::Medium, space::Small);
    column->setSpacing(space::Small);
    column->addLayout(line);
    column->addWidget(m_holdLine);
}

/// The undo window of the batch; nothing when no item is left to be sent.
std::optional<milliseconds> BatchBar::countdown() const
{
    return unsentItems(m_runner.batch()) > 0 ? m_runner.undoWindowLeft() : std::nullopt;
}

void BatchBar::setRemovable(int items)
{
    m_removeFromBatch->setText(tr("Remove %Ln from batch", nullptr, items));
    m_removeFromBatch->setVisible(items > 0);
}

void BatchBar::releaseCounts()
{
    m_counts->release();
    m_counts->show(m_runner.batch());
}

void BatchBar::update()
{
    const Batch &batch = m_runner.batch();
    const BatchOffers offers = offersOf(batch, m_runner.undoWindowLeft().has_value());
    const bool counting = offers.countdown;
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    m_counts->show(batch);
    m_numbers->setText(sentText(batch));
    m_numbers->setVisible(offers.stopTheRest);
    m_cancel->setVisible(counting);
    m_send->setVisible(counting);
    m_stop->setVisible(offers.stopTheRest);
    m_retry->setText(tr("Retry %Ln failed", nullptr, offers.retry));
    m_retry->setVisible(offers.retry > 0);
    m_report->setVisible(offers.report);
    m_whyUnknown->setVisible(offers.explainUnknown);
    m_hold->setText(sentences({holdText(m_runner, m_clock.utcNow()),
                               tr("%1.", "how many are sent").arg(sentText(batch))}));
    m_holdLine->setVisible(offers.held);
    if (counting != m_counting) {
        m_counting = counting;
        m_lastAnnounced = 0;
        m_title->setFont(titleFont(font(), counting));
        tick();
        if (counting)
            m_cancel->setFocus(Qt::OtherFocusReason);
        else if (hadFocus) // else it would move to the next widget, perhaps to a button that sends
            setFocus(Qt::OtherFocusReason);
    }
    if (counting)
        showCountdown(*countdown());
    else
        showProgress();
    tell();
}

/// Once a second, on the second, while there is a countdown.
void BatchBar::tick()
{
    m_tick.stop();
    const auto left = countdown();
    if (!left)
        return;
    showCountdown(*left);
    const milliseconds toNextSecond = *left % std::chrono::seconds(1);
    m_tick.start(toNextSecond.count() > 0 ? toNextSecond : std::chrono::seconds(1),
                 [this] { tick(); });
}

void BatchBar::showCountdown(milliseconds left)
{
    m_title->setText(countdownText(m_runner.batch(), left));
    m_progress->setRange(0, int(m_runner.batch().undoWindow.count()));
    m_progress->setValue(secondsOf(left));
    m_progress->setAccessibleName(m_title->text());
    tellCountdown(secondsOf(left));
}

void BatchBar::showProgress()
{
    const Batch &batch = m_runner.batch();
    m_title->setText(batchTitle(batch));
    m_progress->setRange(0, int(batch.items.size()));
    m_progress->setValue(batch.ended());
    m_progress->setAccessibleName(m_title->text());
}

void BatchBar::tellCountdown(int seconds)
{
    const bool due = m_lastAnnounced == 0 ||
                     std::any_of(std::begin(SpokenSeconds), std::end(SpokenSeconds), [&](int mark) {
                         return seconds <= mark && mark < m_lastAnnounced;
                     });
    if (!due)
        return;
    m_lastAnnounced = seconds;
    announce(this, m_title->text());
}

void BatchBar::tell()
{
    const bool held = m_holdLine->isVisibleTo(this);
    const bool ended = m_runner.batch().isFinished();
    if (held && !m_held)
        announce(this, m_hold->text());
    if (ended && !m_ended)
        announce(this, endText(m_runner.batch()));
    m_held = held;
    m_ended = ended;
}

} // namespace clusterdeck
