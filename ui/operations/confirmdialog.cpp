// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/confirmdialog.h"

#include "ui/help/guidewindow.h"
#include "ui/operations/confirmationform.h"
#include "ui/operations/saveplandialog.h"
#include "ui/operations/tellownersdialog.h"
#include "ui/reports/reportdialog.h"
#include "ui/reports/reportofplan.h"
#include "ui/text/format.h"
#include "ui/text/mnemonic.h"
#include "ui/theme/environment.h"
#include "ui/theme/glyphlabel.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"
#include "ui/theme/textstyle.h"
#include "ui/widgets/announcement.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/recordtable.h"
#include "ui/widgets/tables.h"
#include "ui/widgets/windowcontext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>

namespace clusterdeck
{

namespace
{

/// With more rows than these there is a search field.
constexpr int ManyRows = 10;
constexpr int RowsAlwaysShown = 3;
constexpr int RowsAtFirst = 14;

/// A table whose size hint is its minimum height, not Qt's standard 192 pixels.
class FewRowsTable : public RecordTable
{
public:
    using RecordTable::RecordTable;

    [[nodiscard]] QSize sizeHint() const override
    {
        return {RecordTable::sizeHint().width(), minimumHeight()};
    }
};

} // namespace

ConfirmDialog::ConfirmDialog(const Plan &plan, const AccountLabels &labels, Clock &clock,
                             QWidget *parent, Asking asking)
    : Dialog(QStringLiteral("Confirm"), planTitle(plan, labels), parent)
    , m_model(plan, labels)
    , m_excludedModel(
          excludedColumns(plan.verb), [](const ExcludedItem &item) { return item.key; }, nullptr,
          Sorting::ByColumns)
    , m_labels(labels)
    , m_clock(clock)
    , m_dead(clock)
{
    connect(&m_model, &PlanModel::reducedChanged, this, &ConfirmDialog::contentChanged);

    createHead();
    m_changes->setText(asking == Asking::Again ? changesText(plan) : QString());
    m_changes->setVisible(asking == Asking::Again);
    m_approval->setText(planAgeText(plan, clock.utcNow()));
    m_approval->setVisible(!plan.approval.code.isEmpty());
    createTable();
    createExcluded();
    createButtons();
    createOtherButtons();
    layOut();
    contentChanged();
    fitSize();
    m_reject->setFocus();
}

void ConfirmDialog::createHead()
{
    m_head = new QWidget(this);
    m_title = plainLabel(m_head);
    m_title->setObjectName(QStringLiteral("Title"));
    m_title->setFont(fontFor(Type::Title, font()));
    m_icon = new QLabel(m_head);
    m_consequence = plainLabel(m_head);
    m_consequence->setObjectName(QStringLiteral("Consequence"));
    m_approval = new MessageBar(Glyph::Info, StatusColor::Busy, {}, m_head);
    m_approval->setObjectName(QStringLiteral("Approval"));
    m_changes = new MessageBar(Glyph::Star, StatusColor::Bad, {}, m_head);
    m_changes->setObjectName(QStringLiteral("Changes"));
    m_checks = new MessageBar(Glyph::Warning, StatusColor::Warning, {}, m_head);
    m_checks->setObjectName(QStringLiteral("Checks"));

    auto *first = new QHBoxLayout;
    first->setSpacing(space::Large);
    first->addWidget(m_title, 1);
    addBadges(first, 1, m_labels.values(), m_head);
    auto *second = new QHBoxLayout;
    second->setSpacing(space::Medium);
    second->addWidget(m_icon, 0, Qt::AlignTop);
    second->addWidget(m_consequence, 1);
    auto *column = new QVBoxLayout(m_head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::Medium);
    column->addLayout(first);
    column->addWidget(m_approval);
    column->addWidget(m_changes);
    column->addLayout(second);
    column->addWidget(m_checks);
}

void ConfirmDialog::createTable()
{
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("Search"));
    m_search->setAccessibleName(tr("Search in this list"));
    m_search->setPlaceholderText(tr("Search in this list"));
    m_search->setClearButtonEnabled(true);
    addSearchIcon(m_search);
    m_search->setVisible(m_model.rowCount() > ManyRows);
    connect(m_search, &QLineEdit::textChanged, &m_model, &PlanModel::search);

