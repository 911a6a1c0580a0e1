// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parking/parkcontroller.h"

#include "app/clusters/clusterstate.h"
#include "app/session.h"
#include "ui/clusters/table/clusterpane.h"
#include "ui/operations/operationcontroller.h"
#include "ui/parking/parkdialog.h"
#include "ui/parking/parkedtext.h"
#include "ui/parking/parkedwindow.h"
#include "ui/widgets/messagebar.h"

#include <QAction>
#include <QPushButton>

#include <algorithm>

namespace clusterdeck
{

namespace
{

const QString DueBar = QStringLiteral("Parked due");
const QString ProblemBar = QStringLiteral("Parking problem");

} // namespace

ParkController::ParkController(Session &session, ClusterPane &pane, OperationController &controller,
                               QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_pane(pane)
    , m_controller(controller)
    , m_window(window)
    , m_park(new QAction(tr("&Park…"), window))
    , m_show(new QAction(tr("Par&ked…"), window))
{
    m_park->setObjectName(QStringLiteral("Park"));
    m_park->setToolTip(
        tr("Stop the selected clusters now and get a reminder to delete them later"));
    m_show->setObjectName(QStringLiteral("Parked"));
    connect(m_park, &QAction::triggered, this, &ParkController::askForDay);
    connect(m_show, &QAction::triggered, this, [this] {
        if (!m_parked)
            m_parked = new ParkedWindow(*this, m_session, m_window);
        m_parked->show();
        m_parked->raise();
        m_parked->activateWindow();
    });
    connect(&pane, &ClusterPane::summaryChanged, this, &ParkController::update);
    connect(&controller, &OperationController::readingChanged, this, &ParkController::update);
    connect(&session.operationService(), &OperationService::batchAdded, this,
            &ParkController::batchAdded);
    connect(&session.operationService(), &OperationService::itemChanged, this,
            [this](const ClusterKey &key) {
                if (m_session.parking().find(key))
                    look();
            });
    if (auto *model = qobject_cast<ClusterTableModel *>(pane.table()->model()))
        model->setRemark([this](const ClusterKey &key) { return remark(key); });
    // After every listing, even one that changes nothing: a day may have passed.
    connect(&session, &Session::statusChanged, this, &ParkController::look);
    connect(&session, &Session::accountsChanged, this, &ParkController::look);
    connect(&session, &Session::parkingChanged, this, &ParkController::look);
    connect(&session, &Session::journalChecked, this, [this] {
        update();
        look();
        emit changed();
    });
    connect(&session.clusters(), &ClusterModel::updateEnds, this, &ParkController::look);
    update();
}

void ParkController::update()
{
    m_park->setEnabled(m_session.operationService().canOperate() && !m_controller.isBusy() &&
                       !m_session.isPresenting() && m_pane.summary().selected > 0);
}

QDate ParkController::today() const
{
    return dayAt(m_session.clock().utcNow(), QTimeZone::systemTimeZone());
}

void ParkController::askForDay()
{
    // The ids are taken here, once: later changes of the selection have no effect.
    QList<Cluster> clusters;
    for (const ClusterKey &key : m_pane.table()->selectedKeys()) {
        if (const auto cluster = m_session.clusters().find(key))
            clusters.append(*cluster);
    }
    if (clusters.isEmpty())
        return;
    const ParkingChoice choice = parkingChoice(clusters);
    auto *dialog = new ParkDialog(choice, today(), m_window);
    connect(dialog, &ParkDialog::chosen, this,
            [this, request = requestOf(choice)](const QDate &due, const QString &note) mutable {
                request.due = due;
                request.note = note;
                begin(request);
            });
    dialog->open();
}

void ParkController::begin(const ParkingRequest &request)
{
    if (m_controller.isBusy())
        return;
    const QList<ClusterKey> hidden = m_pane.table()->hiddenAmong(request.keys());
    switch (nextStep(request, int(hidden.size()))) {
    case ParkingStep::None:
        return;
    case ParkingStep::AskHidden:
        m_pane.askAboutHidden(request.keys(), [this, request](const QList<ClusterKey> &rest) {
            begin(request.reducedTo(rest));
        });
        return;
    case ParkingStep::Stop:
        m_controller.begin(Verb::Stop, request.stop);
        m_waiting = request;
        m_waitingRun = m_controller.run();
        return;
    case ParkingStep::Mark:
        park(request.mark, request);
        return;
    }
}

void ParkController::park(const QList<ClusterKey> &keys, const ParkingRequest &request)
{
    QList<ParkedCluster> marks;
    for (const ClusterKey &key : keys)
        marks.append(markOf(key, request));
    (void)write(withParked(m_session.parking().parked(), marks));
    look();
}

ParkedCluster ParkController::markOf(const ClusterKey &key, const ParkingRequest &request) const
{
    ParkedCluster mark;
    mark.key = key;
    if (const auto row = m_session.clusters().rowOf(key))
        mark.name = m_session.clusters().rowAt(*row).text(&ClusterRecord::name);
    mark.parkedAt = m_session.clock().utcNow();
    mark.due = request.due;
    mark.note = request.note;
    for (const Account &account : m_session.accounts()) {
        if (account.id == key.account)
            mark.by = usersOf(account.api).value(0);
    }
    return mark;
}

/// The stop is confirmed and in the journal, and its countdown has not begun. The confirmed
/// clusters are marked now, together with those that need no stop.
void ParkController::batchAdded(const BatchRunner *runner)
{
    if (m_waitingRun == 0 || m_waitingRun != m_controller.run())
        return;
    QList<ClusterKey> confirmed;
    for (const BatchItem &item : runner->batch().items)
        confirmed.append(item.key);
    const QList<ClusterKey> marked = markedWith(m_waiting, runner->batch().verb, confirmed);
    if (marked.isEmpty())
        return;
    park(marked, m_waiting);
    m_waiting.mark.clear(); // only with the first batch: there is one for each account
}

bool ParkController::write(const QList<ParkedCluster> &parked)
{
    ParkingStore &store = m_session.parking();
    const bool written = store.set(parked);
    emit changed();
    if (!m_notices)
        return written;
    if (written && store.setAside().isEmpty())
        m_notices->remove(ProblemBar);
    else
        m_notices
            ->show(ProblemBar, Glyph::Warning, written ? StatusColor::Warning : StatusColor::Bad,
                   written ? parkingSetAsideText(store.setAside())
                           : parkingNotWrittenText(store.problem().value_or(FileProblem())))
            ->addDismiss();
    return written;
}

QList<ParkedNow> ParkController::shown()
{
    return parkedNow(m_session.parking().parked(),
                     [this](const ClusterKey &key) { return m_session.parkedFacts(key); });
}

QList<ClusterKey> ParkController::due()
{
    return dueAmong(shown(), today());
}

QString ParkController::remark(const ClusterKey &key)
{
    const ParkedCluster *mark = m_session.parking().find(key);
    return mark ? parkedUntilText(*mark, today()) : QString();
}

/// Records the facts about the parked clusters and updates the messages, 100 ms later and once for
/// all changes until then. Does nothing before an account was listed in this run.
void ParkController::look()
{
    const QList<ClusterFeed *> &feeds = m_session.feeds();
    const bool any = std::any_of(feeds.begin(), feeds.end(),
                                 [](const ClusterFeed *feed) { return feed->asOf().isValid(); });
    if (!any || std::exchange(m_looking, true))
        return;
    m_session.clock().callLater(std::chrono::milliseconds(100), this, [this] {
        m_looking = false;
        ParkingStore &store = m_session.parking();
        if (store.parked().isEmpty() && !store.isUnreadable()) {
            findStartedAgain();
            sayWhatIsDue();
            return;
        }
        const QList<ParkedCluster> seen = withFacts(
            store.parked(), [this](const ClusterKey &key) { return m_session.parkedFacts(key); },
            m_session.clock().utcNow());
        // Facts alone are not written to an unreadable file, which the user should check first, nor
        // while another instance writes.
        if (seen != store.parked() && !store.isUnreadable() &&
            m_session.operationService().canOperate())
            (void)store.set(seen);
        emit changed();
        findStartedAgain();
        sayWhatIsDue();
    });
}

/// Reads the operation log for the parked clusters that were started elsewhere.
void ParkController::findStartedAgain()
{
    const StarterSearch search = starterSearch(shown(), m_startedBy, [this](const ClusterKey &key) {
        const LatestItem latest = m_session.operationService().latestItem(key);
        return latest && latest.batch->verb == Verb::Start;
    });
    m_startedBy = search.known;
    for (auto keys = search.wanted.cbegin(); keys != search.wanted.cend(); ++keys) {
        if (CloudApi *cloud = m_session.cloud(keys.key())) {
            cloud->list(reads::operations(), 0, this,
                        [this, keys = *keys](const Result<Page<OperationRecord>> &page) {
                            for (const ClusterKey &key : keys) {
                                if (page && m_startedBy.contains(key))
                                    m_startedBy[key] =
                                        latestRequester(page->records, Verb::Start, key.id);
                            }
                            sayStartedAgain(keys);
                        });
        }
    }
}

void ParkController::sayStartedAgain(const QList<ClusterKey> &keys)
{
    QList<std::pair<ParkedNow, std::optional<QString>>> startedBy;
    for (const ParkedNow &parked : shown()) {
        if (keys.contains(parked.mark.key) && parked.state == ParkedState::RunningAgain)
            startedBy.append({parked, m_startedBy.value(parked.mark.key)});
    }
    if (!m_notices || startedBy.isEmpty())
        return;
    // A bar for each, so that none replaces another.
    MessageBar *messageBar = m_notices->show(
        QStringLiteral("Parked started: %1").arg(startedBy.constFirst().first.mark.key.id),
        Glyph::Clock, StatusColor::Warning, startedAgainText(startedBy));
    connect(messageBar->addButton(tr("Show parked")), &QPushButton::clicked, m_show,
            &QAction::trigger);
    messageBar->addDismiss();
}

void ParkController::sayWhatIsDue()
{
    if (!m_notices)
        return;
    ParkingStore &store = m_session.parking();
    if (store.isUnreadable() && !m_notices->find(ProblemBar) && m_reminded.day.isNull())
        m_notices
            ->show(ProblemBar, Glyph::Warning, StatusColor::Bad,
                   parkingUnreadableText(store.problem().value_or(FileProblem())))
            ->addDismiss();
    const int count = int(due().size());
    MessageBar *messageBar = m_notices->find(DueBar);
    switch (dueStep(m_reminded, today(), count, messageBar)) {
    case DueStep::Hide:
        m_notices->remove(DueBar);
        break;
    case DueStep::Update:
        messageBar->setText(dueText(count));
        break;
    case DueStep::Show:
        messageBar = m_notices->show(DueBar, Glyph::Clock, StatusColor::Warning, dueText(count));
        connect(messageBar->addButton(tr("Show parked")), &QPushButton::clicked, m_show,
                &QAction::trigger);
        messageBar->addDismiss();
        break;
    case DueStep::Leave:
        break;
    }
    m_reminded = {today(), count};
}

void ParkController::deleteDue()
{
    m_session.refreshStores();
    const QList<ClusterKey> keys = due();
    if (keys.isEmpty() || m_controller.isBusy())
        return;
    m_pane.table()->select(keys);
    m_controller.begin(Verb::Delete, keys);
}

void ParkController::start(const QList<ClusterKey> &keys)
{
    m_controller.begin(Verb::Start, keys);
}

void ParkController::changeDay(const QList<ClusterKey> &keys)
{
    QList<ParkedCluster> marks;
    for (const ClusterKey &key : keys) {
        if (const ParkedCluster *mark = m_session.parking().find(key))
            marks.append(*mark);
    }
    if (marks.isEmpty())
        return;
    auto *dialog =
        new ParkDialog(marks, today(), m_parked ? static_cast<QWidget *>(m_parked) : m_window);
    connect(dialog, &ParkDialog::chosen, this, [this, keys](const QDate &due, const QString &note) {
        (void)write(withDay(m_session.parking().parked(), keys, due, note));
        look();
    });
    dialog->open();
}

void ParkController::unpark(const QList<ClusterKey> &keys)
{
    (void)write(withoutParked(m_session.parking().parked(), keys));
    look();
}

} // namespace clusterdeck
