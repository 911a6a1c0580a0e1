// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/operationcontroller.h"

#include "app/clusters/table/clustermodel.h"
#include "app/commandline/planmatch.h"
#include "ui/operations/confirmdialog.h"
#include "ui/operations/noticetext.h"
#include "ui/text/format.h"
#include "ui/text/joining.h"

namespace clusterdeck
{

OperationController::OperationController(OperationService &operationService, ClusterModel &clusters,
                                         Clock &clock, QWidget *window)
    : QObject(window)
    , m_operationService(operationService)
    , m_clusters(clusters)
    , m_clock(clock)
    , m_window(window)
{
}

bool OperationController::isBusy() const
{
    return m_reading || m_dialog;
}

void OperationController::begin(Verb verb, const QList<ClusterKey> &keys,
                                const QString &givenReason)
{
    if (isBusy() || keys.isEmpty())
        return;
    if (m_hidden && m_hidden(keys)) {
        emit hiddenFound(verb, keys, givenReason);
        return;
    }
    ++m_run;
    m_reading = new QObject(this);
    m_operationService.plan(verb, keys, m_reading, [this, givenReason](Plan plan) {
        readingEnded();
        plan.givenReason = givenReason;
        ask(plan, false);
    });
    emit readingChanged(readingText(int(keys.size())));
}

void OperationController::begin(const WrittenPlan &written)
{
    if (isBusy())
        return;
    ++m_run;
    m_reading = new QObject(this);
    m_operationService.plan(written.plan.verb, written.plan.keys(), m_reading,
                            [this, written](const Plan &fresh) {
                                readingEnded();
                                review(written, fresh);
                            });
    emit readingChanged(readingText(int(written.plan.items.size())));
}

void OperationController::review(const WrittenPlan &written, const Plan &fresh)
{
    if (fresh.isOfClosedAccounts()) {
        QStringList names;
        for (const QString &account : written.plan.accounts())
            names.append(shownLine(written.labels.value(account).name, LongestNameShown));
        return emit reported(tr("The account of this plan is not open: %1. Open it with File → "
                                "Accounts…, then open the plan again. Nothing was sent.")
                                 .arg(enumerated(names)));
    }
    const PlanReview review = reviewOf(written, fresh, labelsOf(written.plan.accounts()));
    if (!review.differences.isEmpty() || review.worse)
        return emit reported(review.differences.isEmpty() ? changesText(review.plan)
                                                          : differencesText(review.differences));
    ask(review.plan, false);
}

AccountLabels OperationController::labelsOf(const QStringList &accounts) const
{
    AccountLabels labels;
    for (const QString &account : accounts)
        labels.insert(account, m_clusters.label(account));
    return labels;
}

void OperationController::cancel()
{
    if (!m_reading)
        return;
    delete m_reading;
    emit readingChanged({});
}

void OperationController::readingEnded()
{
    // Not deleted here: this is called from a function whose context it is.
    m_reading->deleteLater();
    m_reading = nullptr;
    emit readingChanged({});
}

void OperationController::ask(const Plan &plan, bool again)
{
    m_dialog =
        new ConfirmDialog(plan, labelsOf(plan.accounts()), m_clock, m_window,
                          again ? ConfirmDialog::Asking::Again : ConfirmDialog::Asking::First);
    connect(m_dialog, &ConfirmDialog::confirmed, this, &OperationController::confirm);
    connect(m_dialog, &ConfirmDialog::stopWanted, this,
            [this](const QList<ClusterKey> &keys) { begin(Verb::Stop, keys); });
    connect(m_dialog, &QDialog::finished, this, [this] {
        m_dialog = nullptr; // it is closed, and deleted later
        if (!m_reading)
            emit readingChanged({});
    });
    emit asking(m_dialog);
    m_dialog->open();
}

void OperationController::confirm(const Plan &plan, const QString &shown)
{
    m_reading = new QObject(this);
    m_operationService.confirm(plan, shown, m_reading, [this](const Confirmation &confirmation) {
        readingEnded();
        conclude(confirmation);
    });
    emit readingChanged(readingAgainText(int(plan.items.size())));
}

void OperationController::conclude(const Confirmation &confirmation)
{
    if (confirmation.outcome == Confirmation::Outcome::LookAgain) {
        ask(confirmation.plan, true);
        return;
    }
    const QString sentence = confirmationText(confirmation, m_clock.utcNow());
    if (!sentence.isEmpty())
        emit reported(sentence);
}

} // namespace clusterdeck
