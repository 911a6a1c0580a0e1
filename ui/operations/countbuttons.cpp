// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/countbuttons.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/flowlayout.h"
#include "ui/words/errortext.h"
#include "ui/words/statelook.h"
#include "ui/words/verbtext.h"

#include <QLabel>
#include <QToolButton>

namespace clusterdeck
{

CountButtons::CountButtons(QWidget *parent)
    : QWidget(parent)
    , m_attention(new QLabel(this))
{
    // Many states at once take more lines, not a wider window.
    auto *line = new FlowLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::Hair);
    for (const ItemState state : statesToTell()) {
        auto *button = new QToolButton(this);
        const StateLook look = lookOf(state);
        button->setObjectName(look.word);
        button->setIcon(glyphIcon(look.glyph, look.statusColor));
        button->setIconSize({GlyphSize - space::Hair, GlyphSize - space::Hair});
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setToolTip(tr("Show only these. Press again to show all."));
        button->hide();
        connect(button, &QToolButton::clicked, this, [this, state] { choose(state); });
        m_buttons.insert(state, button);
        line->addWidget(button);
    }
    m_attention->setTextFormat(Qt::PlainText);
    setStatusColor(m_attention, StatusColor::Warning);
    line->addWidget(m_attention);
}

void CountButtons::show(const Batch &batch)
{
    const QMap<ItemState, int> counts = batch.counts();
    for (auto button = m_buttons.cbegin(); button != m_buttons.cend(); ++button) {
        const int count = counts.value(button.key());
        button.value()->setText(countText(count, button.key()));
        button.value()->setVisible(count > 0 || m_chosen == button.key());
    }
    const auto late = int(std::count_if(batch.items.begin(), batch.items.end(), needsAttention));
    m_attention->setText(attentionText(late));
    m_attention->setVisible(late > 0);
}

void CountButtons::choose(ItemState state)
{
    const std::optional<ItemState> chosen = m_chosen == state ? std::nullopt : std::optional(state);
    release();
    m_chosen = chosen;
    m_buttons.value(state)->setChecked(chosen.has_value());
    emit stateChosen(m_chosen);
}

void CountButtons::release()
{
    m_chosen.reset();
    for (QToolButton *button : std::as_const(m_buttons))
        button->setChecked(false);
}

} // namespace clusterdeck
