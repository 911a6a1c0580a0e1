// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/joining.h"

#include <QCoreApplication>

namespace clusterdeck
{

namespace
{

struct Joining {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::Joining)
};

bool endsInFullWidth(const QString &text)
{
    return QStringLiteral("。！？；：，、”）").contains(text.back());
}

} // namespace

QString sentences(const QStringList &each)
{
    QString all;
    for (const QString &sentence : each) {
        if (sentence.isEmpty())
            continue;
        if (!all.isEmpty() && !endsInFullWidth(all))
            all += u' ';
        all += sentence;
    }
    return all;
}

QString enumerated(const QStringList &each)
{
    return each.join(Joining::tr(", ", "between things of one kind"));
}

QString clauses(const QStringList &each)
{
    return each.join(Joining::tr("; ", "between longer parts of a sentence"));
}

QString labelled(const QString &label, const QString &text)
{
    return Joining::tr("%1: %2", "a name and what is said of it").arg(label, text);
}

} // namespace clusterdeck
