// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusteractions.h"

#include "app/session.h"
#include "ui/clusters/locksdialog.h"
#include "ui/clusters/marksdialog.h"
#include "ui/clusters/pastedlist/selectbylistdialog.h"
#include "ui/clusters/renamedialog.h"
#include "ui/clusters/table/clusterpane.h"
#include "ui/operations/openplandialog.h"
#include "ui/operations/operationcontroller.h"
#include "ui/parking/parkcontroller.h"
#include "ui/theme/glyphs.h"
#include "ui/widgets/actions.h"
#include "ui/words/errortext.h"
#include "ui/words/verbwords.h"

#include <QAction>
#include <QMenu>

namespace clusterdeck
{

ClusterActions::ClusterActions(Session &session, ClusterPane &pane, OperationController &controller,
                               QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_pane(pane)
    , m_controller(controller)
    , m_window(window)
    , m_parking(new ParkController(session, pane, controller, window))
{
    create();
    connect(&pane, &ClusterPane::summaryChanged, this, &ClusterActions::update);
    connect(&controller, &OperationController::readingChanged, this, &ClusterActions::update);
    connect(&session, &Session::accountsChanged, this, &ClusterActions::update);
    connect(&session, &Session::journalChecked, this, &ClusterActions::update);
    controller.setHidden([&pane](const QList<ClusterKey> &keys) {
        return !pane.table()->hiddenAmong(keys).isEmpty();
    });
    connect(&controller, &OperationController::hiddenFound, this,
            [this](Verb verb, const QList<ClusterKey> &keys, const QString &givenReason) {
                const auto proceed = [this, verb, givenReason](const QList<ClusterKey> &rest) {
                    m_controller.begin(verb, rest, givenReason);
                };
                m_pane.askAboutHidden(keys, proceed);
            });
    update();
}

QAction *ClusterActions::newVerb(Verb verb)
{
    const VerbWords &words = VerbWords::of(verb);
    QAction *action =
        newAction(m_window, QLatin1String(words.name), words.action(), QLatin1String(words.icon));
    if (words.shortcut != Qt::Key_unknown)
        bindToTable(action, words.shortcut);
    connect(action, &QAction::triggered, this, [this, verb] { begin(verb); });
    return action;
}

/// The key works only while the table has the focus: elsewhere it has another meaning.
void ClusterActions::bindToTable(QAction *action, const QKeySequence &key)
{
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_pane.table()->addAction(action);
}

void ClusterActions::create()
{
    for (const Verb verb : allVerbs())
        m_verbs.at(std::size_t(verb)) = newVerb(verb);
    m_rename = newAction(m_window, QStringLiteral("Rename"), tr("Re&name…"));
    m_marks = newAction(m_window, QStringLiteral("Marks"), tr("Mar&ks…"));
    m_marks->setToolTip(tr(
        "Mark the selected clusters to keep or with an expiry date, for all users of the account"));
    m_lock = newAction(m_window, QStringLiteral("Lock"), tr("&Lock"));
    m_unlock = newAction(m_window, QStringLiteral("Unlock"), tr("&Unlock"));
    m_lock->setIcon(glyphIcon(Glyph::Lock, StatusColor::Neutral));
    m_lockedNames = newAction(m_window, QStringLiteral("LockedNames"), tr("Locked Na&mes…"));
    m_selectByList = newAction(m_window, QStringLiteral("SelectByList"), tr("Select by &List…"));
    m_selectByList->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_L));
    m_openPlan = newAction(m_window, QStringLiteral("OpenPlan"), tr("&Open Plan…"));
    m_openPlan->setToolTip(tr("Apply a saved plan after its approval"));
    bindToTable(m_rename, Qt::Key_F2);
    connect(m_rename, &QAction::triggered, this, &ClusterActions::rename);
    connect(m_marks, &QAction::triggered, this, [this] { mark(m_pane.table()->selectedKeys()); });
    connect(m_lock, &QAction::triggered, this, [this] { setLocked(true); });
    connect(m_unlock, &QAction::triggered, this, [this] { setLocked(false); });
    connect(m_lockedNames, &QAction::triggered, this, &ClusterActions::askForLockedNames);
    connect(m_selectByList, &QAction::triggered, this, &ClusterActions::askForList);
    connect(m_openPlan, &QAction::triggered, this, &ClusterActions::askForPlan);
}

QList<QAction *> ClusterActions::verbs() const
{
    return {m_verbs.rbegin(), m_verbs.rend()};
}

void ClusterActions::addTo(QMenu *menu) const
{
    QList<QAction *> actions = verbs();
    // Parking stands before Delete: it stops a cluster now, to be deleted later.
    actions.insert(actions.indexOf(m_verbs.at(std::size_t(Verb::Delete))), m_parking->park());
    menu->addActions(actions);
    menu->addSeparator();
    menu->addActions({m_rename, m_marks});
    menu->addSeparator();
    menu->addActions({m_lock, m_unlock, m_lockedNames});
}

