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

/// From an action to the operation service: requests a plan, shows it, passes on the confirmation,
/// and shows the plan again when the facts have become worse. One operation at a time.
class OperationController : public QObject
{
    Q_OBJECT

public:
    /// `window` is the parent of the dialogs, which use `clock`.
    OperationController(OperationService &operationService, ClusterModel &clusters, Clock &clock,
                        QWidget *window);

    /// Returns those of `keys` that are selected but not visible: with such a cluster no operation
    /// begins.
    using Hidden = std::function<QList<ClusterKey>(const QList<ClusterKey> &keys)>;
    void setHidden(Hidden hidden) { m_hidden = std::move(hidden); }

    /// Begins with exactly these clusters; later changes of the selection have no effect. Does
    /// nothing while another request is open.
    void begin(Verb verb, const QList<ClusterKey> &keys);

    /// The same with a written plan whose approval code was checked: never more than its clusters.
    /// If it cannot be confirmed, told() says why, and nothing begins.
    void begin(const WrittenPlan &written);

    /// Cancels the reading of facts; when it follows the confirmation, nothing is sent.
    void cancel();

    [[nodiscard]] bool isBusy() const;
    /// The number of the current request, unique; 0 when there is none. Asking again because of
    /// worse facts belongs to the same request.
    [[nodiscard]] int run() const { return isBusy() ? m_run : 0; }

signals:
    /// Nothing has begun: `hidden` of the `keys` are to be shown or dropped before.
    void hiddenFound(clusterdeck::Verb verb, const QList<clusterdeck::ClusterKey> &keys,
                     const QList<clusterdeck::ClusterKey> &hidden);
    /// What is being read; empty when nothing is. isBusy() may have changed.
    void readingChanged(const QString &text);
    /// The dialog is about to be shown.
    void asking(clusterdeck::ConfirmDialog *dialog);
    /// The result of a confirmation, where the window does not show it otherwise: excluded
    /// clusters, or why nothing was sent.
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
