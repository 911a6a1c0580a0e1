// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parking/parkedwindow.h"

#include "app/session.h"
#include "ui/parking/parkedtext.h"
#include "ui/text/format.h"
#include "ui/text/joining.h"
#include "ui/theme/environment.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/recordtable.h"
#include "ui/widgets/tables.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace clusterdeck
{

namespace
{

QList<ClusterKey> keysOf(const QList<ParkedNow> &parked)
{
    QList<ClusterKey> keys;
    for (const ParkedNow &shown : parked)
        keys.append(shown.mark.key);
    return keys;
}

} // namespace

ParkedWindow::ParkedWindow(ParkController &controller, Session &session, QWidget *parent)
    : Window(QStringLiteral("Parked clusters"), tr("Parked clusters"), parent)
    , m_controller(controller)
    , m_session(session)
    , m_model(
          {
              {"name",
               tr("Name"),
               {.digits = 20, .spoken = true},
               [](const ParkedNow &parked) {
                   return parked.now ? parked.now->name : parked.mark.name;
               }},
              {"id",
               tr("ID"),
               {.digits = 15, .whole = true, .spoken = true},
               [](const ParkedNow &parked) { return parked.mark.key.id; }},
              {"due",
               tr("To be deleted"),
               {.digits = 24, .spoken = true},
               [this](const ParkedNow &parked) {
                   return dayText(parked.mark, m_controller.today(), parked.state);
               },
               [this](const ParkedNow &parked) {
                   return awaitsDeletion(parked.mark, parked.state, m_controller.today())
                              ? glyphIcon(Glyph::Clock, StatusColor::Warning)
                              : QIcon();
               },
               {},
               [](const ParkedNow &parked) { return parked.mark.due; }},
              {"state",
               tr("State now"),
               {.digits = 26, .spoken = true},
               [this](const ParkedNow &parked) { return lookAt(parked).word; },
               [this](const ParkedNow &parked) {
                   const StateLook look = lookAt(parked);
                   return glyphIcon(look.glyph, look.statusColor);
               }},
              {"note",
               tr("Note"),
               {.digits = 24, .empty = EmptyCell::Nothing},
               [](const ParkedNow &parked) { return parked.mark.note; }},
              {"parked",
               tr("Parked on"),
               {.digits = 20},
               [](const ParkedNow &parked) { return dateTimeText(parked.mark.parkedAt); },
               {},
               {},
               [](const ParkedNow &parked) { return parked.mark.parkedAt; }},
              {"by",
               tr("By"),
               {.digits = 16, .whole = true},
               [](const ParkedNow &parked) { return parked.mark.by; }},
              {"account",
               tr("Account"),
               {},
               [this](const ParkedNow &parked) {
                   return accountText(m_session.clusters().label(parked.mark.key.account));
               },
               [this](const ParkedNow &parked) {
                   return environmentIcon(
                       m_session.clusters().label(parked.mark.key.account).color);
               }},
          },
          [](const ParkedNow &parked) { return parked.mark.key; }, this, Sorting::ByColumns)
    , m_table(new RecordTable(QStringLiteral("Parked table"), tr("Parked clusters"), this))
    , m_summary(plainLabel(this))
    , m_notices(new MessageBarStack(this))
    , m_delete(addButton(QStringLiteral("Delete due"), tr("&Delete due clusters…"),
                         QDialogButtonBox::ActionRole))
    , m_change(
          addButton(QStringLiteral("Change day"), tr("&Change day…"), QDialogButtonBox::ActionRole))
    , m_unpark(addButton(QStringLiteral("Unpark"), tr("&Unpark"), QDialogButtonBox::ActionRole))
{
    addCloseButton();
    m_table->setRecordModel(&m_model);
    m_table->setEmptyText(
        tr("No clusters are parked. Select some in the table and choose “Park…”."));
    m_summary->setObjectName(QStringLiteral("Summary"));
    m_unpark->setToolTip(tr("Remove the reminder; the cluster stays as it is"));
    auto *promise = plainLabel(this);
    promise->setText(tr("Clusterdeck reminds you only while it is open, or at its next start. "
                        "Nothing is deleted automatically."));
    setMuted(promise);
    for (QWidget *part : std::initializer_list<QWidget *>{m_summary, m_notices, m_table, promise})
        body()->addWidget(part);
    body()->setStretchFactor(m_table, 1);
    setFirstSize({widthOfLetters(fontMetrics(), 216), fontMetrics().height() * 26});
    connect(&controller, &ParkController::changed, this, &ParkedWindow::read);
    connect(&session.operationService(), &OperationService::itemChanged, this, &ParkedWindow::read);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ParkedWindow::update);
    connect(m_delete, &QPushButton::clicked, &controller, &ParkController::deleteDue);
    connect(m_change, &QPushButton::clicked, this,
            [this] { m_controller.changeDay(keysOf(selected())); });
    connect(m_unpark, &QPushButton::clicked, this, &ParkedWindow::unpark);
    read();
    awaitMidnight();
    m_table->setFocus();
}

StateLook ParkedWindow::lookAt(const ParkedNow &parked) const
{
    return lookOf(parked.mark, parked.state, parked.now,
                  m_session.operationService().latestItem(parked.mark.key));
}

void ParkedWindow::read()
{
    const QList<ParkedNow> parked = m_controller.shown();
    m_model.setRecords(parked);
    m_model.readAgain(); // the texts also depend on the day and on operations
    const int due = int(m_controller.due().size());
    m_summary->setVisible(!parked.isEmpty());
    m_summary->setText(
        due == 0 ? tr("%Ln cluster(s) parked, none of them due.", nullptr, int(parked.size()))
                 : sentences({tr("%Ln cluster(s) parked.", nullptr, int(parked.size())),
                              tr("%Ln due.", nullptr, due)}));
    update();
}

void ParkedWindow::update()
{
    const bool can = m_session.operationService().canOperate();
    const bool any = m_table->selectionModel()->hasSelection();
    m_delete->setEnabled(can && !m_controller.due().isEmpty());
    m_change->setEnabled(can && any);
    m_unpark->setEnabled(can && any);
}

QList<ParkedNow> ParkedWindow::selected() const
{
    QList<ParkedNow> parked;
    for (const int row : m_table->selectedRowNumbers())
        parked.append(m_model.at(row));
    return parked;
}

void ParkedWindow::unpark()
{
    const QList<ParkedNow> chosen = selected();
    QList<ClusterKey> stopped;
    for (const ParkedNow &parked : chosen) {
        if (parked.state == ParkedState::Stopped)
            stopped.append(parked.mark.key);
    }
    m_controller.unpark(keysOf(chosen));
    if (stopped.isEmpty())
        return;
    MessageBar *messageBar = m_notices->show(
        QStringLiteral("Unparked"), Glyph::Info, StatusColor::Neutral,
        tr("%Ln cluster(s) no longer parked (still stopped).", nullptr, int(stopped.size())));
    QPushButton *start = messageBar->addButton(tr("&Start…"));
    start->setObjectName(QStringLiteral("Start"));
    connect(start, &QPushButton::clicked, this, [this, stopped] {
        m_notices->remove(QStringLiteral("Unparked"));
        m_controller.start(stopped);
    });
    messageBar->addDismiss();
}

/// "In 1 day" becomes "due today" in a window that stays open.
void ParkedWindow::awaitMidnight()
{
    m_session.clock().callLater(
        untilNextDay(m_session.clock().utcNow(), QTimeZone::systemTimeZone()), this, [this] {
            read();
            awaitMidnight();
        });
}

} // namespace clusterdeck
