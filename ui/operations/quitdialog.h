// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/operationservice.h"

#include <QDialog>

class QLabel;

namespace clusterdeck
{

/// Asks before the window closes while something is open, and says what becomes of it, in numbers
/// that follow what happens meanwhile. Show it with open(); accepted() means quit.
class QuitDialog : public QDialog
{
    Q_OBJECT

public:
    QuitDialog(OperationService &operationService, bool demo, QWidget *parent);

private:
    void update();

    OperationService &m_operationService;
    bool m_demo;
    QLabel *m_title;
    QLabel *m_text;
};

} // namespace clusterdeck
