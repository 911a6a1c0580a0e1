// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/statelook.h"

#include "app/clusters/clusterstate.h"
#include "ui/look/format.h"
#include "ui/operations/verbwords.h"

#include <QCoreApplication>

#include <utility>

namespace clusterdeck
{

namespace
{

struct States {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::States)
};

/// The provider's words that are known, for what is under way and for states that are not ours; any
/// other as it came.
QString stateWord(const QString &raw)
{
    static constexpr std::pair<const char *, const char *> Words[] = {
        {"abnormal", QT_TRANSLATE_NOOP("clusterdeck::States", "abnormal")},
        {"ceasing", QT_TRANSLATE_NOOP("clusterdeck::States", "ceasing")},
        {"creating", QT_TRANSLATE_NOOP("clusterdeck::States", "creating")},
        {"deleting", QT_TRANSLATE_NOOP("clusterdeck::States", "deleting")},
        {"failed", QT_TRANSLATE_NOOP("clusterdeck::States", "failed")},
        {"installing", QT_TRANSLATE_NOOP("clusterdeck::States", "installing")},
        {"recovering", QT_TRANSLATE_NOOP("clusterdeck::States", "recovering")},
        {"resizing", QT_TRANSLATE_NOOP("clusterdeck::States", "resizing")},
        {"restarting", QT_TRANSLATE_NOOP("clusterdeck::States", "restarting")},
        {"resuming", QT_TRANSLATE_NOOP("clusterdeck::States", "resuming")},
        {"scaling", QT_TRANSLATE_NOOP("clusterdeck::States", "scaling")},
        {"starting", QT_TRANSLATE_NOOP("clusterdeck::States", "starting")},
        {"stopping", QT_TRANSLATE_NOOP("clusterdeck::States", "stopping")},
        {"suspending", QT_TRANSLATE_NOOP("clusterdeck::States", "suspending")},
        {"updating", QT_TRANSLATE_NOOP("clusterdeck::States", "updating")},
        {"upgrading", QT_TRANSLATE_NOOP("clusterdeck::States", "upgrading")},
    };
    for (const auto &[word, text] : Words) {
        if (raw.compare(QLatin1String(word), Qt::CaseInsensitive) == 0)
            return States::tr(text);
    }
    return shownLine(raw, LongestNameShown);
}

StateLook settledLook(const ClusterRecord &cluster)
{
    switch (stateOf(cluster)) {
    case ClusterState::Pending:
        return {States::tr("Pending"), Glyph::Dots, Tone::Busy};
    case ClusterState::Active:
        return {States::tr("Active"), Glyph::Dot, Tone::Good};
    case ClusterState::Stopped:
        return {States::tr("Stopped"), Glyph::Square, Tone::Neutral};
    case ClusterState::Suspended:
        return {States::tr("Suspended"), Glyph::Pause, Tone::Warning};
    case ClusterState::Deleted:
        return {States::tr("Deleted"), Glyph::RingCheck, Tone::Neutral};
    case ClusterState::Unknown:
        return {cluster.status.isEmpty() ? unknownWord() : stateWord(cluster.status),
                Glyph::Question, Tone::Warning};
    }
    Q_UNREACHABLE();
}

/// Another word and another shape, wherever the item is shown.
StateLook marked(StateLook look, const BatchItem &item)
{
    if (!item.needsAttention || isEnd(item.state))
        return look;
    return {States::tr("%1 – needs attention", "state").arg(look.word), Glyph::Warning,
            Tone::Warning};
}

} // namespace

StateLook lookOf(const ClusterRecord &cluster)
{
    StateLook look = settledLook(cluster);
    if (!cluster.transition.isEmpty()) {
        // In some languages what is pending is being created.
        const QString change = stateWord(cluster.transition);
        if (change != look.word)
            look.word = States::tr("%1 – %2", "state – what is under way").arg(look.word, change);
        look.glyph = Glyph::Arc;
        look.tone = Tone::Busy;
    }
    return look;
}

StateLook lookOf(ItemState state)
{
    switch (state) {
    case ItemState::Armed:
        return {States::tr("Armed"), Glyph::Clock, Tone::Warning};
    case ItemState::Queued:
        return {States::tr("Queued"), Glyph::Dots, Tone::Neutral};
    case ItemState::Held:
        return {States::tr("Held"), Glyph::Pause, Tone::Warning};
    case ItemState::Sending:
        return {States::tr("Sending"), Glyph::ArrowUp, Tone::Busy};
    case ItemState::Running:
        return {States::tr("Running"), Glyph::Arc, Tone::Busy};
    case ItemState::Unknown:
        return {States::tr("Unknown"), Glyph::Question, Tone::Warning};
    case ItemState::Done:
        return {States::tr("Done"), Glyph::Check, Tone::Good};
    case ItemState::AlreadyGone:
        return {States::tr("Already gone"), Glyph::RingCheck, Tone::Neutral};
    case ItemState::Failed:
        return {States::tr("Failed"), Glyph::Cross, Tone::Bad};
    case ItemState::Cancelled:
        return {States::tr("Cancelled"), Glyph::Minus, Tone::Neutral};
    case ItemState::NotUnderstood:
        return {States::tr("Not understood"), Glyph::Warning, Tone::Warning};
    }
    Q_UNREACHABLE();
}

QString wordWithin(ItemState state)
{
    switch (state) {
    case ItemState::Armed:
        return States::tr("armed", "within a sentence");
    case ItemState::Queued:
        return States::tr("queued", "within a sentence");
    case ItemState::Held:
        return States::tr("held", "within a sentence");
    case ItemState::Sending:
        return States::tr("sending", "within a sentence");
    case ItemState::Running:
        return States::tr("running", "within a sentence");
    case ItemState::Unknown:
        return States::tr("unknown", "within a sentence");
    case ItemState::Done:
        return States::tr("done", "within a sentence");
    case ItemState::AlreadyGone:
        return States::tr("already gone", "within a sentence");
    case ItemState::Failed:
        return States::tr("failed", "within a sentence");
    case ItemState::Cancelled:
        return States::tr("cancelled", "within a sentence");
    case ItemState::NotUnderstood:
        return States::tr("not understood", "within a sentence");
    }
    Q_UNREACHABLE();
}

StateLook lookOf(const BatchItem &item)
{
    return marked(lookOf(item.state), item);
}

StateLook lookOf(const ClusterRecord &cluster, Verb verb, const BatchItem &item)
{
    StateLook look = lookOf(item.state);
    switch (item.state) {
    case ItemState::Armed:
    case ItemState::Queued:
    case ItemState::Held:
    case ItemState::Sending:
    case ItemState::Running:
    case ItemState::Unknown:
        look.word = VerbWords::of(verb).underWay().arg(wordWithin(item.state));
        return marked(look, item);
    case ItemState::Failed:
        look.word = States::tr("%1 – %2", "state – failed verb")
                        .arg(settledLook(cluster).word, VerbWords::of(verb).notDone());
        return look;
    case ItemState::Done:
        // A row that is still there only waits for the next listing; anything else speaks for
        // itself.
        return specOf(verb).isProvenByAbsence()
                   ? StateLook{States::tr("Deleted"), look.glyph, look.tone}
                   : lookOf(cluster);
    case ItemState::AlreadyGone:
        return look;
    case ItemState::NotUnderstood:
    case ItemState::Cancelled:
        return lookOf(cluster);
    }
    Q_UNREACHABLE();
}

} // namespace clusterdeck
