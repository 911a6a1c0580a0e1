// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/filter/filtersmenu.h"

#include "ui/clusters/filter/filternamedialog.h"
#include "ui/clusters/filter/filtertext.h"
#include "ui/text/format.h"

#include <QShortcut>

namespace clusterdeck
{

namespace
{

constexpr int MostKeys = 9;

QKeySequence filterKey(int number)
{
    return QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + number));
}

QStringList builtInNames()
{
    QStringList names;
    for (const NamedFilter &filter : builtInFilters())
        names.append(filter.name);
    return names;
}

QString entryText(const NamedFilter &filter)
{
    return shownLine(filter.name, LongestNameShown).replace(u'&', QStringLiteral("&&"));
}

} // namespace

FiltersMenu::FiltersMenu(std::function<NamedFilter()> current,
                         std::function<QString(const NamedFilter &)> describe, QAction *showAll,
                         QWidget *parent)
    : QMenu(tr("Named &Filters"), parent)
    , m_current(std::move(current))
    , m_describe(std::move(describe))
    , m_showAll(showAll)
{
    setObjectName(QStringLiteral("Named filters"));
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, &FiltersMenu::fill);
    // Shortcuts of `parent`: the menu's entries do not exist before the menu is opened.
    for (int number = 1; number <= MostKeys; ++number) {
        auto *key = new QShortcut(filterKey(number), parent);
        key->setWhatsThis(tr("Named filter %1").arg(number));
        connect(key, &QShortcut::activated, this, [this, number] { applyNumber(number); });
    }
}

QList<NamedFilter> FiltersMenu::all() const
{
    return builtInFilters() + m_filters;
}

void FiltersMenu::applyNumber(int number)
{
    const QList<NamedFilter> filters = all();
    if (number <= filters.size())
        emit chosen(filters.at(number - 1));
}

void FiltersMenu::fill()
{
    clear();
    const NamedFilter current = m_current();
    int number = 0;
    const auto keyText = [](int key) {
        return key <= MostKeys ? u'\t' + filterKey(key).toString(QKeySequence::NativeText)
                               : QString();
    };
    for (const NamedFilter &filter : all()) {
        QAction *action = addAction(entryText(filter) + keyText(++number));
        action->setToolTip(plainToolTip(m_describe(filter)));
        connect(action, &QAction::triggered, this, [this, filter] { emit chosen(filter); });
    }
    addSeparator();
    const bool something = !current.text.isEmpty() || !current.criteria.isEmpty();
    QAction *save = addAction(tr("&Save This Filter…"), this, &FiltersMenu::askToSave);
    save->setObjectName(QStringLiteral("Save filter"));
    save->setEnabled(something);
    QMenu *rename = addMenu(tr("&Rename"));
    QMenu *remove = addMenu(tr("&Delete"));
    for (int place = 0; place < m_filters.size(); ++place) {
        connect(rename->addAction(entryText(m_filters.at(place)) + u'…'), &QAction::triggered, this,
                [this, place] { askToRename(place); });
        connect(remove->addAction(entryText(m_filters.at(place))), &QAction::triggered, this,
                [this, place] { this->remove(place); });
    }
    rename->setEnabled(!m_filters.isEmpty());
    remove->setEnabled(!m_filters.isEmpty());
    addSeparator();
    addAction(m_showAll);
}

void FiltersMenu::askToSave()
{
    NamedFilter filter = m_current();
    QStringList taken;
    for (const NamedFilter &other : std::as_const(m_filters))
        taken.append(other.name);
    auto *dialog = new FilterNameDialog(FilterNameDialog::For::Saving, {}, m_describe(filter),
                                        taken, builtInNames(), parentWidget()->window());
    connect(dialog, &FilterNameDialog::chosen, this, [this, filter](const QString &name) mutable {
        filter.name = name;
        keepFilter(m_filters, filter);
        emit filtersChanged();
    });
    dialog->open();
}

void FiltersMenu::askToRename(int place)
{
    QStringList taken;
    for (int i = 0; i < m_filters.size(); ++i) {
        if (i != place)
            taken.append(m_filters.at(i).name);
    }
    const NamedFilter &filter = m_filters.at(place);
    auto *dialog =
        new FilterNameDialog(FilterNameDialog::For::Renaming, filter.name, m_describe(filter),
                             taken, builtInNames(), parentWidget()->window());
    connect(dialog, &FilterNameDialog::chosen, this, [this, place](const QString &name) {
        m_filters[place].name = name;
        emit filtersChanged();
    });
    dialog->open();
}

void FiltersMenu::remove(int place)
{
    m_filters.removeAt(place);
    emit filtersChanged();
}

} // namespace clusterdeck
