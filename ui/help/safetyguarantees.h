// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace clusterdeck
{

struct SafetyGuarantee {
    QString never; ///< a sentence that begins with what never happens
    QString how;   ///< what that means
};

/// What this program never does, in plain words; the five promises come first.
[[nodiscard]] QList<SafetyGuarantee> promises();

/// Shows them, to be read and copied. In nobody's way: show it with show().
class SafetyGuaranteesWindow : public QDialog
{
    Q_OBJECT

public:
    explicit SafetyGuaranteesWindow(QWidget *parent);
};

} // namespace clusterdeck
