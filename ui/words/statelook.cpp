// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/statelook.h"

#include "app/clusters/clusterstate.h"
#include "ui/text/format.h"
#include "ui/words/verbwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace clusterdeck
{

namespace
{

struct States {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::States)
};

/// The translation of a known word of the provider for a transition or an undocumented state; any
/// other word through shownLine().
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

/// Without the transition.
StateLook settledLook(const QString &status)
{
    StateLook look = lookOf(stateOf(status));
    if (stateOf(status) == ClusterState::Unknown && !status.isEmpty())
        look.word = stateWord(status);
    return look;
}

/// `look`, changed if `item` needs attention.
StateLook marked(StateLook look, const BatchItem &item)
{
    if (!item.needsAttention || isEnd(item.state))
        return look;
    return {States::tr("%1 – needs attention", "state").arg(look.word), Glyph::Warning,
            StatusColor::Warning};
}

struct Phrase {
    const char *text = nullptr;
    const char *comment = nullptr;
};

QString textOf(const Phrase &phrase)
{
    return States::tr(phrase.text, phrase.comment);
}

/// How one state of an item is shown.
struct ItemRow {
    ItemState state;
    const char *word;
    Phrase within;      ///< the word within a sentence, or after a number
    const char *phase;  ///< the time spent in the state; null: `word` and `within`
    Phrase phaseWithin; ///< `phase` within a sentence
    Glyph glyph;
    StatusColor statusColor;
    BarStyle bar;
};

/// In the order of statesToTell().
// clang-format off
constexpr std::array<ItemRow, ItemStateCount> ItemRows{{
    {ItemState::Done, QT_TRANSLATE_NOOP("clusterdeck::States", "Done"),
     QT_TRANSLATE_NOOP3("clusterdeck::States", "done", "within a sentence"),
     nullptr, {},
     Glyph::Check, StatusColor::Good, {ChartColor::Green, Qt::FDiagPattern}},
    {ItemState::AlreadyGone, QT_TRANSLATE_NOOP("clusterdeck::States", "Already gone"),
     QT_TRANSLATE_NOOP3("clusterdeck::States", "already gone", "within a sentence"),
     nullptr, {},
     Glyph::RingCheck, StatusColor::Neutral, {ChartColor::Green, Qt::CrossPattern}},
    {ItemState::Armed, QT_TRANSLATE_NOOP("clusterdeck::States", "Counting down"),
     QT_TRANSLATE_NOOP3("clusterdeck::States", "counting down", "within a sentence"),
     QT_TRANSLATE_NOOP("clusterdeck::States", "Countdown"),
     QT_TRANSLATE_NOOP3("clusterdeck::States", "countdown", "within a sentence"),
     Glyph::Clock, StatusColor::Warning, {ChartColor::Grey, Qt::BDiagPattern}},
    {ItemState::Sending, QT_TRANSLATE_NOOP("clusterdeck::States", "Sending"),
     QT_TRANSLATE_NOOP3("clusterdeck::States", "sending", "within a sentence"),
     QT_TRANSLATE_NOOP("clusterdeck::States", "Request"),
     QT_TRANSLATE_NOOP3("clusterdeck::States", "request", "within a sentence"),
     Glyph::ArrowUp, StatusColor::Busy, {ChartColor::Purple, Qt::Dense4Pattern}},
    {ItemState::Running, QT_TRANSLATE_NOOP("clusterdeck::States", "Running"),
     QT_TRANSLATE_NOOP3("clusterdeck::States", "running", "within a sentence"),
     QT_TRANSLATE_NOOP("clusterdeck::States", "Operation"),
     QT_TRANSLATE_NOOP3("clusterdeck::States", "operation", "within a sentence"),
     Glyph::Arc, StatusColor::Busy, {ChartColor::Blue, Qt::SolidPattern}},
    {ItemState::Queued, QT_TRANSLATE_NOOP("clusterdeck::States", "Queued"),
     QT_TRANSLATE_NOOP3("clusterdeck::States", "queued", "within a sentence"),
     QT_TRANSLATE_NOOP("clusterdeck::States", "Waiting"),
     QT_TRANSLATE_NOOP3("clusterdeck::States", "waiting", "within a sentence"),
     Glyph::Dots, StatusColor::Neutral, {ChartColor::Grey, Qt::Dense6Pattern}},
    {ItemState::AwaitingReadback, QT_TRANSLATE_NOOP("clusterdeck::States", "Being checked"),
     QT_TRANSLATE_NOOP3("clusterdeck::States", "being checked", "within a sentence"),
     nullptr, {},
     Glyph::Info, StatusColor::Busy, {ChartColor::Sky, Qt::Dense7Pattern}},
    {ItemState::Held, QT_TRANSLATE_NOOP("clusterdeck::States", "On hold"),
     QT_TRANSLATE_NOOP3("clusterdeck::States", "on hold", "within a sentence"),
     nullptr, {},
     Glyph::Pause, StatusColor::Warning, {ChartColor::Orange, Qt::VerPattern}},
    {ItemState::Cancelled, QT_TRANSLATE_NOOP("clusterdeck::States", "Cancelled"),
     QT_TRANSLATE_NOOP3("clusterdeck::States", "cancelled", "within a sentence"),
     nullptr, {},
     Glyph::Minus, StatusColor::Neutral, {ChartColor::Grey, Qt::HorPattern}},
    {ItemState::Failed, QT_TRANSLATE_NOOP("clusterdeck::States", "Failed"),
     QT_TRANSLATE_NOOP3("clusterdeck::States", "failed", "within a sentence"),
     nullptr, {},
     Glyph::Cross, StatusColor::Bad, {ChartColor::Vermilion, Qt::Dense3Pattern}},
    {ItemState::Unknown, QT_TRANSLATE_NOOP("clusterdeck::States", "Unknown"),
     QT_TRANSLATE_NOOP3("clusterdeck::States", "unknown", "within a sentence"),
     nullptr, {},
     Glyph::Question, StatusColor::Warning, {ChartColor::Vermilion, Qt::DiagCrossPattern}},
    {ItemState::NotUnderstood, QT_TRANSLATE_NOOP("clusterdeck::States", "Not recognized"),
     QT_TRANSLATE_NOOP3("clusterdeck::States", "not recognized", "within a sentence"),
     nullptr, {},
     Glyph::Warning, StatusColor::Warning, {ChartColor::Grey, Qt::CrossPattern}},
}};
// clang-format on

constexpr const ItemRow *find(ItemState state)
{
    for (const ItemRow &row : ItemRows) {
        if (row.state == state)
            return row.word ? &row : nullptr;
    }
    return nullptr;
}
static_assert(std::all_of(StateSpecs.begin(), StateSpecs.end(),
                          [](const StateSpec &spec) { return find(spec.state) != nullptr; }),
              "a row for each state");

const ItemRow &rowOf(ItemState state)
{
    return *find(state);
}

} // namespace

