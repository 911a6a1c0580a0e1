// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/operationservice.h"
#include "ui/operations/verbtext.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace clusterdeck
{

class ConfirmDialog;
struct WrittenPlan;

/// From an action to the operation service: asks for a plan, shows it, hands on what was confirmed,
/// and shows it again when the facts have become worse meanwhile. One at a time.
class OperationController : public QObject
{
    Q_OBJECT

public:
    /// `window` is the parent of the dialogs, which tell the time by `clock`.
    OperationController(OperationService &operationService, ClusterModel &clusters, Clock &clock,
                        QWidget *window);

    /// Which of some clusters are selected where nobody sees them: with such a one nothing begins.
    using Hidden = std::function<QList<ClusterKey>(const QList<ClusterKey> &keys)>;
    void setHidden(Hidden hidden) { m_hidden = std::move(hidden); }

    /// Begins with exactly these clusters; what is selected later does not matter. Nothing happens
    /// while another one is being asked about.
    void begin(Verb verb, const QList<ClusterKey> &keys);

    /// The same with a written plan whose approval code was checked: never more than its clusters.
    /// What may not be confirmed is told, and nothing begins.
    void begin(const WrittenPlan &written);

    /// Gives up the reading of facts; when it is the one after the confirmation, nothing is sent.
    void cancel();

    [[nodiscard]] bool isBusy() const;
    /// The number of what is being asked about, another one each time; 0 when nothing is. Asking
    /// again about worse facts is the same one.
    [[nodiscard]] int run() const { return isBusy() ? m_run : 0; }

signals:
    /// Nothing has begun: `hidden` of the `keys` are to be shown or dropped before.
    void hiddenFound(clusterdeck::Verb verb, const QList<clusterdeck::ClusterKey> &keys,
                     const QList<clusterdeck::ClusterKey> &hidden);
    /// What is being read; empty when nothing is. isBusy() may have changed.
    void readingChanged(const QString &text);
    /// The dialog is about to be shown.
    void asking(clusterdeck::ConfirmDialog *dialog);
    /// What a confirmation came to, where the window does not show it by itself: what dropped out,
    /// or why nothing was sent.
    void told(const QString &sentence);

private:
    void read(const QString &text);
    void readingEnded();
    void review(const WrittenPlan &written, const Plan &fresh);
    [[nodiscard]] AccountLabels labelsOf(const QStringList &accounts) const;
    void ask(const Plan &plan, bool again);
    void confirm(const Plan &plan, const QString &shown);
    void conclude(const Confirmation &confirmation);

    OperationService &m_operationService;
    ClusterModel &m_clusters;
    Clock &m_clock;
    QWidget *m_window;
    Hidden m_hidden;
    QPointer<QObject> m_reading;
    QPointer<ConfirmDialog> m_dialog;
    int m_run = 0;
};

} // namespace clusterdeck
