// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parking/parkedwindow.h"

#include "app/session.h"
#include "ui/text/joining.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/columnfit.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tables.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QTableView>

namespace clusterdeck
{

ParkedWindow::ParkedWindow(ParkController &controller, Session &session, QWidget *parent)
    : QDialog(parent)
    , m_controller(controller)
    , m_session(session)
    , m_model(session)
    , m_table(new QTableView(this))
    , m_summary(plainLabel(this))
    , m_notices(new MessageBarStack(this))
    , m_delete(new QPushButton(tr("&Delete due ones…"), this))
    , m_change(new QPushButton(tr("&Change day…"), this))
    , m_unpark(new QPushButton(tr("&Unpark"), this))
{
    setObjectName(QStringLiteral("Parked clusters"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Parked clusters"));
    createTable();
    layOut();
    connect(&controller, &ParkController::changed, this, &ParkedWindow::read);
    connect(&session.operationService(), &OperationService::itemChanged, this, &ParkedWindow::read);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ParkedWindow::update);
    connect(m_delete, &QPushButton::clicked, &controller, &ParkController::deleteDue);
    connect(m_change, &QPushButton::clicked, this, [this] { m_controller.changeDay(selected()); });
    connect(m_unpark, &QPushButton::clicked, this, &ParkedWindow::unpark);
    read();
    awaitMidnight();
    m_table->setFocus();
}

void ParkedWindow::createTable()
{
    m_table->setObjectName(QStringLiteral("Parked table"));
    m_table->setAccessibleName(tr("Parked clusters"));
    makeQuietTable(m_table);
    setModelInPlace(m_table, &m_model);
    setWidths(m_table, {20, 15, 24, 26, 24, 20, 16, 12});
    new ColumnFit(m_table, ColumnFit::LastShown, {ParkedModel::Id, ParkedModel::By});
    m_summary->setObjectName(QStringLiteral("Summary"));
    m_delete->setObjectName(QStringLiteral("Delete due"));
    m_change->setObjectName(QStringLiteral("Change day"));
    m_unpark->setObjectName(QStringLiteral("Unpark"));
    m_unpark->setToolTip(tr("Forget the day; the cluster stays as it is"));
    for (QPushButton *button : {m_delete, m_change, m_unpark})
        button->setAutoDefault(false);
}

void ParkedWindow::layOut()
{
    auto *promise = plainLabel(this);
    promise->setText(tr("Clusterdeck reminds of the day only while it is open or when it is opened "
                        "next. Nothing is ever deleted by itself."));
    setMuted(promise);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::Medium);
    head->addWidget(m_summary, 1);
    if (m_session.isDemo())
        head->addWidget(new DemoBadge(this));
    auto *close = new QPushButton(tr("Close"), this);
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::Medium);
    foot->addWidget(m_delete);
    foot->addWidget(m_change);
    foot->addWidget(m_unpark);
    foot->addStretch(1);
    foot->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::Large, space::Large, space::Large, space::Large);
    column->setSpacing(space::Medium);
    column->addLayout(head);
    column->addWidget(m_notices);
    column->addWidget(m_table, 1);
    column->addWidget(promise);
    column->addLayout(foot);
    const QSize screenful = screen()->availableSize() - QSize(2 * space::Huge, 3 * space::Huge);
    resize(QSize(widthOfLetters(fontMetrics(), 195), fontMetrics().height() * 26)
               .boundedTo(screenful));
}

void ParkedWindow::read()
{
    const QList<ParkController::Shown> parked = m_controller.shown();
    m_model.setParked(parked, m_controller.today());
    const int due = int(m_controller.due().size());
    m_summary->setText(
        parked.isEmpty() ? tr("No cluster is parked. Select some in the table and choose “Park…”.")
        : due == 0 ? tr("%Ln cluster(s) parked, none of them due.", nullptr, int(parked.size()))
                   : sentences({tr("%Ln cluster(s) parked.", nullptr, int(parked.size())),
                                tr("%Ln due.", nullptr, due)}));
    update();
}

void ParkedWindow::update()
{
    const bool can = m_session.operationService().canOperate();
    const bool any = !selected().isEmpty();
    m_delete->setEnabled(can && !m_controller.due().isEmpty());
    m_change->setEnabled(can && any);
    m_unpark->setEnabled(can && any);
}

QList<ClusterKey> ParkedWindow::selected() const
{
    QList<ClusterKey> keys;
    for (const QModelIndex &row : m_table->selectionModel()->selectedRows())
        keys.append(m_model.at(row.row()).mark.key);
    return keys;
}

void ParkedWindow::unpark()
{
    const QList<ClusterKey> keys = selected();
    QList<ClusterKey> stopped;
    for (const QModelIndex &row : m_table->selectionModel()->selectedRows()) {
        if (m_model.at(row.row()).state == ParkedState::Stopped)
            stopped.append(m_model.at(row.row()).mark.key);
    }
    m_controller.unpark(keys);
    if (stopped.isEmpty())
        return;
    MessageBar *messageBar = m_notices->show(
        QStringLiteral("Unparked"), Glyph::Info, StatusColor::Neutral,
        tr("%Ln cluster(s) are parked no more, and stopped.", nullptr, int(stopped.size())));
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
