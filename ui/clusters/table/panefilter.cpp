// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ClusterPane for filters and hidden clusters.
#include "app/session.h"
#include "ui/clusters/filter/filterbar.h"
#include "ui/clusters/filter/filtersmenu.h"
#include "ui/clusters/filter/filtertext.h"
#include "ui/clusters/table/clusterpane.h"
#include "ui/clusters/table/columnsmenu.h"
#include "ui/widgets/messagebar.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>

namespace clusterdeck
{

namespace
{

constexpr QLatin1String HiddenNote("Hidden question");
constexpr QLatin1String OnlyNote("Only selected");

} // namespace

NamedFilter ClusterPane::currentFilter() const
{
    return {QString(), m_view.filter(), m_view.criteria()};
}

void ClusterPane::setFilter(const QString &text, const FilterCriteria &criteria)
{
    m_notes->remove(HiddenNote); // other clusters may be hidden now
    m_view.setFilter(text, criteria);
    m_chips->setCriteria(criteria);
    m_filter->setText(text); // calls this function again, with no change
    updatePage();
    emit memoryChanged();
}

/// A filter without a text keeps the typed text.
void ClusterPane::applyNamed(const NamedFilter &filter)
{
    setFilter(filter.text.isEmpty() ? m_filter->text() : filter.text, filter.criteria);
}

/// Whether there are clusters to filter or select.
bool ClusterPane::isInUse() const
{
    return !m_session.accounts().isEmpty() || m_session.clusters().rowCount() > 0;
}

/// While a filter is set the filter bar is always visible, so that no filter is overlooked.
void ClusterPane::updateFilters()
{
    const bool filtered = m_view.isFiltered();
    m_showAll->setEnabled(filtered);
    m_export->setEnabled(m_view.rowCount() > 0);
    m_chips->setShown(m_view.rowCount(), m_session.clusters().rowCount(), filtered);
    m_chips->setVisible(isInUse() && (filtered || m_chipsShown->isChecked()));
    updateOnlySelected();
}

void ClusterPane::updateOnlySelected()
{
    if (!m_view.showsOnlyChosen())
        return m_notes->remove(OnlyNote);
    if (m_view.rowCount() == 0) {
        // All of them are gone. Queued, because this may run within the update that removed them.
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_view.showFiltered();
                updatePage();
            },
            Qt::QueuedConnection);
    }
    const QString text = onlySelectedText(m_view.rowCount());
    if (MessageBar *messageBar = m_notes->find(OnlyNote)) {
        messageBar->setText(text);
        return;
    }
    MessageBar *messageBar = m_notes->show(OnlyNote, Glyph::Info, StatusColor::Busy, text);
    QPushButton *back = messageBar->addButton(tr("Back to the filter"));
    back->setObjectName(QStringLiteral("Back to the filter"));
    connect(back, &QPushButton::clicked, &m_view, &ClusterView::showFiltered);
    connect(back, &QPushButton::clicked, this, &ClusterPane::updatePage);
}

void ClusterPane::selectionChanged()
{
    m_notes->remove(HiddenNote); // the question was about the previous selection
    summarizeSelection();
}

void ClusterPane::showSelected()
{
    m_notes->remove(HiddenNote);
    m_view.showOnly(m_table->selectedKeys());
    updatePage();
    m_table->scrollToTop();
    m_table->setFocus();
}

void ClusterPane::askAboutHidden(const QList<ClusterKey> &keys,
                                 std::function<void(const QList<ClusterKey> &rest)> proceed)
{
    const auto hidden = int(m_table->hiddenAmong(keys).size());
    MessageBar *messageBar =
        m_notes->show(HiddenNote, Glyph::Warning, StatusColor::Warning, hiddenQuestion(hidden));
    QPushButton *show = messageBar->addButton(tr("Show them"));
    show->setObjectName(QStringLiteral("Show them"));
    QPushButton *drop = messageBar->addButton(tr("Deselect them"));
    drop->setObjectName(QStringLiteral("Drop them"));
    messageBar->addDismiss();
    connect(show, &QPushButton::clicked, this, &ClusterPane::showSelected);
    connect(drop, &QPushButton::clicked, this, [this, keys, proceed = std::move(proceed)] {
        const QList<ClusterKey> dropped = m_table->hiddenAmong(keys);
        const QSet<ClusterKey> gone(dropped.begin(), dropped.end());
        QList<ClusterKey> rest = keys;
        rest.removeIf([&](const ClusterKey &key) { return gone.contains(key); });
        m_table->dropHidden(); // removes the question
        m_table->setFocus();
        if (!rest.isEmpty())
            proceed(rest);
    });
    show->show(); // at once, not only at the next layout
    show->setFocus();
}

QString ClusterPane::nothingMatchesText() const
{
    return tr("No cluster matches: %1.", "the filter in words")
        .arg(filterText(currentFilter(), m_session.clusters()));
}

QByteArray ClusterPane::memory() const
{
    ViewMemory memory;
    memory.text = m_view.filter();
    memory.criteria = m_view.criteria();
    memory.second = m_view.second();
    memory.filters = m_named->filters();
    memory.chipsHidden = !m_chipsShown->isChecked();
    return toBytes(memory);
}

void ClusterPane::setMemory(const QByteArray &memory)
{
    if (memory.isEmpty())
        return;
    const ViewMemory kept = viewMemoryFrom(memory);
    m_named->setFilters(kept.filters);
    m_chipsShown->setChecked(!kept.chipsHidden);
    if (kept.second)
        m_table->sortSecond(kept.second);
    setFilter(kept.text, kept.criteria);
}

void ClusterPane::addTo(QMenu *menu) const
{
    menu->addMenu(new ColumnsMenu(*m_table, menu));
    menu->addMenu(m_named);
    menu->addAction(m_chipsShown);
    menu->addSeparator();
}

} // namespace clusterdeck
