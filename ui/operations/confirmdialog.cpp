// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/confirmdialog.h"

#include "app/clusters/clusterstate.h"
#include "ui/commandline/commandtext.h"
#include "ui/operations/confirmationform.h"
#include "ui/reports/reportdialog.h"
#include "ui/reports/reportofplan.h"
#include "ui/text/format.h"
#include "ui/theme/environment.h"
#include "ui/theme/glyphlabel.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"
#include "ui/theme/textstyle.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/columnfit.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tables.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace clusterdeck
{

namespace
{

/// From here on a search field is worth its place.
constexpr int ManyRows = 10;
constexpr int RowsAlwaysShown = 3;

/// Asks for no more than its least height, not for Qt's standard 192 pixels.
class FewRowsTable : public QTableView
{
public:
    using QTableView::QTableView;

    [[nodiscard]] QSize sizeHint() const override
    {
        return {QTableView::sizeHint().width(), minimumHeight()};
    }
};

} // namespace

ConfirmDialog::ConfirmDialog(const Plan &plan, const AccountLabels &labels, bool demo, Clock &clock,
                             QWidget *parent, Asking asking)
    : QDialog(parent)
    , m_model(plan, labels)
    , m_excludedModel(plan)
    , m_labels(labels)
    , m_demo(demo)
    , m_dead(clock)
{
    setObjectName(QStringLiteral("Confirm"));
    setModal(true);
    setAttribute(Qt::WA_DeleteOnClose);
    connect(&m_model, &PlanModel::reducedChanged, this, &ConfirmDialog::contentChanged);

    createHead(demo);
    m_changes->setText(asking == Asking::Again ? changesText(plan) : QString());
    m_changes->setVisible(asking == Asking::Again);
    createTable();
    createExcluded();
    createFoot();
    createAsides();
    layOut();
    contentChanged();
    fitSize();
    m_stay->setFocus();
}

void ConfirmDialog::createHead(bool demo)
{
    m_head = new QWidget(this);
    m_title = plainLabel(m_head);
    m_title->setObjectName(QStringLiteral("Title"));
    m_title->setFont(fontFor(Type::Title, font()));
    m_sign = new QLabel(m_head);
    m_consequence = plainLabel(m_head);
    m_consequence->setObjectName(QStringLiteral("Consequence"));
    m_changes = new MessageBar(Glyph::Star, StatusColor::Bad, {}, m_head);
    m_changes->setObjectName(QStringLiteral("Changes"));
    m_checks = new MessageBar(Glyph::Warning, StatusColor::Warning, {}, m_head);
    m_checks->setObjectName(QStringLiteral("Checks"));

    auto *first = new QHBoxLayout;
    first->setSpacing(space::Large);
    first->addWidget(m_title, 1);
    addBadges(first, 1, m_labels.values(), m_head);
    if (demo)
        first->addWidget(new DemoBadge(m_head), 0, Qt::AlignTop);
    auto *second = new QHBoxLayout;
    second->setSpacing(space::Medium);
    second->addWidget(m_sign, 0, Qt::AlignTop);
    second->addWidget(m_consequence, 1);
    auto *column = new QVBoxLayout(m_head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::Medium);
    column->addLayout(first);
    column->addWidget(m_changes);
    column->addLayout(second);
    column->addWidget(m_checks);
}

void ConfirmDialog::createTable()
{
    m_sought = new QSortFilterProxyModel(this);
    m_sought->setSourceModel(&m_model);
    m_sought->setFilterKeyColumn(-1);
    m_sought->setFilterRole(PlanModel::SoughtRole);
    m_sought->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("Search"));
    m_search->setAccessibleName(tr("Search in this list"));
    m_search->setPlaceholderText(tr("Search in this list"));
    m_search->setClearButtonEnabled(true);
    addSearchSign(m_search);
    m_search->setVisible(m_model.rowCount() > ManyRows);
    connect(m_search, &QLineEdit::textChanged, m_sought,
            &QSortFilterProxyModel::setFilterFixedString);

    m_table = new FewRowsTable(this);
    m_table->setObjectName(QStringLiteral("Plan"));
    m_table->setAccessibleName(tr("Clusters concerned"));
    makeQuietTable(m_table);
    m_table->setModel(m_sought);
    m_table->installEventFilter(this);
    setWidths(m_table, {30, 16, 13, 25, 7, 9, 9, 14, 14, 14, 12});
    new ColumnFit(
        m_table, PlanModel::Name,
        {PlanModel::Id, PlanModel::Nodes, PlanModel::Running, PlanModel::Queued, PlanModel::Owner});
    // Whose it is matters where it is not one's own; names need the room.
    m_table->setColumnHidden(PlanModel::Owner, m_model.full().count(RiskFlag::NotMine) == 0);
    m_table->setColumnHidden(PlanModel::Account, m_model.full().accounts().size() < 2);
    // What is asked about stays readable: everything else gives way first.
    m_table->setMinimumHeight(heightFor(m_table, RowsAlwaysShown));
    m_table->setVisible(hasItems());
    m_afterwards = plainLabel(this);
    m_afterwards->setObjectName(QStringLiteral("Afterwards"));
    setMuted(m_afterwards);
    m_afterwardsFold = newFold(QStringLiteral("Afterwards fold"), m_afterwards);
    m_afterwardsFold->setText(tr("What stays and may cost"));
    m_afterwardsFold->hide();
}

