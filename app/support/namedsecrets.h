// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace clusterdeck
{

/// The value of a name that marks it as secret: [begin, end) in the text.
struct NamedSecret {
    qsizetype begin = 0;
    qsizetype end = 0;
    bool isKeyId = false; ///< an access key id
};

/// All such values in `text` (UTF-8), in order. The names are those of Redactor::redacted(). In
/// doubt a value is longer rather than shorter. Pure; linear time; never fails.
[[nodiscard]] QList<NamedSecret> namedSecrets(const QByteArray &text);

} // namespace clusterdeck
