// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/keychainturns.h"

#include <algorithm>

namespace clusterdeck
{

bool mayBegin(const QList<KeychainTurn> &line, qsizetype index)
{
    const KeychainTurn &turn = line.at(index);
    if (turn.running)
        return false;
    const auto bars = [&turn](const KeychainTurn &earlier) {
        const bool bothRead = earlier.verb == KeychainVerb::Read && turn.verb == KeychainVerb::Read;
        return earlier.key == turn.key && !bothRead;
    };
    if (std::any_of(line.begin(), line.begin() + index, bars))
        return false;
    return turn.urged || std::none_of(line.begin(), line.end(),
                                      [](const KeychainTurn &other) { return other.running; });
}

} // namespace clusterdeck