    m_table = new FewRowsTable(QStringLiteral("Plan"), tr("Affected clusters"), this);
    m_table->setRecordModel(&m_model);
    m_table->setEmptyText(tr("No cluster matches the search."));
    m_table->installEventFilter(this);
    // Names need the width: owner and account are shown only where they differ between rows.
    m_table->setColumnHidden(m_model.columnOf("owner"),
                             m_model.full().count(RiskFlag::NotMine) == 0);
    m_table->setColumnHidden(m_model.columnOf("account"), m_model.full().accounts().size() < 2);
    // A few rows stay visible: everything else becomes smaller first.
    m_table->setMinimumHeight(m_table->heightFor(RowsAlwaysShown));
    m_table->setVisible(hasItems());
    m_afterwards = plainLabel(this);
    m_afterwards->setObjectName(QStringLiteral("Afterwards"));
    setMuted(m_afterwards);
    m_afterwardsFold = newFold(QStringLiteral("Afterwards fold"), m_afterwards);
    m_afterwardsFold->setText(tr("What remains and may incur costs"));
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
    connect(fold, &QToolButton::toggled, this, [this, fold, folded](bool open) {
        fold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        folded->setVisible(open);
        if (!open)
            return;
        activateLayouts();
        const QSize visible = m_area->viewport()->size();
        const int missing = m_area->widget()->heightForWidth(visible.width()) - visible.height();
        resize(onScreen({width(), height() + std::max(missing, 0)}));
        // Queued: the scroll area measures its contents when the event loop runs next.
        QMetaObject::invokeMethod(
            folded, [this, folded] { m_area->ensureWidgetVisible(folded); }, Qt::QueuedConnection);
    });
    return fold;
}

void ConfirmDialog::createExcluded()
{
    m_excludedModel.setRecords(m_model.full().excluded);
    const int count = m_excludedModel.rowCount();
    m_excluded = new RecordTable(QStringLiteral("Excluded"), tr("Excluded"), this);
    m_excluded->setRecordModel(&m_excludedModel);
    m_excluded->setFixedHeight(m_excluded->heightFor(hasItems() ? 4 : 10));
    // Folded below the items; open where there are none.
    m_excluded->setVisible(count > 0 && !hasItems());
    m_excludedFold = newFold(QStringLiteral("Left out"), m_excluded);
    m_excludedFold->setText(tr("%Ln excluded", nullptr, count));
    m_excludedFold->setVisible(count > 0 && hasItems());
}

void ConfirmDialog::createButtons()
{
    const Plan &plan = m_model.full();
    m_confirmationForm =
        new ConfirmationForm(plan.givenReason, !plan.approval.code.isEmpty(), this);
    connect(m_confirmationForm, &ConfirmationForm::changed, this, &ConfirmDialog::updateButton);

    leadToGuide(addHelpButton(), GuideTopic::Confirmation);
    // contentChanged() sets their texts, which depend on the check boxes.
    m_reject = addButton(QStringLiteral("Keep them"), {}, QDialogButtonBox::RejectRole);
    m_reject->setDefault(true);
    connect(m_reject, &QPushButton::clicked, this, &QDialog::reject);
    const bool destructive = specOf(m_model.full().verb).destructive;
    m_accept =
        addButton(QStringLiteral("Go"), {},
                  destructive ? QDialogButtonBox::DestructiveRole : QDialogButtonBox::AcceptRole);
    m_accept->setVisible(hasItems());
    if (destructive)
        setDestructive(m_accept);
    connect(m_accept, &QPushButton::clicked, this, &ConfirmDialog::confirm);
}

/// The buttons that neither confirm nor reject, at a distance from those that do.
void ConfirmDialog::createOtherButtons()
{
    auto *others = new QWidget(this);
    auto *flow = new FlowLayout(others);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(space::Medium);
    const auto add = [&](const char *name, const QString &text, const QString &toolTip,
                         void (ConfirmDialog::*pressed)()) {
        auto *button = new QPushButton(text, others);
        button->setObjectName(QLatin1String(name));
        button->setToolTip(toolTip);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, pressed);
        flow->addWidget(button);
        return button;
    };
    m_stop = add("Stop instead", tr("&Stop instead"),
                 tr("Stopped clusters can be started again. Asks for confirmation."),
                 &ConfirmDialog::stopInstead);
    m_stop->setVisible(m_model.full().offersStop());
    m_report = add("Save as PDF", tr("Save as &PDF…"),
                   tr("The plan and its consequences as a PDF, for approval. Sends nothing."),
                   &ConfirmDialog::saveReport);
    m_report->setVisible(hasItems());
    m_command = add(
        "Copy command", tr("&Copy command"),
        tr("A terminal command that makes the same plan for the ticked clusters. Sends nothing."),
        &ConfirmDialog::copyCommand);
    // Commands cannot use the practice cloud.
    m_command->setVisible(hasItems() && windowContextOf(this).dataKind != DataKind::Demo);
    m_save = add("Save plan", tr("Sa&ve plan…"),
                 tr("Save the checked clusters to a file that others approve, to be applied within "
                    "days. Sends nothing."),
                 &ConfirmDialog::savePlan);
    m_save->setVisible(hasItems());
    m_tell = add(
        "Tell owners", tr("Tell &owners…"),
        tr("Write a text for each owner: which clusters, when, and how to object. Sends nothing."),
        &ConfirmDialog::tellOwners);
    // Owners object with the mark [keep], which excludes a cluster only from destructive verbs.
    m_tell->setVisible(hasItems() && specOf(m_model.full().verb).destructive);
    addBesideButtons(others);
}

