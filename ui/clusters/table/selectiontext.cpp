// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/table/selectiontext.h"

#include "ui/words/verbwords.h"

#include <QCoreApplication>

namespace clusterdeck
{

namespace
{

constexpr QStringView Separator = u"  ·  ";

struct Summary {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::SelectionSummary)
};

} // namespace

QString summaryText(const SelectionSummary &summary)
{
    if (summary.selected == 0)
        return Summary::tr("Nothing selected");
    QStringList parts{Summary::tr("%Ln selected", nullptr, summary.selected)};
    if (!summary.isComplete) {
        parts.append(Summary::tr("counting…"));
        return parts.join(Separator);
    }
    for (const Verb verb : allVerbs()) {
        if (const VerbWords &words = VerbWords::of(verb); !words.selected.isEmpty())
            parts.append(words.selected(summary.allowing(verb)));
    }
    if (summary.busy > 0)
        parts.append(Summary::tr("%Ln busy", nullptr, summary.busy));
    if (summary.kept > 0)
        parts.append(Summary::tr("%Ln marked to keep", nullptr, summary.kept));
    if (summary.locked > 0)
        parts.append(Summary::tr("%Ln locked", nullptr, summary.locked));
    if (summary.hidden > 0)
        parts.append(Summary::tr("%Ln hidden by the filter", nullptr, summary.hidden));
    return parts.join(Separator);
}

} // namespace clusterdeck
