// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/verbs.h"

#include <QCoreApplication>

namespace clusterdeck
{

/// The texts and the icon of a verb: a row each in verbwords.cpp.
struct VerbWords {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::VerbWords)

public:
    /// A text of the catalogues.
    struct Text {
        const char *source = nullptr;
        const char *comment = nullptr;

        /// In the language of the screen; `number` chooses the plural form and replaces %Ln.
        [[nodiscard]] QString operator()(int number = -1) const;
        [[nodiscard]] constexpr bool isEmpty() const { return !source; }
    };

    Verb verb;

    const char *name; ///< of its action, for findChild()
    const char *icon; ///< resources/icons/….svg
    Qt::Key shortcut; ///< in the table; Key_unknown: none
    Text action;      ///< in menus and the tool bar
    Text actionTip;   ///< what the action does
    Text selected;    ///< how many of the selected ones allow it, by number; may be empty

    Text title;          ///< "Delete 12 clusters", by number
    Text acceptLabel;    ///< the button that confirms; %1 is the title
    Text rejectLabelOne; ///< the button that rejects, for one cluster
    Text rejectLabel;    ///< of several
    Text undoOne;        ///< how it is undone, of one cluster; may be empty
    Text undo;           ///< of several; may be empty
    Text wrongState;     ///< why a cluster that is not busy is left out

    Text countdown; ///< by number; %1 is the seconds
    Text underWay;  ///< %1 is the item's state
    Text notDone;   ///< after the cluster's state, in lower case
    Text operation; ///< in a list of operations
    Text doneElsewhere;
    Text underWayElsewhere;
    Text failedElsewhere;

    [[nodiscard]] static const VerbWords &of(Verb verb);

private:
    [[nodiscard]] constexpr bool isComplete() const;
};

} // namespace clusterdeck
