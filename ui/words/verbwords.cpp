// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/verbwords.h"

#include <algorithm>
#include <array>

namespace clusterdeck
{

QString VerbWords::Text::operator()(int number) const
{
    return tr(source, comment, number);
}

constexpr bool VerbWords::isComplete() const
{
    const std::array needed{action,
                            actionTip,
                            title,
                            acceptLabel,
                            rejectLabelOne,
                            rejectLabel,
                            wrongState,
                            countdown,
                            underWay,
                            notDone,
                            operation,
                            doneElsewhere,
                            underWayElsewhere,
                            failedElsewhere};
    return name && icon && undoOne.isEmpty() == undo.isEmpty() &&
           std::none_of(needed.begin(), needed.end(),
                        [](const Text &text) { return text.isEmpty(); });
}

const VerbWords &VerbWords::of(Verb verb)
{
// An incomplete row does not compile.
#pragma GCC diagnostic push
#pragma GCC diagnostic error "-Wmissing-field-initializers"
    static constexpr std::array Rows{
        VerbWords{
            .verb = Verb::Delete,
            .name = "Delete",
            .icon = "delete",
            .shortcut = Qt::Key_Delete,
            .action = {QT_TR_NOOP("&Delete…")},
            .actionTip = {QT_TR_NOOP("Delete the selected clusters, after confirmation (Del)")},
            .selected = {QT_TR_N_NOOP("%Ln can be deleted")},
            .title = {QT_TR_N_NOOP("Delete %Ln cluster(s)")},
            .acceptLabel = QT_TRANSLATE_NOOP3("clusterdeck::VerbWords", "&%1",
                                              "button that deletes: verb and number"),
            .rejectLabelOne = {QT_TR_NOOP("&Keep it")},
            .rejectLabel = {QT_TR_NOOP("&Keep them")},
            .undoOne = {},
            .undo = {},
            .wrongState = {QT_TR_NOOP("Its state does not allow this")},
            .countdown = {QT_TR_N_NOOP("Deleting %Ln cluster(s) in %1 s")},
            .underWay = {QT_TR_NOOP("Deleting – %1")},
            .notDone = {QT_TR_NOOP("not deleted")},
            .operation = QT_TRANSLATE_NOOP3("clusterdeck::VerbWords", "Delete", "operation"),
            .doneElsewhere = {QT_TR_NOOP("Deleted elsewhere")},
            .underWayElsewhere = {QT_TR_NOOP("Being deleted elsewhere")},
            .failedElsewhere = {QT_TR_NOOP("Deletion failed elsewhere")},
        },
        VerbWords{
            .verb = Verb::Stop,
            .name = "Stop",
            .icon = "stop",
            .shortcut = Qt::Key_unknown,
            .action = {QT_TR_NOOP("S&top")},
            .actionTip = {QT_TR_NOOP("Stop the selected clusters that are active")},
            .selected = {},
            .title = {QT_TR_N_NOOP("Stop %Ln cluster(s)")},
            .acceptLabel = QT_TRANSLATE_NOOP3("clusterdeck::VerbWords", "&%1",
                                              "button that stops: verb and number"),
            .rejectLabelOne = {QT_TR_NOOP("&Keep it running")},
            .rejectLabel = {QT_TR_NOOP("&Keep them running")},
            .undoOne = {QT_TR_NOOP("It can be started again.")},
            .undo = {QT_TR_NOOP("Stopped clusters can be started again.")},
            .wrongState = {QT_TR_NOOP("It is not active")},
            .countdown = {QT_TR_N_NOOP("Stopping %Ln cluster(s) in %1 s")},
            .underWay = {QT_TR_NOOP("Stopping – %1")},
            .notDone = {QT_TR_NOOP("not stopped")},
            .operation = QT_TRANSLATE_NOOP3("clusterdeck::VerbWords", "Stop", "operation"),
            .doneElsewhere = {QT_TR_NOOP("Stopped elsewhere")},
            .underWayElsewhere = {QT_TR_NOOP("Being stopped elsewhere")},
            .failedElsewhere = {QT_TR_NOOP("Stop failed elsewhere")},
        },
        VerbWords{
            .verb = Verb::Start,
            .name = "Start",
            .icon = "start",
            .shortcut = Qt::Key_unknown,
            .action = {QT_TR_NOOP("&Start")},
            .actionTip = {QT_TR_NOOP("Start the selected clusters that are stopped")},
            .selected = {},
            .title = {QT_TR_N_NOOP("Start %Ln cluster(s)")},
            .acceptLabel = QT_TRANSLATE_NOOP3("clusterdeck::VerbWords", "&%1",
                                              "button that starts: verb and number"),
            .rejectLabelOne = {QT_TR_NOOP("&Keep it stopped")},
            .rejectLabel = {QT_TR_NOOP("&Keep them stopped")},
            .undoOne = {},
            .undo = {},
            .wrongState = {QT_TR_NOOP("It is not stopped")},
            .countdown = {QT_TR_N_NOOP("Starting %Ln cluster(s) in %1 s")},
            .underWay = {QT_TR_NOOP("Starting – %1")},
            .notDone = {QT_TR_NOOP("not started")},
            .operation = QT_TRANSLATE_NOOP3("clusterdeck::VerbWords", "Start", "operation"),
            .doneElsewhere = {QT_TR_NOOP("Started elsewhere")},
            .underWayElsewhere = {QT_TR_NOOP("Being started elsewhere")},
            .failedElsewhere = {QT_TR_NOOP("Start failed elsewhere")},
        },
    };
#pragma GCC diagnostic pop
    static_assert(Rows.size() == VerbCount, "a verb has no row");
    static_assert(
        [] {
            for (std::size_t place = 0; place < Rows.size(); ++place) {
                if (Rows.at(place).verb != Verb(place) || !Rows.at(place).isComplete())
                    return false;
            }
            return true;
        }(),
        "rows stand in the order of the enum, and none is incomplete");
    return Rows.at(std::size_t(verb));
}

} // namespace clusterdeck
