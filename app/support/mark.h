// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace clusterdeck
{

/// What every window, and every document that leaves the program, says about its data.
enum class Mark {
    None,      ///< a real cloud, as it is
    Demo,      ///< the practice cloud
    Presenter, ///< a real cloud under pseudonyms, see PresenterCloud
};

/// For files, the same in every language: "DEMO" or "PRESENTER"; empty for None.
[[nodiscard]] QString wordOf(Mark mark);

/// The beginning of a file's name, such as "DEMO-"; empty for None.
[[nodiscard]] QString filePrefix(Mark mark);

} // namespace clusterdeck
