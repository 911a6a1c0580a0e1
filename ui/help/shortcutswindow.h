// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/help/shortcutlist.h"
#include "ui/widgets/recordmodel.h"
#include "ui/widgets/window.h"

namespace clusterdeck
{

/// The keyboard shortcuts of `parent` as they are when this window is created. Show it with show().
class ShortcutsWindow : public Window
{
    Q_OBJECT

public:
    explicit ShortcutsWindow(QWidget *parent);

private:
    RecordModel<ShortcutLine> m_model;
};

} // namespace clusterdeck
