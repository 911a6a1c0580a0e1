// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/confirmdialog.h"

#include "ui/look/badge.h"
#include "ui/look/glyphs.h"
#include "ui/look/metrics.h"
#include "ui/look/padding.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace clusterdeck
{

namespace
{

/// From here on a search field is worth its place.
constexpr int ManyRows = 10;

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

void makeQuietTable(QTableView *table)
{
    table->setSelectionBehavior(QTableView::SelectRows);
    table->setEditTriggers(QTableView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setAlternatingRowColors(true);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setCornerButtonEnabled(false);
    table->setIconSize({GlyphSize, GlyphSize});
    table->setHorizontalScrollMode(QTableView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setMinimumSectionSize(0);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + RowPadding - 2);
}

void setWidths(QTableView *table, std::initializer_list<int> digits)
{
    const int digit = table->fontMetrics().horizontalAdvance(u'0');
    int column = 0;
    for (const int width : digits)
        table->setColumnWidth(column++, width * digit);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->setMinimumSectionSize(6 * digit);
}

/// High enough for its rows, up to `most` of them.
int heightFor(const QTableView *table, int most)
{
    const int rows = qMin(table->model()->rowCount(), most);
    return table->horizontalHeader()->sizeHint().height() + 2 * table->frameWidth() +
           qMax(rows, 1) * table->verticalHeader()->defaultSectionSize() + space::Small;
}

} // namespace

ConfirmDialog::ConfirmDialog(const Plan &plan, const AccountLabels &labels, bool demo,
                             QWidget *parent)
    : QDialog(parent)
    , m_model(plan, labels)
    , m_excludedModel(plan)
    , m_labels(labels)
    , m_dead(new QTimer(this))
{
    setObjectName(QStringLiteral("Confirm"));
    setModal(true);
    setAttribute(Qt::WA_DeleteOnClose);
    m_dead->setSingleShot(true);
    connect(m_dead, &QTimer::timeout, this, &ConfirmDialog::updateButton);
    connect(&m_model, &PlanModel::reducedChanged, this, &ConfirmDialog::contentChanged);

    createHead(demo);
    createTable();
    createExcluded();
    createFoot();
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
    QFont big = font();
    big.setPointSizeF(big.pointSizeF() * 1.3);
    big.setBold(true);
    m_title->setFont(big);
    m_sign = new QLabel(m_head);
    m_consequence = plainLabel(m_head);
    m_consequence->setObjectName(QStringLiteral("Consequence"));

    auto *first = new QHBoxLayout;
    first->setSpacing(space::Large);
    first->addWidget(m_title, 1);
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
    column->addLayout(second);
}

void ConfirmDialog::createTable()
{
    m_sought = new QSortFilterProxyModel(this);
    m_sought->setSourceModel(&m_model);
    m_sought->setFilterKeyColumn(-1);
    m_sought->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("Search"));
    m_search->setAccessibleName(tr("Search in this list"));
    m_search->setPlaceholderText(tr("Search in this list"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(lineIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_search->setVisible(m_model.rowCount() > ManyRows);
    connect(m_search, &QLineEdit::textChanged, m_sought,
            &QSortFilterProxyModel::setFilterFixedString);

    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("Plan"));
    m_table->setAccessibleName(tr("Clusters concerned"));
    m_table->setModel(m_sought);
    m_table->installEventFilter(this);
    makeQuietTable(m_table);
    padCells(m_table);
    setWidths(m_table, {26, 16, 15, 9, 10, 10, 16, 28, 15, 14});
    m_table->setColumnHidden(PlanModel::Account, m_model.full().accounts().size() < 2);
    m_table->setMinimumHeight(heightFor(m_table, 3));
    m_table->setVisible(hasItems());
    m_afterwards = plainLabel(this);
    m_afterwards->setObjectName(QStringLiteral("Afterwards"));
    setQuiet(m_afterwards);
}

void ConfirmDialog::createExcluded()
{
    const int count = m_excludedModel.rowCount();
    m_fold = new QToolButton(this);
    m_fold->setObjectName(QStringLiteral("Left out"));
    m_fold->setText(tr("%n left out", nullptr, count));
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setAutoRaise(true);
    m_fold->setCheckable(true);
    m_fold->setArrowType(Qt::RightArrow);
    m_fold->setFocusPolicy(Qt::StrongFocus);
    m_fold->setVisible(count > 0 && hasItems());
    m_excluded = new QTableView(this);
    m_excluded->setObjectName(QStringLiteral("Excluded"));
    m_excluded->setAccessibleName(tr("Left out"));
    m_excluded->setModel(&m_excludedModel);
    makeQuietTable(m_excluded);
    padCells(m_excluded);
    setWidths(m_excluded, {26, 17, 16, 40});
    m_excluded->setFixedHeight(heightFor(m_excluded, hasItems() ? 4 : 10));
    // Folded beside what goes; open where it is all there is to say.
    m_excluded->setVisible(count > 0 && !hasItems());
    connect(m_fold, &QToolButton::toggled, this, [this](bool open) {
        m_fold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        m_excluded->setVisible(open);
    });
}

void ConfirmDialog::createFoot()
{
    m_countLabel = new QLabel(tr("&Number of clusters"), this);
    m_count = new QLineEdit(this);
    m_count->setObjectName(QStringLiteral("Number of clusters"));
    m_count->setAccessibleName(tr("Number of clusters"));
    m_count->setMaxLength(12);
    m_count->setFixedWidth(fontMetrics().averageCharWidth() * 14);
    m_countLabel->setTextFormat(Qt::PlainText);
    m_countLabel->setBuddy(m_count);
    m_countHint = new QLabel(this);
    m_countHint->setTextFormat(Qt::PlainText);
    setQuiet(m_countHint);
    connect(m_count, &QLineEdit::textChanged, this, &ConfirmDialog::updateButton);

    m_stay = new QPushButton(hasItems() ? stayText(m_model.full().verb) : tr("Close"), this);
    m_stay->setObjectName(QStringLiteral("Keep them"));
    m_stay->setAutoDefault(true);
    connect(m_stay, &QPushButton::clicked, this, &QDialog::reject);
    m_go = new QPushButton(this);
    m_go->setObjectName(QStringLiteral("Go"));
    m_go->setAutoDefault(false);
    m_go->setVisible(hasItems());
    if (m_model.full().verb == Verb::Delete) {
        QPalette red;
        // Darker than it shows: styles brighten a button's colour.
        for (const auto group : {QPalette::Active, QPalette::Inactive}) {
            red.setColor(group, QPalette::Button, QColor(0x8c0f16));
            red.setColor(group, QPalette::ButtonText, Qt::white);
        }
        m_go->setPalette(red);
    }
    connect(m_go, &QPushButton::clicked, this, &ConfirmDialog::go);
}

void ConfirmDialog::layOut()
{
    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::Medium);
    foot->addWidget(m_countLabel);
    foot->addWidget(m_count);
    foot->addWidget(m_countHint);
    foot->addStretch(1);
    foot->addWidget(m_stay);
    foot->addWidget(m_go);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::Huge, space::Huge - space::Small, space::Huge,
                               space::Huge - space::Small);
    column->setSpacing(space::Large);
    column->addWidget(m_head);
    column->addWidget(m_search);
    column->addWidget(m_table, 1);
    column->addWidget(m_afterwards);
    column->addWidget(m_fold, 0, Qt::AlignLeft);
    column->addWidget(m_excluded);
    if (!hasItems())
        column->addStretch(1);
    column->addLayout(foot);
}

void ConfirmDialog::fitSize()
{
    const int digit = fontMetrics().horizontalAdvance(u'0');
    const QSize screenful = screen()->availableSize() - QSize(2 * space::Huge, 3 * space::Huge);
    const int width = qMin(hasItems() ? digit * 154 : digit * 100, screenful.width());
    // Lines wrap, so the height follows the width; the table then gets the rows it has, if they
    // fit.
    int height = layout()->totalHeightForWidth(width);
    if (hasItems())
        height += heightFor(m_table, 14) - m_table->sizeHint().height();
    resize(width, qMin(height, screenful.height()));
}

void ConfirmDialog::contentChanged()
{
    const Plan &plan = m_model.reduced();
    const QString title = hasItems() ? planTitle(plan, m_labels) : tr("Nothing can be done here");
    setWindowTitle(title);
    m_title->setText(title);
    m_consequence->setText(hasItems() ? consequenceText(plan)
                                      : tr("None of what was selected can be changed now:"));
    const bool grave = hasItems() && plan.verb == Verb::Delete;
    m_sign->setPixmap(
        glyphIcon(grave ? Glyph::Warning : Glyph::Info, grave ? Tone::Bad : Tone::Busy)
            .pixmap(QSize(GlyphSize + 2, GlyphSize + 2), devicePixelRatioF()));
    const QString afterwards = afterwardsText(plan);
    m_afterwards->setText(afterwards);
    m_afterwards->setVisible(!afterwards.isEmpty());
    const bool counted = hasItems() && !textToType(plan).isEmpty();
    m_countLabel->setVisible(counted);
    m_count->setVisible(counted);
    m_go->setText(goText(plan));
    // Whoever was about to press must first have had time to see what is new.
    m_dead->start(DeadTime);
    updateButton();
}

void ConfirmDialog::updateButton()
{
    const Plan &plan = m_model.reduced();
    const bool typed = textToType(plan).isEmpty() || isTyped(plan, m_count->text());
    m_countHint->setText(typed ? QString()
                               : tr("Type %1 to go on", "a number").arg(textToType(plan)));
    m_go->setEnabled(!plan.items.isEmpty() && typed && !m_dead->isActive() && !m_confirmed);
}

void ConfirmDialog::go()
{
    if (m_confirmed || !m_go->isEnabled())
        return;
    m_confirmed = true;
    emit confirmed(m_model.reduced());
    accept();
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
    m_dead->start(DeadTime);
    updateButton();
}

} // namespace clusterdeck