StateLook lookOf(ClusterState state)
{
    switch (state) {
    case ClusterState::Pending:
        return {States::tr("Pending"), Glyph::Dots, StatusColor::Busy};
    case ClusterState::Active:
        return {States::tr("Active"), Glyph::Dot, StatusColor::Good};
    case ClusterState::Stopped:
        return {States::tr("Stopped"), Glyph::Square, StatusColor::Neutral};
    case ClusterState::Suspended:
        return {States::tr("Suspended"), Glyph::Pause, StatusColor::Warning};
    case ClusterState::Deleted:
        return {States::tr("Deleted"), Glyph::RingCheck, StatusColor::Neutral};
    case ClusterState::Unknown:
        return {unknownWord(), Glyph::Question, StatusColor::Warning};
    }
    Q_UNREACHABLE();
}

StateLook lookOf(const QString &status, const QString &transition)
{
    StateLook look = settledLook(status);
    if (!transition.isEmpty()) {
        // In some languages "pending" and "creating" are the same word.
        const QString change = stateWord(transition);
        if (change != look.word)
            look.word = States::tr("%1 – %2", "state – what is under way").arg(look.word, change);
        look.glyph = Glyph::Arc;
        look.statusColor = StatusColor::Busy;
    }
    return look;
}

StateLook lookOf(const ClusterRecord &cluster)
{
    return lookOf(cluster.status, cluster.transition);
}

StateLook lookOf(ItemState state)
{
    const ItemRow &row = rowOf(state);
    return {States::tr(row.word), row.glyph, row.statusColor};
}

QString wordWithin(ItemState state)
{
    return textOf(rowOf(state).within);
}

QString phaseWord(ItemState state)
{
    const ItemRow &row = rowOf(state);
    return States::tr(row.phase ? row.phase : row.word);
}

QString phaseWithin(ItemState state)
{
    const ItemRow &row = rowOf(state);
    return textOf(row.phase ? row.phaseWithin : row.within);
}

BarStyle barStyleOf(ItemState state)
{
    return rowOf(state).bar;
}

QList<ItemState> statesToTell()
{
    QList<ItemState> states;
    for (const ItemRow &row : ItemRows)
        states.append(row.state);
    return states;
}

StateLook lookOf(const BatchItem &item)
{
    return marked(lookOf(item.state), item);
}

StateLook lookOf(const ClusterRecord &cluster, Verb verb, const BatchItem &item)
{
    StateLook look = lookOf(item.state);
    if (item.state == ItemState::NotUnderstood)
        return lookOf(cluster);
    if (!isEnd(item.state)) {
        look.word = VerbWords::of(verb).underWay().arg(wordWithin(item.state));
        return marked(look, item);
    }
    switch (specOf(item.state).outcome) {
    case ItemOutcome::Failed:
        look.word = States::tr("%1 – %2", "state – failed verb")
                        .arg(settledLook(cluster.status).word, VerbWords::of(verb).notDone());
        return look;
    case ItemOutcome::Done:
        if (item.state == ItemState::AlreadyGone)
            return look;
        // A deleted cluster's row stays until the next listing; after other operations the
        // cluster's own state is shown.
        return specOf(verb).isProvenByAbsence()
                   ? StateLook{States::tr("Deleted"), look.glyph, look.statusColor}
                   : lookOf(cluster);
    case ItemOutcome::Cancelled:
    case ItemOutcome::Running:
    case ItemOutcome::Unknown:
        break;
    }
    return lookOf(cluster);
}

} // namespace clusterdeck
