// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/operationsdesk.h"
#include "ui/operations/verbtext.h"

#include <QObject>
#include <QPointer>

namespace clusterdeck
{

class ConfirmDialog;

/// From an action to the desk: asks for a plan, shows it, hands on what was confirmed, and shows it
/// again when the facts have become worse meanwhile. One at a time.
class OperationFlow : public QObject
{
    Q_OBJECT

public:
    /// `window` is the parent of the dialogs.
    OperationFlow(OperationsDesk &desk, ClusterModel &clusters, QWidget *window);

    /// Whether the dialogs say that what they show is the demo.
    void setDemo(bool demo) { m_demo = demo; }

    /// Begins with exactly these clusters; what is selected later does not matter. Nothing happens
    /// while another one is being asked about.
    void begin(Verb verb, const QList<ClusterKey> &keys);

    /// Gives up the reading of facts; when it is the one after the confirmation, nothing is sent.
    void cancel();

    [[nodiscard]] bool isBusy() const;

signals:
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
    void ask(const Plan &plan, bool again);
    void confirm(const Plan &plan, const QString &shown);
    void conclude(const Confirmation &confirmation);

    OperationsDesk &m_desk;
    ClusterModel &m_clusters;
    QWidget *m_window;
    QPointer<QObject> m_reading;
    QPointer<ConfirmDialog> m_dialog;
    bool m_demo = false;
};

} // namespace clusterdeck
