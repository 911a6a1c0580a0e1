// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace clusterdeck
{

/// The value of something that its name tells to be secret: [begin, end) in the text.
struct NamedSecret {
    qsizetype begin = 0;
    qsizetype end = 0;
    bool isKeyId = false; ///< an access key id
};

/// Pure: every such value in `text` (UTF-8), in order; the names are those of Redactor::redacted().
/// Rather takes too much than too little. Linear; never fails.
[[nodiscard]] QList<NamedSecret> namedSecrets(const QByteArray &text);

} // namespace clusterdeck
