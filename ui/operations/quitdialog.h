// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/operationservice.h"
#include "ui/widgets/window.h"

class QLabel;

namespace clusterdeck
{

/// Asks before the main window closes while items are unfinished, and says what will happen to
/// them; the numbers are updated while it is open. Show it with open(); accepted() means quit.
class QuitDialog : public Dialog
{
    Q_OBJECT

public:
    QuitDialog(OperationService &operationService, QWidget *parent);

private:
    void update();

    OperationService &m_operationService;
    QLabel *m_title;
    QLabel *m_text;
};

} // namespace clusterdeck
