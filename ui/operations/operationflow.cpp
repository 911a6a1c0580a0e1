// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/operationflow.h"

#include "app/session.h"
#include "ui/operations/confirmdialog.h"

namespace clusterdeck
{

OperationFlow::OperationFlow(Session &session, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_window(window)
{
}

bool OperationFlow::isBusy() const
{
    return m_reading || m_dialog;
}

void OperationFlow::begin(Verb verb, const QList<ClusterKey> &keys)
{
    if (isBusy() || keys.isEmpty())
        return;
    m_reading = new QObject(this);
    m_session.desk().plan(verb, keys, m_reading, [this](const Plan &plan) {
        // Not at once: this runs in the context's own call.
        m_reading->deleteLater();
        m_reading = nullptr;
        emit readingChanged({});
        ask(plan);
    });
    emit readingChanged(readingText(int(keys.size())));
}

void OperationFlow::cancel()
{
    if (!m_reading)
        return;
    delete m_reading;
    emit readingChanged({});
}

void OperationFlow::ask(const Plan &plan)
{
    AccountLabels labels;
    bool demo = false;
    for (const Account &account : m_session.accounts()) {
        labels.insert(account.id, m_session.clusters().label(account.id));
        demo = demo || account.demo;
    }
    m_dialog = new ConfirmDialog(plan, labels, demo, m_window);
    connect(m_dialog, &ConfirmDialog::confirmed, &m_session.desk(), &OperationsDesk::confirm);
    emit asking(m_dialog);
    m_dialog->open();
}

} // namespace clusterdeck