void ConfirmDialog::layOut()
{
    auto *contents = new QWidget;
    auto *lines = new QVBoxLayout(contents);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(space::Large);
    lines->addWidget(m_head);
    lines->addWidget(m_search);
    lines->addWidget(m_table, 1);
    lines->addWidget(m_afterwardsFold, 0, Qt::AlignLeft);
    lines->addWidget(m_afterwards);
    lines->addWidget(m_excludedFold, 0, Qt::AlignLeft);
    lines->addWidget(m_excluded);
    if (!hasItems())
        lines->addStretch(1);
    m_area = new QScrollArea(this);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setWidget(contents);

    body()->addWidget(m_area, 1);
    body()->addWidget(m_confirmationForm);
    // First the fields to type in, then the other buttons, then the two that decide, in the order
    // of the button box: with a different order Qt 6.4 drops widgets from the tab order.
    setTabOrder(m_stop, m_report);
    setTabOrder(m_report, m_command);
    setTabOrder(m_command, m_save);
    setTabOrder(m_save, m_tell);
    setTabOrder(m_tell, m_accept);
    setTabOrder(m_accept, m_reject);
}

/// Makes the layouts measure changed widgets now, not when the event loop runs next. Inner layouts
/// come first, because outer ones use their sizes.
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
    const int width = onScreen({digit * (hasItems() ? 166 : 100), 0}).width();
    // Lines wrap, so the height depends on the width. The scroll area's own size hint is not used:
    // its height is that of its contents, and the table gets the height of its rows.
    const QMargins around = layout()->contentsMargins();
    int height = layout()->totalHeightForWidth(width) - m_area->sizeHint().height() +
                 m_area->widget()->heightForWidth(width - around.left() - around.right());
    if (hasItems())
        height += m_table->heightFor(RowsAtFirst) - m_table->minimumHeight();
    resize(onScreen({width, height}));
}

/// Folds the lines below the table if the table would not get its minimum height otherwise.
void ConfirmDialog::foldAfterwards()
{
    activateLayouts();
    // Not the size of the viewport, which is updated only when the dialog is shown.
    const QSize size = m_area->maximumViewportSize();
    const int width = size.width();
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
    const bool folds = any && needed > size.height();
    m_afterwardsFold->setVisible(folds);
    m_afterwards->setVisible(any && (!folds || m_afterwardsFold->isChecked()));
}

void ConfirmDialog::resizeEvent(QResizeEvent *event)
{
    Dialog::resizeEvent(event);
    foldAfterwards();
}

void ConfirmDialog::contentChanged()
{
    const Plan &plan = m_model.reduced();
    m_command->setText(tr("&Copy command")); // the copied command has the clusters checked before
    m_command->setAccessibleName({});
    const QString title = hasItems() ? planTitle(plan, m_labels) : tr("No operation is possible");
    setWindowTitle(windowTitleFor(title));
    m_title->setText(breakable(title));
    m_consequence->setText(hasItems() ? consequenceText(plan)
                                      : tr("None of the selected clusters can be changed now:"));
    const bool destructive = hasItems() && specOf(plan.verb).destructive;
    setLabelIcon(m_icon, destructive ? Glyph::Warning : Glyph::Info,
                 destructive ? StatusColor::Bad : StatusColor::Busy, GlyphSize + space::Hair);
    // A screen reader says this when the dialog opens; from then on only changes are announced.
    setAccessibleName(title);
    setAccessibleDescription(m_consequence->text());
    if (isVisible())
        announce(m_title, title);
    const QString afterwards = afterwardsText(plan);
    m_afterwards->setText(afterwards);
    m_reject->setText(!hasItems() ? tr("Close") : rejectLabel(plan.verb, int(plan.items.size())));
    const QString checks = checksText(plan, m_labels);
    m_checks->setText(checks);
    m_checks->setVisible(!checks.isEmpty());
    m_confirmationForm->setPlan(plan);
    m_accept->setText(acceptLabel(plan));
    if (isVisible())
        foldAfterwards();
    else // fitSize() makes the dialog large enough for these lines
        m_afterwards->setVisible(!afterwards.isEmpty());
    // A user who was about to press the button must have time to see the change.
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
    m_accept->setEnabled(!plan.items.isEmpty() && m_confirmationForm->isSatisfied() &&
                         !m_dead.isActive() && !m_confirmed);
    m_stop->setEnabled(!plan.items.isEmpty() && !m_confirmed);
    m_report->setEnabled(!plan.items.isEmpty() && !m_confirmed);
    for (QPushButton *button : {m_command, m_save, m_tell})
        button->setEnabled(m_report->isEnabled());
    m_save->setEnabled(m_save->isEnabled() && m_confirmationForm->plan().hasValidReason());
}

