// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/firststephint.h"

#include "app/session.h"
#include "ui/clusters/table/clusterpane.h"
#include "ui/settings/settings.h"
#include "ui/widgets/messagebar.h"

#include <utility>

namespace clusterdeck
{

FirstStepHint::FirstStepHint(Session &session, Settings &settings, ClusterPane &pane,
                             MessageBarStack &notices)
    : QObject(&settings)
    , m_session(session)
    , m_settings(settings)
    , m_pane(pane)
    , m_notices(notices)
{
    connect(&pane, &ClusterPane::summaryChanged, this, &FirstStepHint::update);
    connect(&session, &Session::accountsChanged, this, &FirstStepHint::update);
    connect(&session.operationService(), &OperationService::batchAdded, this,
            [this](const BatchRunner *runner) {
                if (m_session.isDemo() && runner->batch().verb == Verb::Delete)
                    m_settings.set(setting::FirstStepsDone, true);
            });
    settings.follow(setting::FirstStepsDone, this, [this](bool) { update(); });
}

void FirstStepHint::update()
{
    const QString name = QStringLiteral("First steps");
    const FirstStep step =
        firstStepOf({m_session.isDemo(), m_settings.value(setting::FirstStepsDone),
                     m_session.operationService().openItems() > 0, m_session.clusters().rowCount(),
                     m_pane.summary().allowing(Verb::Delete)});
    if (step == std::exchange(m_step, step))
        return;
    if (step == FirstStep::None) {
        m_notices.remove(name);
        return;
    }
    const QString text =
        step == FirstStep::Select
            ? tr("Try a first deletion; nothing here is real. Select a few "
                 "clusters: click one, then hold Ctrl and click others.")
            : tr("Hold Ctrl and click more clusters, or press Delete. You are asked before "
                 "anything is sent.");
    // The same bar, so that its button keeps the focus.
    if (MessageBar *shown = m_notices.find(name)) {
        shown->setText(text);
        announce(shown, text);
        return;
    }
    MessageBar *hint = m_notices.show(name, Glyph::Info, StatusColor::Busy, text);
    hint->addDismiss();
    connect(hint, &MessageBar::dismissed, this,
            [this] { m_settings.set(setting::FirstStepsDone, true); });
}

} // namespace clusterdeck
