// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/operationservice.h"
#include "ui/words/verbtext.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace clusterdeck
{

class ConfirmDialog;
struct WrittenPlan;

/// Connects actions to the operation service: requests a plan, shows it, passes on the
/// confirmation, and shows the plan again if the facts became worse. One operation at a time.
class OperationController : public QObject
{
    Q_OBJECT

public:
    /// `window` is the parent of this and of the dialogs. The other arguments outlive it.
    OperationController(OperationService &operationService, ClusterModel &clusters, Clock &clock,
                        QWidget *window);

    /// Whether some of `keys` are selected but hidden by the filter: then no operation begins.
    using Hidden = std::function<bool(const QList<ClusterKey> &keys)>;
    void setHidden(Hidden hidden) { m_hidden = std::move(hidden); }

    /// Begins with exactly these clusters; later changes of the selection have no effect.
    /// `givenReason` is filled in and can be changed. Does nothing while another request is open.
    void begin(Verb verb, const QList<ClusterKey> &keys, const QString &givenReason = {});

    /// Begins with a saved plan whose approval code was checked; never with other clusters than
    /// that plan has. If the plan can no longer be confirmed, reported() says why. Does nothing
    /// while another request is open.
    void begin(const WrittenPlan &written);

    /// Cancels the reading of facts. If it is the one after the confirmation, nothing is sent.
    void cancel();

    /// Whether a request is open: facts are being read, or a dialog is open.
    [[nodiscard]] bool isBusy() const;
    /// The unique number of the open request; 0 if there is none. Asking again because of worse
    /// facts belongs to the same request.
    [[nodiscard]] int run() const { return isBusy() ? m_run : 0; }

signals:
    /// Nothing has begun with these arguments of begin(): the user must first show or deselect
    /// those of `keys` that are hidden.
    void hiddenFound(clusterdeck::Verb verb, const QList<clusterdeck::ClusterKey> &keys,
                     const QString &givenReason);
    /// `text` says what is being read; empty if nothing is. isBusy() may have changed.
    void readingChanged(const QString &text);
    /// The dialog is about to be shown.
    void asking(clusterdeck::ConfirmDialog *dialog);
    /// A sentence for the user about the result: which clusters were excluded, or why nothing was
    /// sent.
    void reported(const QString &sentence);

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