void ConfirmDialog::confirm()
{
    if (m_confirmed || !m_accept->isEnabled())
        return;
    m_confirmed = true;
    const Plan &plan = m_confirmationForm->plan();
    emit confirmed(plan, recordedText(plan, m_labels));
    accept();
}

void ConfirmDialog::stopInstead()
{
    if (m_confirmed)
        return;
    m_confirmed = true;
    const QList<ClusterKey> keys = m_model.reduced().keys();
    accept();
    emit stopWanted(keys);
}

/// Writes a report of the checked items to a file. The dialog does not change.
void ConfirmDialog::saveReport()
{
    auto *dialog = new ReportDialog(reportOfPlan(m_model.full(), planForReport(), m_labels,
                                                 windowContextOf(this).dataKind,
                                                 QDateTime::currentDateTimeUtc()),
                                    this);
    // That dialog covered these buttons: the second click of a double click on it must not confirm.
    connect(dialog, &QDialog::finished, this, &ConfirmDialog::startDeadTime);
    dialog->choosePath();
}

/// The checked items, with the approval code if exactly these were saved as a plan.
Plan ConfirmDialog::planForReport() const
{
    Plan plan = m_confirmationForm->plan();
    if (plan.items.size() != m_model.full().items.size())
        plan.approval = {}; // a part of what was approved
    const auto isSame = [](const PlanItem &left, const PlanItem &right) {
        return left.cluster == right.cluster;
    };
    if (plan.givenReason == m_savedPlan.givenReason &&
        std::equal(plan.items.begin(), plan.items.end(), m_savedPlan.items.begin(),
                   m_savedPlan.items.end(), isSame))
        plan.approval = m_savedPlan.approval;
    return plan;
}

void ConfirmDialog::savePlan()
{
    const Plan plan = m_confirmationForm->plan();
    auto *dialog = new SavePlanDialog(plan, m_labels, m_clock, this);
    connect(dialog, &SavePlanDialog::saved, this, [this, plan](const PlanApproval &approval) {
        m_savedPlan = plan;
        m_savedPlan.approval = approval;
    });
    // As in saveReport().
    connect(dialog, &QDialog::finished, this, &ConfirmDialog::startDeadTime);
    dialog->open();
}

void ConfirmDialog::tellOwners()
{
    auto *dialog = new TellOwnersDialog(m_confirmationForm->plan(), m_labels,
                                        m_clock.utcNow().toLocalTime().date(), this);
    connect(dialog, &QDialog::finished, this, &ConfirmDialog::startDeadTime);
    dialog->open();
}

void ConfirmDialog::copyCommand()
{
    QGuiApplication::clipboard()->setText(planCommand(m_confirmationForm->plan(), m_labels));
    announce(m_command, tr("Command copied"));
    m_command->setText(m_command->accessibleName());
}

/// Toggles the check box of the current row. If the row is selected, all selected rows get the same
/// state.
void ConfirmDialog::toggleCheckBoxes()
{
    const QModelIndex current = m_table->currentIndex().siblingAtColumn(0);
    if (!current.isValid())
        return;
    const QList<int> selected = m_table->selectedRowNumbers();
    QList<ClusterKey> keys;
    for (const int row : selected.contains(current.row()) ? selected : QList{current.row()})
        keys.append(m_model.at(row).cluster.key());
    m_model.setChecked(keys, current.data(Qt::CheckStateRole).toInt() != Qt::Checked);
}

bool ConfirmDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space) {
        toggleCheckBoxes();
        return true;
    }
    return Dialog::eventFilter(watched, event);
}

void ConfirmDialog::keyPressEvent(QKeyEvent *event)
{
    // QDialog would press the default button. Here Enter moves to the safe button and presses none.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        m_reject->setFocus();
        if (m_accept->isEnabled()) { // else the form says what is missing
            const QString why = tr("Enter confirms nothing. Click “%1”, or go to it with Tab and "
                                   "press Space.")
                                    .arg(withoutMnemonic(m_accept->text()));
            QToolTip::showText(m_reject->mapToGlobal(QPoint()), plainToolTip(why), m_reject);
            announce(m_reject, why);
        }
        event->accept();
        return;
    }
    // The number can be typed at once: the safe button has the focus first.
    if (m_confirmationForm->takeKey(event))
        return;
    Dialog::keyPressEvent(event);
}

void ConfirmDialog::showEvent(QShowEvent *event)
{
    Dialog::showEvent(event);
    // The dead time begins when the dialog is visible.
    startDeadTime();
}

} // namespace clusterdeck
