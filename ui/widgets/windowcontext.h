// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/datakind.h"

#include <QMetaType>
#include <QString>

#include <functional>

class QWidget;

namespace clusterdeck
{

/// Properties of a main window that also apply to every window, dialog and table below it, which
/// read them when they are created.
struct WindowContext {
    DataKind dataKind = DataKind::Real; ///< every window shows it
    QString settingsPrefix; ///< of the keys of saved sizes and widths; empty: none are saved
    /// Opens the user guide from a window; null: there is none.
    std::function<void(QWidget *from)> openGuide{};
};

void setWindowContext(QWidget *window, const WindowContext &context);

/// The context of `widget` or of its nearest parent that has one; a default one if none has.
[[nodiscard]] WindowContext windowContextOf(const QWidget *widget);

} // namespace clusterdeck

Q_DECLARE_METATYPE(clusterdeck::WindowContext)
