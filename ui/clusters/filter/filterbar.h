// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/table/clusterfilter.h"

#include <QWidget>

class QActionGroup;
class QLabel;
class QMenu;
class QToolButton;

namespace clusterdeck
{

/// The filter chips: a button for each property that clusters are filtered by, with the chosen
/// values on it; and while a filter is set, the number of shown clusters and a button that clears
/// it. The values to choose from are collected when a chip is opened.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    /// `filters`: the menu of the named filters, which the first chip opens. `showAll`: clears the
    /// filter; triggered by a button.
    FilterBar(const ClusterModel &clusters, QMenu &filters, QAction *showAll, QWidget *parent);

    /// Shows the criteria; emits no signal.
    void setCriteria(const FilterCriteria &criteria);
    /// Shows the same criteria with the current names of accounts.
    void showCriteria();
    /// The number of shown rows, and whether a filter hides others.
    void setShown(int shown, int all, bool filtered);

signals:
    /// The user chose other criteria.
    void picked(const clusterdeck::FilterCriteria &criteria);

private:
    class Chip;
    Chip *addChip(const QString &name, const QString &text, bool opens = true);
    void addValueChip(FilterField field, const QString &name, const QString &text);
    void open(Chip *chip, QMenu *menu);
    void openValues(Chip *chip, FilterField field);
    QMenu *newMenu(const Chip *chip);
    /// Adds an entry that sets one criterion. The entries of `group` exclude each other.
    template <class T>
    void addChoice(QMenu *menu, QActionGroup *group, const QString &text,
                   T FilterCriteria::*criterion, const std::type_identity_t<T> &value);
    void openAges(Chip *chip);
    void openUnused(Chip *chip);
    void addFlagChip(FilterFlag flag, const QString &name, const QString &text);
    void openFlag(Chip *chip, FilterFlag flag);
    void pickValue(FilterField field, const QString &value, bool on);
    void askForAge();
    void pick(const FilterCriteria &criteria);

    const ClusterModel &m_clusters;
    FilterCriteria m_criteria;
    std::array<Chip *, FilterFieldCount> m_values{};
    Chip *m_noJobs = nullptr;
    Chip *m_age = nullptr;
    Chip *m_unused = nullptr;
    std::array<Chip *, FilterFlags.size()> m_flags{};
    QToolButton *m_clear = nullptr;
    QLabel *m_shown = nullptr;
};

} // namespace clusterdeck
