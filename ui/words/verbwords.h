// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/verbs.h"

#include <QCoreApplication>

namespace clusterdeck
{

/// The texts and the icon of a verb. Each verb has a row in verbwords.cpp.
struct VerbWords {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::VerbWords)

public:
    /// A translatable text.
    struct Text {
        const char *source = nullptr;
        const char *comment = nullptr;

        /// The text in the program's language; `number` chooses the plural form and replaces %Ln.
        [[nodiscard]] QString operator()(int number = -1) const;
        [[nodiscard]] constexpr bool isEmpty() const { return !source; }
    };

    Verb verb;

    const char *name; ///< the object name of the action, for findChild()
    const char *icon; ///< resources/icons/….svg
    Qt::Key shortcut; ///< in the table; Key_unknown: none
    Text action;      ///< in menus and the tool bar
    Text actionTip;   ///< what the action does
    Text selected;    ///< how many selected clusters allow it, by number; may be empty

    Text title;          ///< "Delete 12 clusters", by number
    Text acceptLabel;    ///< the button that confirms; %1 is the title
    Text rejectLabelOne; ///< the button that rejects, for one cluster
    Text rejectLabel;    ///< the same for several
    Text undoOne;        ///< how it can be undone, for one cluster; may be empty
    Text undo;           ///< the same for several; empty if undoOne is
    Text wrongState;     ///< why a cluster whose state does not allow the verb is excluded

    Text countdown; ///< by number; %1 is the seconds
    Text underWay;  ///< for an unfinished item; %1 is its state
    Text notDone;   ///< for a failed item, after the cluster's state, in lower case
    Text operation; ///< the noun, in a list of operations
    Text doneElsewhere;
    Text underWayElsewhere;
    Text failedElsewhere;

    [[nodiscard]] static const VerbWords &of(Verb verb);

private:
    [[nodiscard]] constexpr bool isComplete() const;
};

} // namespace clusterdeck
