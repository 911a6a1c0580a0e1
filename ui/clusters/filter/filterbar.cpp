// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/filter/filterbar.h"

#include "ui/clusters/filter/agedialog.h"
#include "ui/clusters/filter/choicemenu.h"
#include "ui/clusters/filter/filtertext.h"
#include "ui/text/format.h"
#include "ui/text/mnemonic.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/flowlayout.h"

#include <QActionGroup>
#include <QLabel>
#include <QShortcutEvent>
#include <QToolButton>

#include <algorithm>

namespace clusterdeck
{

namespace
{

/// If more values are chosen, their number is shown instead of their names.
constexpr int MostNamedValues = 2;

QString escaped(QString text)
{
    return text.replace(u'&', QStringLiteral("&&"));
}

} // namespace

/// A chip: flat while nothing is chosen; else framed, checked and with the chosen values. It shows
/// the criteria and never changes them by itself.
class FilterBar::Chip : public QToolButton
{
public:
    Chip(const QString &text, bool opens, QWidget *parent)
        : QToolButton(parent)
        , m_text(text)
        , m_opens(opens)
    {
        setCheckable(true);
        setFocusPolicy(Qt::TabFocus); // a click does not move the focus
        setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        setIconSize({GlyphSize - space::Small, GlyphSize - space::Small});
        show(QString());
    }

    /// `picked`: the chosen values, short; empty: none.
    void show(const QString &picked)
    {
        const bool active = !picked.isEmpty();
        const QString arrow = m_opens ? QStringLiteral(" ▾") : QString();
        setAutoRaise(!active);
        setChecked(active);
        setIcon(active ? glyphIcon(Glyph::Check, StatusColor::Busy) : QIcon());
        // Keeps the mnemonic.
        setText((active && m_opens
                     ? FilterBar::tr("%1: %2", "chip: what is picked").arg(m_text, escaped(picked))
                     : m_text) +
                arrow);
        const QString plain = withoutMnemonic(m_text);
        setAccessibleName(
            active ? FilterBar::tr("%1: %2", "chip: what is picked").arg(plain, picked) : plain);
    }

protected:
    void nextCheckState() override {}

    /// Reacts at once. QAbstractButton clicks 100 ms after its mnemonic, and keys typed meanwhile
    /// would go to another widget.
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::Shortcut)
            return QToolButton::event(event);
        if (static_cast<QShortcutEvent *>(event)->isAmbiguous())
            setFocus(Qt::ShortcutFocusReason);
        else
            emit pressed();
        return true;
    }

private:
    QString m_text;
    bool m_opens; ///< a menu
};

FilterBar::FilterBar(const ClusterModel &clusters, QMenu &filters, QAction *showAll,
                     QWidget *parent)
    : QWidget(parent)
    , m_clusters(clusters)
    , m_clear(new QToolButton(this))
    , m_shown(new QLabel(this))
{
    setObjectName(QStringLiteral("Filters"));
    setAccessibleName(tr("Filters"));
    auto *controller = new FlowLayout(this);
    controller->setContentsMargins(space::Small, space::Hair, space::Medium, space::Hair);
    controller->setSpacing(space::Hair);

    Chip *named = addChip(QStringLiteral("Named filters"), tr("Filte&rs"));
    named->setToolTip(tr("Named filters: apply, save, rename, delete"));
    connect(named, &QToolButton::pressed, this, [this, named, &filters] { open(named, &filters); });
    addValueChip(FilterField::Status, QStringLiteral("Status"), tr("&Status"));
    addValueChip(FilterField::Type, QStringLiteral("Type"), tr("&Type"));
    addValueChip(FilterField::Billing, QStringLiteral("Billing"), tr("&Billing"));
    m_noJobs = addChip(QStringLiteral("No jobs"), tr("&No jobs"), false);
    m_noJobs->setToolTip(tr("Only clusters without running or queued jobs"));
    connect(m_noJobs, &QToolButton::pressed, this, [this] {
        FilterCriteria criteria = m_criteria;
        criteria.noJobs = !criteria.noJobs;
        pick(criteria);
    });
    m_age = addChip(QStringLiteral("Age"), tr("&Age"));
    connect(m_age, &QToolButton::pressed, this, [this] { openAges(m_age); });
    m_unused = addChip(QStringLiteral("Unused"), tr("Unuse&d"));
    m_unused->setToolTip(tr("For how long no use was seen on this computer"));
    connect(m_unused, &QToolButton::pressed, this, [this] { openUnused(m_unused); });
    addValueChip(FilterField::Owner, QStringLiteral("Owner"), tr("&Owner"));
    addValueChip(FilterField::Account, QStringLiteral("Account"), tr("Acco&unt"));
    addFlagChip(FilterFlag::Locked, QStringLiteral("Locked"), tr("&Locked"));
    addFlagChip(FilterFlag::Kept, QStringLiteral("Keep"), tr("&Keep"));
    addFlagChip(FilterFlag::Expired, QStringLiteral("Expires"), tr("E&xpires"));

    m_shown->setObjectName(QStringLiteral("Shown"));
    m_shown->setTextFormat(Qt::PlainText);
    m_shown->setContentsMargins(space::Medium, 0, space::Small, 0);
    QFont bold = font();
    bold.setBold(true);
    m_shown->setFont(bold);
    m_clear->setObjectName(QStringLiteral("Clear filters"));
    m_clear->setText(tr("Clear all"));
    m_clear->setToolTip(tr("Show all clusters again (Ctrl+0)"));
    m_clear->setAutoRaise(true);
    m_clear->setFocusPolicy(Qt::StrongFocus);
    m_clear->setIcon(glyphIcon(Glyph::Cross, StatusColor::Neutral));
    m_clear->setIconSize({GlyphSize - space::Small, GlyphSize - space::Small});
    m_clear->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_clear, &QToolButton::clicked, showAll, &QAction::trigger);
    controller->addWidget(m_shown);
    controller->addWidget(m_clear);
    setShown(0, 0, false);
}

