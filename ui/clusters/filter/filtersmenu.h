// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/table/viewmemory.h"

#include <QMenu>

#include <functional>

namespace clusterdeck
{

/// The named filters: the built-in ones, then the user's own in the order in which they were saved.
/// Ctrl+1 to Ctrl+9 choose the first nine. The entries are created each time the menu is opened.
class FiltersMenu : public QMenu
{
    Q_OBJECT

public:
    /// `current`: the filter in use. `describe`: a filter in words. `showAll` clears the filter.
    FiltersMenu(std::function<NamedFilter()> current,
                std::function<QString(const NamedFilter &)> describe, QAction *showAll,
                QWidget *parent);

    [[nodiscard]] const QList<NamedFilter> &filters() const { return m_filters; }
    /// Emits no signal.
    void setFilters(const QList<NamedFilter> &filters) { m_filters = filters; }

signals:
    void chosen(const clusterdeck::NamedFilter &filter);
    /// filters() has changed and must be saved.
    void filtersChanged();

private:
    void fill();
    void applyNumber(int number);
    [[nodiscard]] QList<NamedFilter> all() const;
    void askToSave();
    void askToRename(int place);
    void remove(int place);

    std::function<NamedFilter()> m_current;
    std::function<QString(const NamedFilter &)> m_describe;
    QAction *m_showAll;
    QList<NamedFilter> m_filters;
};

} // namespace clusterdeck
