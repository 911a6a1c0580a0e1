// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/operations/verbtext.h"

#include <QObject>
#include <QPointer>

namespace clusterdeck
{

class ConfirmDialog;
class Session;

/// From an action to the desk: asks for a plan, shows it, hands on what was confirmed. One at a
/// time.
class OperationFlow : public QObject
{
    Q_OBJECT

public:
    /// `window` is the parent of the dialogs.
    OperationFlow(Session &session, QWidget *window);

    /// Begins with exactly these clusters; what is selected later does not matter. Nothing happens
    /// while another one is being asked about.
    void begin(Verb verb, const QList<ClusterKey> &keys);

    /// Gives up the reading of facts.
    void cancel();

    [[nodiscard]] bool isBusy() const;

signals:
    /// What is being read; empty when the reading has ended. isBusy() may have changed.
    void readingChanged(const QString &text);
    /// The dialog is about to be shown.
    void asking(clusterdeck::ConfirmDialog *dialog);

private:
    void ask(const Plan &plan);

    Session &m_session;
    QWidget *m_window;
    QPointer<QObject> m_reading;
    QPointer<ConfirmDialog> m_dialog;
};

} // namespace clusterdeck