/// A button that shows and hides something below it.
QToolButton *ConfirmDialog::newFold(const QString &name, QWidget *folded)
{
    auto *fold = new QToolButton(this);
    fold->setObjectName(name);
    fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    fold->setAutoRaise(true);
    fold->setCheckable(true);
    fold->setArrowType(Qt::RightArrow);
    fold->setFocusPolicy(Qt::StrongFocus);
    connect(fold, &QToolButton::toggled, this, [fold, folded](bool open) {
        fold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        folded->setVisible(open);
    });
    return fold;
}

void ConfirmDialog::createExcluded()
{
    const int count = m_excludedModel.rowCount();
    m_excluded = new QTableView(this);
    m_excluded->setObjectName(QStringLiteral("Excluded"));
    m_excluded->setAccessibleName(tr("Left out"));
    makeQuietTable(m_excluded);
    m_excluded->setModel(&m_excludedModel);
    setWidths(m_excluded, {26, 17, 16, 40});
    new ColumnFit(m_excluded, ColumnFit::LastShown, {ExcludedModel::Id});
    m_excluded->setFixedHeight(heightFor(m_excluded, hasItems() ? 4 : 10));
    // Folded beside what goes; open where it is all there is to say.
    m_excluded->setVisible(count > 0 && !hasItems());
    m_fold = newFold(QStringLiteral("Left out"), m_excluded);
    m_fold->setText(tr("%Ln left out", nullptr, count));
    m_fold->setVisible(count > 0 && hasItems());
}

void ConfirmDialog::createFoot()
{
    m_confirmationForm = new ConfirmationForm(this);
    connect(m_confirmationForm, &ConfirmationForm::changed, this, &ConfirmDialog::updateButton);

    m_stay = new QPushButton(this); // its words follow what is ticked
    m_stay->setObjectName(QStringLiteral("Keep them"));
    m_stay->setAutoDefault(true);
    connect(m_stay, &QPushButton::clicked, this, &QDialog::reject);
    m_go = new QPushButton(this);
    m_go->setObjectName(QStringLiteral("Go"));
    m_go->setAutoDefault(false);
    m_go->setVisible(hasItems());
    if (specOf(m_model.full().verb).destructive)
        setDestructive(m_go);
    connect(m_go, &QPushButton::clicked, this, &ConfirmDialog::go);
}

/// What leads neither to the deed nor back.
void ConfirmDialog::createAsides()
{
    const QList<PlanItem> &items = m_model.full().items;
    const bool helps = m_model.full().verb == Verb::Delete &&
                       std::any_of(items.begin(), items.end(), [](const PlanItem &item) {
                           return allows(item.cluster.record, Verb::Stop);
                       });
    m_stop = new QPushButton(tr("&Stop instead"), this);
    m_stop->setObjectName(QStringLiteral("Stop instead"));
    m_stop->setToolTip(tr("Stopped clusters can be started again. Asks once more."));
    m_stop->setAutoDefault(false);
    m_stop->setVisible(helps);
    connect(m_stop, &QPushButton::clicked, this, &ConfirmDialog::stopInstead);
    m_sheet = new QPushButton(tr("Save as &PDF…"), this);
    m_sheet->setObjectName(QStringLiteral("Save as PDF"));
    m_sheet->setToolTip(tr("What goes and what it means, on paper, for approval. Sends nothing."));
    m_sheet->setAutoDefault(false);
    m_sheet->setVisible(hasItems());
    connect(m_sheet, &QPushButton::clicked, this, &ConfirmDialog::saveSheet);
    m_command = new QPushButton(tr("&Copy command"), this);
    m_command->setObjectName(QStringLiteral("Copy command"));
    m_command->setToolTip(
        tr("For a terminal: plans the same for what is ticked now. Sends nothing."));
    m_command->setAutoDefault(false);
    m_command->setVisible(hasItems() && !m_demo); // no command knows the practice cloud
    connect(m_command, &QPushButton::clicked, this, &ConfirmDialog::copyCommand);
}

