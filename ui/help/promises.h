// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace clusterdeck
{

struct Promise {
    QString never; ///< a sentence that begins with what never happens
    QString how;   ///< what that means
};

/// What this program never does, in plain words; the five promises come first.
[[nodiscard]] QList<Promise> promises();

/// Shows them, to be read and copied. In nobody's way: show it with show().
class PromisesWindow : public QDialog
{
    Q_OBJECT

public:
    explicit PromisesWindow(QWidget *parent);
};

} // namespace clusterdeck
