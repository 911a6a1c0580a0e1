// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/checkfindings.h"

namespace clusterdeck
{

inline CheckFinding find(const QList<CheckFinding> &findings, CheckStep step)
{
    return findings.at(int(step));
}

inline QString described(const CheckFinding &finding)
{
    return QStringLiteral("step %1: verdict %2, reason %3, %4 of %5")
        .arg(int(finding.step))
        .arg(int(finding.verdict))
        .arg(int(finding.reason))
        .arg(finding.number)
        .arg(finding.of);
}

} // namespace clusterdeck