void ConfirmDialog::layOut()
{
    auto *body = new QWidget;
    auto *lines = new QVBoxLayout(body);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(space::Large);
    lines->addWidget(m_head);
    lines->addWidget(m_search);
    lines->addWidget(m_table, 1);
    lines->addWidget(m_afterwardsFold, 0, Qt::AlignLeft);
    lines->addWidget(m_afterwards);
    lines->addWidget(m_fold, 0, Qt::AlignLeft);
    lines->addWidget(m_excluded);
    if (!hasItems())
        lines->addStretch(1);
    m_area = new QScrollArea(this);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setWidget(body);

    auto *asides = new QWidget(this);
    auto *controller = new FlowLayout(asides);
    controller->setContentsMargins(0, 0, 0, 0);
    controller->setSpacing(space::Medium);
    for (QPushButton *aside : {m_stop, m_sheet, m_command})
        controller->addWidget(aside);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::Medium);
    foot->addWidget(asides, 1, Qt::AlignBottom);
    foot->addWidget(m_stay, 0, Qt::AlignBottom);
    foot->addWidget(m_go, 0, Qt::AlignBottom);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::Huge, space::Huge - space::Small, space::Huge,
                               space::Huge - space::Small);
    column->setSpacing(space::Large);
    column->addWidget(m_area, 1);
    column->addWidget(m_confirmationForm);
    column->addLayout(foot);
    // As they are read: what must be typed, then the safe way out, then the others.
    setTabOrder(m_confirmationForm, m_stop);
    setTabOrder(m_stop, m_sheet);
    setTabOrder(m_sheet, m_command);
    setTabOrder(m_command, m_stay);
    setTabOrder(m_stay, m_go);
}

/// What is new in it is measured from now on, not only once the event loop turns. From the inside
/// out: a layout asks the ones inside it.
void ConfirmDialog::activateLayouts()
{
    m_head->layout()->activate();
    m_area->widget()->layout()->activate();
    layout()->activate();
}

void ConfirmDialog::fitSize()
{
    activateLayouts();
    const int digit = fontMetrics().horizontalAdvance(u'0');
    const QSize screenful = screen()->availableSize() - QSize(2 * space::Huge, 3 * space::Huge);
    const int width = qMin(hasItems() ? digit * 154 : digit * 100, screenful.width());
    // Lines wrap, so the height follows the width; the table then gets the rows it has, if they
    // fit.
    const QMargins around = layout()->contentsMargins();
    const int inside = width - around.left() - around.right();
    int height = around.top() + m_area->widget()->heightForWidth(inside) + around.bottom();
    for (int below = 1; below < layout()->count(); ++below) {
        const QLayoutItem *item = layout()->itemAt(below);
        if (!item->isEmpty())
            height +=
                layout()->spacing() + (item->hasHeightForWidth() ? item->heightForWidth(inside)
                                                                 : item->sizeHint().height());
    }
    if (hasItems())
        height += heightFor(m_table, 14) - m_table->minimumHeight();
    resize(width, qMin(height, screenful.height()));
}

/// The lines below the table fold where it would else be left with less than its least height.
void ConfirmDialog::foldAfterwards()
{
    activateLayouts();
    // Of the area itself: its viewport hears of a new size only once it is shown.
    const QSize room = m_area->maximumViewportSize();
    const int width = room.width();
    const auto heightOf = [&](const QWidget *widget) {
        const int height = widget->hasHeightForWidth() ? widget->heightForWidth(width)
                                                       : widget->sizeHint().height();
        return height + m_area->widget()->layout()->spacing();
    };
    int needed = m_area->widget()->heightForWidth(width);
    if (!m_afterwardsFold->isHidden())
        needed -= heightOf(m_afterwardsFold);
    if (m_afterwards->isHidden())
        needed += heightOf(m_afterwards);
    const bool any = !m_afterwards->text().isEmpty();
    const bool folds = any && needed > room.height();
    m_afterwardsFold->setVisible(folds);
    m_afterwards->setVisible(any && (!folds || m_afterwardsFold->isChecked()));
}

void ConfirmDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    foldAfterwards();
}