void ClusterActions::update()
{
    const SelectionSummary &summary = m_pane.summary();
    const bool free = m_session.operationService().canOperate() && !m_controller.isBusy();
    for (const Verb verb : allVerbs()) {
        QAction *action = m_verbs.at(std::size_t(verb));
        action->setEnabled(free && summary.mayAllow(verb));
        const auto reason = summary.reasonAgainst(verb);
        action->setToolTip(reason ? reasonAgainstText(*reason, verb)
                                  : VerbWords::of(verb).actionTip());
    }
    // In presenter mode the accounts are read-only, and new locks would not be saved.
    const bool lasts = !m_session.isPresenting();
    m_rename->setEnabled(free && lasts && summary.canBeRenamed());
    m_marks->setEnabled(free && lasts && summary.selected > 0);
    m_lock->setEnabled(lasts && summary.canBeLocked());
    m_unlock->setEnabled(lasts && summary.canBeUnlocked());
    m_lockedNames->setEnabled(lasts);
    m_selectByList->setEnabled(!m_session.accounts().isEmpty());
    m_openPlan->setEnabled(free && !m_session.accounts().isEmpty());
}

void ClusterActions::begin(Verb verb)
{
    // The ids are taken here, once. Later changes of the selection have no effect.
    m_controller.begin(verb, m_pane.table()->selectedKeys());
}

void ClusterActions::setLocked(bool locked)
{
    const QList<ClusterKey> keys = m_pane.table()->selectedKeys();
    if (m_pane.table()->hiddenAmong(keys).isEmpty())
        return setLocked(keys, locked);
    m_pane.askAboutHidden(
        keys, [this, locked](const QList<ClusterKey> &rest) { setLocked(rest, locked); });
}

void ClusterActions::setLocked(const QList<ClusterKey> &keys, bool locked)
{
    const QSet<ClusterKey> all(keys.begin(), keys.end());
    const LockChange change = locked ? LockChange{all, {}, {}, {}} : LockChange{{}, all, {}, {}};
    if (!m_session.operationService().changeLocks(change))
        emit locksNotWritten();
}

void ClusterActions::askForLockedNames()
{
    const ClusterModel &clusters = m_session.clusters();
    QStringList names;
    for (int row = 0; row < clusters.rowCount(); ++row)
        names.append(clusters.rowAt(row).text(&ClusterRecord::name));
    // Other instances may change the locks while the dialog is open, so only this user's changes to
    // the shown locks are applied.
    const Locks seen = m_session.operationService().locks();
    auto *dialog = new LocksDialog(seen.namePatterns, names, m_window);
    connect(dialog, &LocksDialog::chosen, this, [this, seen](const QStringList &patterns) {
        Locks wanted = seen;
        wanted.namePatterns = patterns;
        wanted.everything = false;
        OperationService &operationService = m_session.operationService();
        const bool replaces = seen.everything && operationService.locks().everything;
        if (!(replaces ? operationService.setLocks(wanted)
                       : operationService.changeLocks(lockChange(seen, wanted))))
            emit locksNotWritten();
    });
    dialog->open();
}

void ClusterActions::askForList()
{
    ClusterTable *table = m_pane.table();
    auto *dialog =
        new SelectByListDialog(m_session.clusters(), !table->selectedKeys().isEmpty(), m_window);
    connect(dialog, &SelectByListDialog::chosen, table, [table](QList<ClusterKey> keys, bool add) {
        if (add) {
            const QSet<ClusterKey> chosen(keys.begin(), keys.end());
            for (const ClusterKey &key : table->selectedKeys()) {
                if (!chosen.contains(key))
                    keys.append(key);
            }
        }
        table->select(keys);
        table->setFocus();
    });
    dialog->open();
}

void ClusterActions::askForPlan()
{
    auto *dialog = new OpenPlanDialog(m_session.clock(), m_window);
    connect(dialog, &OpenPlanDialog::opened, this, [this](const WrittenPlan &written) {
        m_pane.table()->select(written.plan.keys());
        m_controller.begin(written);
    });
    dialog->open();
}

void ClusterActions::rename()
{
    const auto cluster = m_session.clusters().find(m_pane.table()->selectedKeys().value(0));
    if (!cluster)
        return;
    auto *dialog = new RenameDialog(*cluster, m_session.operationService(), m_window);
    connect(dialog, &RenameDialog::renamed, this, &ClusterActions::renamed);
    dialog->open();
}

void ClusterActions::mark(const QList<ClusterKey> &keys)
{
    if (!m_pane.table()->hiddenAmong(keys).isEmpty())
        return m_pane.askAboutHidden(keys, [this](const QList<ClusterKey> &rest) { mark(rest); });
    QList<Cluster> clusters;
    AccountLabels labels;
    for (const ClusterKey &key : keys) {
        if (const auto cluster = m_session.clusters().find(key)) {
            clusters.append(*cluster);
            labels.insert(key.account, m_session.clusters().label(key.account));
        }
    }
    if (clusters.isEmpty())
        return;
    auto *dialog = new MarksDialog(clusters, labels, m_session.operationService(),
                                   m_parking->today(), m_window);
    dialog->open();
}

} // namespace clusterdeck
