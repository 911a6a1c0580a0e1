// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

class QWidget;

namespace clusterdeck
{

/// What holds for a main window and for every window, dialog and table below it.
struct WindowContext {
    bool demo = false;       ///< the practice cloud is shown: every window says DEMO
    bool presenting = false; ///< presenter mode: every window says PRESENTER
    QString settingsPrefix;  ///< where sizes and widths are kept; empty: nothing is kept
};

void setWindowContext(QWidget *window, const WindowContext &context);

/// The context of the nearest of `widget` and its parents that has one; else the default.
[[nodiscard]] WindowContext windowContextOf(const QWidget *widget);

} // namespace clusterdeck

Q_DECLARE_METATYPE(clusterdeck::WindowContext)
