// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace clusterdeck
{

/// What data is shown. Every window and every document that leaves the program says so.
enum class DataKind {
    Real,      ///< of a real cloud, as it is
    Demo,      ///< of the practice cloud
    Presenter, ///< of a real cloud under pseudonyms, see PresenterCloud
};

/// For files, the same in every language: "DEMO" or "PRESENTER"; empty for Real.
[[nodiscard]] QString wordOf(DataKind dataKind);

/// The beginning of a file's name, such as "DEMO-"; empty for Real.
[[nodiscard]] QString filePrefix(DataKind dataKind);

} // namespace clusterdeck