FilterBar::Chip *FilterBar::addChip(const QString &name, const QString &text, bool opens)
{
    auto *chip = new Chip(text, opens, this);
    chip->setObjectName(name);
    layout()->addWidget(chip);
    return chip;
}

void FilterBar::addValueChip(FilterField field, const QString &name, const QString &text)
{
    Chip *chip = addChip(name, text);
    m_values.at(size_t(field)) = chip;
    connect(chip, &QToolButton::pressed, this, [this, chip, field] { openValues(chip, field); });
}

void FilterBar::addFlagChip(FilterFlag flag, const QString &name, const QString &text)
{
    Chip *chip = addChip(name, text);
    m_flags.at(size_t(flag)) = chip;
    connect(chip, &QToolButton::pressed, this, [this, chip, flag] { openFlag(chip, flag); });
}

/// Opens on press, since the menu receives the release.
void FilterBar::open(Chip *chip, QMenu *menu)
{
    chip->setDown(false);
    menu->popup(chip->mapToGlobal(QPoint(0, chip->height())));
    // Opened by a key: the first entry gets the keyboard.
    if (!menu->activeAction() && !menu->actions().isEmpty())
        menu->setActiveAction(menu->actions().first());
}

void FilterBar::openValues(Chip *chip, FilterField field)
{
    auto *menu = new ChoiceMenu(this);
    menu->setObjectName(chip->objectName());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QList<FilterChoice> choices = choicesOf(m_clusters, field);
    // A chosen value stays in the menu when no cluster has it any more, so that it can be removed.
    for (const QString &value : m_criteria.of(field)) {
        if (std::none_of(choices.begin(), choices.end(),
                         [&](const FilterChoice &choice) { return choice.value == value; }))
            choices.append({value, 0});
    }
    for (const FilterChoice &choice : std::as_const(choices)) {
        const QString text = escaped(choiceText(field, choice.value, m_clusters));
        QAction *action = menu->addAction(text + u'\t' + numberText(choice.count));
        action->setCheckable(true);
        action->setChecked(m_criteria.of(field).contains(choice.value));
        connect(action, &QAction::toggled, this,
                [this, field, value = choice.value](bool on) { pickValue(field, value, on); });
    }
    if (!m_criteria.of(field).isEmpty()) {
        menu->addSeparator();
        connect(menu->addAction(tr("Any")), &QAction::triggered, this, [this, field] {
            FilterCriteria criteria = m_criteria;
            criteria.of(field).clear();
            pick(criteria);
        });
    }
    if (choices.isEmpty())
        menu->addAction(tr("No clusters"))->setEnabled(false);
    open(chip, menu);
}

QMenu *FilterBar::newMenu(const Chip *chip)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(chip->objectName());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    return menu;
}

