// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/window.h"

namespace clusterdeck
{

struct SafetyGuarantee {
    QString never; ///< a sentence that says what never happens
    QString how;   ///< what that means
};

/// What this program never does; the five promises of resources/guide/en/safety.md come first.
[[nodiscard]] QList<SafetyGuarantee> safetyGuarantees();

/// Shows the guarantees, which can be copied. Show it with show().
class SafetyGuaranteesWindow : public Window
{
    Q_OBJECT

public:
    explicit SafetyGuaranteesWindow(QWidget *parent);
};

} // namespace clusterdeck
