// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace clusterdeck
{

/// JSON for exports and the clipboard: indented UTF-8. Texts are unchanged; hidden characters are
/// written as \uXXXX, so that they have no effect in a terminal or an editor. `demo`: adds a member
/// that marks the data as demonstration data.
[[nodiscard]] QByteArray jsonText(QJsonObject object, bool demo);

/// The text, or null when it is empty.
[[nodiscard]] QJsonValue textOrNull(const QString &text);

} // namespace clusterdeck
