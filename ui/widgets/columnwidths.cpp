// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/columnwidths.h"

#include "ui/widgets/columnfit.h"
#include "ui/widgets/columnmodel.h"
#include "ui/widgets/tables.h"
#include "ui/widgets/windowcontext.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QHeaderView>
#include <QSettings>

#include <utility>

namespace clusterdeck
{

ColumnWidths::ColumnWidths(QHeaderView *header, const ColumnModel &columns)
    : QObject(header->parentWidget())
    , m_header(header)
    , m_view(qobject_cast<QAbstractItemView *>(header->parentWidget()))
    , m_columns(columns)
{
    QList<int> whole;
    int filling = ColumnFit::LastShown;
    for (int column = 0; column < columns.columnCount(); ++column) {
        const ColumnStyle &style = columns.style(column);
        header->resizeSection(column, firstWidth(header, column, style.digits));
        if (style.numeric || style.whole)
            whole.append(column);
        if (style.fills)
            filling = column;
    }
    restore();
    header->setMinimumSectionSize(6 * m_view->fontMetrics().horizontalAdvance(u'0'));
    auto *fit = new ColumnFit(header, filling, whole);
    connect(fit, &ColumnFit::ownWidthChanged, this,
            [this](int column, int width) { m_chosen.insert(column, width); });
    m_view->installEventFilter(this);
}

QString ColumnWidths::key(int column) const
{
    return windowContextOf(m_view).settingsPrefix + QStringLiteral("tables/") +
           m_view->objectName() + u'/' + m_columns.key(column);
}

/// Reads the saved widths once, as soon as the window has a context.
void ColumnWidths::restore()
{
    if (m_restored || windowContextOf(m_view).settingsPrefix.isEmpty())
        return;
    m_restored = true;
    const QSettings settings;
    const int digit = m_view->fontMetrics().horizontalAdvance(u'0');
    for (int column = 0; column < m_columns.columnCount(); ++column) {
        if (const double kept = settings.value(key(column)).toDouble(); kept > 0)
            m_header->resizeSection(column, qRound(kept * digit));
    }
}

/// Saves the widths that the user chose, in widths of a digit, so that they fit another font size.
void ColumnWidths::save()
{
    const QHash<int, int> chosen = std::exchange(m_chosen, {});
    if (chosen.isEmpty() || windowContextOf(m_view).settingsPrefix.isEmpty())
        return;
    QSettings settings;
    const double digit = m_view->fontMetrics().horizontalAdvance(u'0');
    for (auto width = chosen.cbegin(); width != chosen.cend(); ++width)
        settings.setValue(key(width.key()), width.value() / digit);
}

bool ColumnWidths::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show)
        restore();
    else if (event->type() == QEvent::Hide)
        save();
    return QObject::eventFilter(watched, event);
}

} // namespace clusterdeck