template <class T>
void FilterBar::addChoice(QMenu *menu, QActionGroup *group, const QString &text,
                          T FilterCriteria::*criterion, const std::type_identity_t<T> &value)
{
    QAction *action = menu->addAction(text);
    action->setCheckable(true);
    action->setChecked(m_criteria.*criterion == value);
    group->addAction(action);
    connect(action, &QAction::triggered, this, [this, criterion, value] {
        FilterCriteria criteria = m_criteria;
        criteria.*criterion = value;
        pick(criteria);
    });
}

void FilterBar::openAges(Chip *chip)
{
    QMenu *menu = newMenu(chip);
    auto *group = new QActionGroup(menu);
    const auto add = [&](const QString &text, int days) {
        addChoice(menu, group, text, &FilterCriteria::olderThanDays, days);
    };
    add(tr("&Any age"), 0);
    add(tr("Older than &7 days"), 7);
    add(tr("Older than &30 days"), 30);
    add(tr("Older than &90 days"), 90);
    if (const int days = m_criteria.olderThanDays; days > 0 && !group->checkedAction())
        add(ageLimitText(days), days);
    menu->addSeparator();
    connect(menu->addAction(tr("&Other…")), &QAction::triggered, this, &FilterBar::askForAge);
    open(chip, menu);
}

void FilterBar::openUnused(Chip *chip)
{
    QMenu *menu = newMenu(chip);
    auto *group = new QActionGroup(menu);
    const auto add = [&](const QString &text, int days) {
        addChoice(menu, group, text, &FilterCriteria::unusedDays, days);
    };
    add(tr("&Any"), 0);
    add(tr("&7 days or more"), 7);
    add(tr("&30 days or more"), 30);
    add(tr("&90 days or more"), 90);
    open(chip, menu);
}

void FilterBar::openFlag(Chip *chip, FilterFlag flag)
{
    QMenu *menu = newMenu(chip);
    auto *group = new QActionGroup(menu);
    const auto criterion = FilterFlags.at(size_t(flag)).member;
    addChoice(menu, group, tr("&Any"), criterion, {});
    addChoice(menu, group, flagText(flag, true), criterion, {true});
    addChoice(menu, group, flagText(flag, false), criterion, {false});
    open(chip, menu);
}

void FilterBar::pickValue(FilterField field, const QString &value, bool on)
{
    FilterCriteria criteria = m_criteria;
    criteria.of(field).removeAll(value);
    if (on)
        criteria.of(field).append(value);
    pick(criteria);
}

void FilterBar::askForAge()
{
    auto *dialog = new AgeDialog(m_criteria.olderThanDays, window());
    connect(dialog, &AgeDialog::chosen, this, [this](int days) {
        FilterCriteria criteria = m_criteria;
        criteria.olderThanDays = days;
        pick(criteria);
    });
    dialog->open();
}

void FilterBar::pick(const FilterCriteria &criteria)
{
    setCriteria(criteria);
    emit picked(criteria);
}

void FilterBar::setCriteria(const FilterCriteria &criteria)
{
    if (criteria == m_criteria)
        return;
    m_criteria = criteria;
    showCriteria();
}

void FilterBar::showCriteria()
{
    const FilterCriteria &criteria = m_criteria;
    for (int i = 0; i < FilterFieldCount; ++i) {
        const auto field = FilterField(i);
        QStringList words;
        for (const QString &value : criteria.of(field))
            words.append(choiceText(field, value, m_clusters));
        m_values.at(size_t(i))->show(words.size() > MostNamedValues
                                         ? tr("%Ln selected", nullptr, int(words.size()))
                                         : words.join(tr(", ", "between two values")));
    }
    m_noJobs->show(criteria.noJobs ? noJobsText() : QString());
    m_age->show(criteria.olderThanDays > 0 ? tr("over %Ln day(s)", nullptr, criteria.olderThanDays)
                                           : QString());
    m_unused->show(criteria.unusedDays > 0 ? tr("%Ln day(s)", nullptr, criteria.unusedDays)
                                           : QString());
    for (const FilterFlagSpec &spec : FilterFlags) {
        const auto &flag = criteria.*spec.member;
        m_flags.at(size_t(spec.flag))->show(flag ? (*flag ? tr("yes") : tr("no")) : QString());
    }
}

void FilterBar::setShown(int shown, int all, bool filtered)
{
    m_shown->setText(shownText(shown, all));
    m_shown->setVisible(filtered);
    m_clear->setVisible(filtered);
}

} // namespace clusterdeck
