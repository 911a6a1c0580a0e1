// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/batchbar.h"

#include "ui/look/errortext.h"
#include "ui/look/format.h"
#include "ui/look/glyphs.h"
#include "ui/look/metrics.h"
#include "ui/operations/verbtext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace clusterdeck
{

BatchBar::BatchBar(BatchRunner &runner, QWidget *parent)
    : QFrame(parent)
    , m_runner(runner)
    , m_title(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_counts(new QLabel(this))
    , m_stop(new QPushButton(tr("Stop the rest"), this))
    , m_holdLine(new QWidget(this))
    , m_hold(new QLabel(m_holdLine))
{
    layOut();
    connect(m_stop, &QPushButton::clicked, &runner, &BatchRunner::stopTheRest);
    connect(&runner, &BatchRunner::itemChanged, this, &BatchBar::update);
    connect(&runner, &BatchRunner::holdChanged, this, &BatchBar::update);
    connect(&runner, &BatchRunner::finished, this, &BatchBar::update);
    update();
}

void BatchBar::layOut()
{
    for (QLabel *label : {m_title, m_counts, m_hold})
        label->setTextFormat(Qt::PlainText);
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setText(batchTitle(m_runner.batch()));
    m_progress->setAccessibleName(m_title->text());
    m_progress->setRange(0, int(m_runner.batch().items.size()));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(220);
    m_progress->setFixedHeight(fontMetrics().height() - space::Hair);
    m_counts->setObjectName(QStringLiteral("Counts"));
    m_hold->setWordWrap(true);

    auto *line = new QHBoxLayout;
    line->setSpacing(space::Large);
    line->addWidget(m_title);
    line->addWidget(m_progress);
    line->addWidget(m_counts, 1);
    line->addWidget(m_stop);

    auto *sign = new QLabel(m_holdLine);
    sign->setPixmap(glyphIcon(Glyph::Pause, Tone::Warning)
                        .pixmap(QSize(GlyphSize, GlyphSize), devicePixelRatioF()));
    auto *again = new QPushButton(tr("Try again"), m_holdLine);
    auto *cancel = new QPushButton(tr("Cancel the rest"), m_holdLine);
    connect(again, &QPushButton::clicked, &m_runner, &BatchRunner::resume);
    connect(cancel, &QPushButton::clicked, &m_runner, &BatchRunner::stopTheRest);
    auto *held = new QHBoxLayout(m_holdLine);
    held->setContentsMargins(0, 0, 0, 0);
    held->setSpacing(space::Medium);
    held->addWidget(sign);
    held->addWidget(m_hold, 1);
    held->addWidget(again);
    held->addWidget(cancel);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::Medium, space::Small, space::Medium, space::Small);
    column->setSpacing(space::Small);
    column->addLayout(line);
    column->addWidget(m_holdLine);
}

void BatchBar::update()
{
    const Batch &batch = m_runner.batch();
    const auto unsent = std::count_if(batch.items.begin(), batch.items.end(),
                                      [](const BatchItem &item) { return isUnsent(item.state); });
    const bool held = batch.hold != HoldReason::None && unsent > 0;
    m_progress->setValue(batch.ended());
    m_counts->setText(countsText(batch));
    m_stop->setVisible(unsent > 0 && !held);
    m_stop->setToolTip(plainToolTip(tr("%n not sent yet", nullptr, int(unsent))));
    m_hold->setText(holdText(batch.hold));
    m_holdLine->setVisible(held);
}

} // namespace clusterdeck
