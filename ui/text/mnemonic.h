// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace clusterdeck
{

/// The text of an action, a button or a label as it is read aloud: "&Status" and "状态(&S)" without
/// the marked letter, the latter without its brackets too, and "&&" as the character it stands for.
[[nodiscard]] QString withoutMnemonic(const QString &text);

} // namespace clusterdeck
