// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace clusterdeck
{

/// The text of an action, a button or a label without its mnemonic, for a screen reader: "Status"
/// for "&Status", "状态" for "状态(&S)", and "&" for "&&".
[[nodiscard]] QString withoutMnemonic(const QString &text);

} // namespace clusterdeck
