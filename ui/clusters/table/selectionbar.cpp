// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/table/selectionbar.h"

#include "ui/clusters/table/clusterpane.h"
#include "ui/clusters/table/selectiontext.h"
#include "ui/operations/operationcontroller.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace clusterdeck
{

SelectionBar::SelectionBar(ClusterPane &pane, OperationController &controller)
    : QWidget(&pane)
    , m_selection(new QLabel(this))
    , m_show(new QPushButton(tr("Show"), this))
    , m_drop(new QPushButton(tr("Deselect"), this))
    , m_reading(new QLabel(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    m_selection->setObjectName(QStringLiteral("Selection"));
    m_reading->setObjectName(QStringLiteral("Reading"));
    for (QLabel *label : {m_selection, m_reading})
        label->setTextFormat(Qt::PlainText);
    m_show->setObjectName(QStringLiteral("Show hidden"));
    m_show->setAccessibleName(tr("Show the selected clusters that are hidden"));
    m_show->setToolTip(tr("Show only the selected clusters, regardless of the filter"));
    m_drop->setObjectName(QStringLiteral("Drop hidden"));
    m_drop->setAccessibleName(tr("Deselect the hidden clusters"));
    m_drop->setToolTip(tr("Select only the clusters that are shown"));
    m_cancel->setObjectName(QStringLiteral("Cancel reading"));
    for (QPushButton *button : {m_show, m_drop, m_cancel})
        button->setAutoDefault(false);
    connect(m_show, &QPushButton::clicked, &pane, &ClusterPane::showSelected);
    connect(m_drop, &QPushButton::clicked, pane.table(), &ClusterTable::dropHidden);
    connect(m_cancel, &QPushButton::clicked, &controller, &OperationController::cancel);
    connect(&controller, &OperationController::readingChanged, this, &SelectionBar::showReading);

    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(space::Medium, space::Small, space::Medium, space::Small);
    line->addWidget(m_selection);
    line->addWidget(m_show);
    line->addWidget(m_drop);
    line->addStretch(1);
    line->addWidget(m_reading);
    line->addWidget(m_cancel);
    // The height is the same with and without buttons, so that the table keeps its size.
    setFixedHeight(m_cancel->sizeHint().height() + 2 * space::Small);
    show(SelectionSummary());
    showReading({});
}

void SelectionBar::show(const SelectionSummary &summary)
{
    m_selection->setText(summaryText(summary));
    m_show->setVisible(summary.hidden > 0);
    m_drop->setVisible(summary.hidden > 0);
}

void SelectionBar::showReading(const QString &text)
{
    m_reading->setText(text);
    m_reading->setVisible(!text.isEmpty());
    m_cancel->setVisible(!text.isEmpty());
}

} // namespace clusterdeck