void ConfirmDialog::contentChanged()
{
    const Plan &plan = m_model.reduced();
    m_command->setText(tr("&Copy command")); // what was copied is of what was ticked then
    m_command->setAccessibleName({});
    const QString title = hasItems() ? planTitle(plan, m_labels) : tr("Nothing can be done here");
    setWindowTitle(windowTitleFor(title));
    m_title->setText(breakable(title));
    m_consequence->setText(hasItems() ? consequenceText(plan)
                                      : tr("None of what was selected can be changed now:"));
    const bool destructive = hasItems() && specOf(plan.verb).destructive;
    setSign(m_sign, destructive ? Glyph::Warning : Glyph::Info,
            destructive ? StatusColor::Bad : StatusColor::Busy, GlyphSize + space::Hair);
    // What a screen reader says when the dialog opens. From then on only what has changed.
    setAccessibleName(title);
    setAccessibleDescription(m_consequence->text());
    if (isVisible())
        announce(m_title, title);
    const QString afterwards = afterwardsText(plan);
    m_afterwards->setText(afterwards);
    m_stay->setText(!hasItems() ? tr("Close") : stayText(plan.verb, int(plan.items.size())));
    const QString checks = checksText(plan, m_labels);
    m_checks->setText(checks);
    m_checks->setVisible(!checks.isEmpty());
    m_confirmationForm->setPlan(plan);
    m_go->setText(goText(plan));
    if (isVisible())
        foldAfterwards();
    else // at first the dialog is made large enough for them
        m_afterwards->setVisible(!afterwards.isEmpty());
    // Whoever was about to press must first have had time to see what is new.
    startDeadTime();
}

void ConfirmDialog::startDeadTime()
{
    m_dead.start(DeadTime, [this] { updateButton(); });
    updateButton();
}

void ConfirmDialog::updateButton()
{
    const Plan &plan = m_model.reduced();
    m_go->setEnabled(!plan.items.isEmpty() && m_confirmationForm->isSatisfied() &&
                     !m_dead.isActive() && !m_confirmed);
    m_stop->setEnabled(!plan.items.isEmpty() && !m_confirmed);
    m_sheet->setEnabled(!plan.items.isEmpty() && !m_confirmed);
    m_command->setEnabled(m_sheet->isEnabled());
}

void ConfirmDialog::go()
{
    if (m_confirmed || !m_go->isEnabled())
        return;
    m_confirmed = true;
    emit confirmed(m_model.reduced(), shownText(m_model.reduced(), m_labels));
    accept();
}

void ConfirmDialog::stopInstead()
{
    if (m_confirmed)
        return;
    m_confirmed = true;
    QList<ClusterKey> keys;
    for (const PlanItem &item : m_model.reduced().items)
        keys.append(item.cluster.key());
    accept();
    emit stopWanted(keys);
}

/// Of what is ticked now. Changes nothing here.
void ConfirmDialog::saveSheet()
{
    auto *dialog = new ReportDialog(reportOfPlan(m_model.full(), m_model.reduced(), m_labels,
                                                 m_demo, QDateTime::currentDateTimeUtc()),
                                    this);
    // It stood over the buttons: the second click of two must not find what was below it.
    connect(dialog, &QDialog::finished, this, &ConfirmDialog::startDeadTime);
    dialog->choosePath();
}

void ConfirmDialog::copyCommand()
{
    QGuiApplication::clipboard()->setText(planCommand(m_model.reduced(), m_labels));
    announce(m_command, tr("Command copied"));
    m_command->setText(m_command->accessibleName());
}

void ConfirmDialog::toggleTicks()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows(PlanModel::Name);
    const QModelIndex current = m_table->currentIndex().siblingAtColumn(PlanModel::Name);
    if (!current.isValid())
        return;
    const int state =
        current.data(Qt::CheckStateRole).toInt() == Qt::Checked ? Qt::Unchecked : Qt::Checked;
    for (const QModelIndex &row : rows.contains(current) ? rows : QModelIndexList{current})
        m_sought->setData(row, state, Qt::CheckStateRole);
}

bool ConfirmDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space) {
        toggleTicks();
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

void ConfirmDialog::keyPressEvent(QKeyEvent *event)
{
    // QDialog would press a default button. Here Enter leads to the safe one and presses nothing.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        m_stay->setFocus();
        event->accept();
        return;
    }
    QDialog::keyPressEvent(event);
}

void ConfirmDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    // The second counts from when it can be seen.
    startDeadTime();
}

} // namespace clusterdeck
