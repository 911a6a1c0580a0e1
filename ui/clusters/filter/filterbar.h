// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/table/clusterfilter.h"

#include <QWidget>

class QLabel;
class QMenu;
class QToolButton;

namespace clusterdeck
{

/// The chips: a quiet button for each thing that clusters can be found by, with what was picked
/// written on it; and, while anything is filtered, how much of all is shown and a way back. What a
/// chip offers is looked up when it is opened.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    /// `filters`: the menu of named filters, which has a button here, as has `showAll`.
    FilterBar(const ClusterModel &clusters, QMenu &filters, QAction *showAll, QWidget *parent);

    /// Shows what is picked; nothing is told.
    void setCriteria(const FilterCriteria &criteria);
    /// The same once more, in the words of now: an account has another name.
    void showCriteria();
    /// How many rows are shown, and whether anything keeps others out of sight.
    void setShown(int shown, int all, bool filtered);

signals:
    /// The person picks something else.
    void picked(const clusterdeck::FilterCriteria &criteria);

private:
    class Chip;
    Chip *addChip(const QString &name, const QString &text, bool opens = true);
    void addValueChip(FilterField field, const QString &name, const QString &text);
    void open(Chip *chip, QMenu *menu);
    void openValues(Chip *chip, FilterField field);
    void openAges(Chip *chip);
    void openLocked(Chip *chip);
    void pickValue(FilterField field, const QString &value, bool on);
    void askForAge();
    void pick(const FilterCriteria &criteria);

    const ClusterModel &m_clusters;
    FilterCriteria m_criteria;
    std::array<Chip *, FilterFieldCount> m_values{};
    Chip *m_noJobs = nullptr;
    Chip *m_age = nullptr;
    Chip *m_locked = nullptr;
    QToolButton *m_clear = nullptr;
    QLabel *m_shown = nullptr;
};

} // namespace clusterdeck
