// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace clusterdeck
{

enum class KeychainVerb { Read, Write, Remove };

/// Where a call stands in the line.
struct KeychainTurn {
    KeychainVerb verb = KeychainVerb::Read;
    QString key;
    bool running = false;
    bool urged = false; ///< its key was asked for again while it had no answer
};

/// Whether the call at `index` may begin now. The calls for one key keep their order, but reads
/// need not wait for reads. Apart from that one runs at a time, unless it is urged.
[[nodiscard]] bool mayBegin(const QList<KeychainTurn> &line, qsizetype index);

} // namespace clusterdeck
