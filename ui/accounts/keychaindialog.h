// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/window.h"

#include <QTimer>

class QLabel;

namespace clusterdeck
{

/// A dialog whose action may wait for the system's keychain. It has a label for problems, which
/// also reports that the keychain has not answered for a second.
class KeychainDialog : public Dialog
{
    Q_OBJECT

protected:
    /// `slowText`: what to do while the keychain does not answer.
    KeychainDialog(const QString &name, const QString &title, const QString &slowText,
                   QWidget *parent);

    /// The label for problems. The derived class adds it to body().
    [[nodiscard]] QLabel *problem() const { return m_problem; }
    /// Shows and announces `problem`; empty: hides the label.
    void say(const QString &problem);
    /// True: the keychain was asked; false: it has answered.
    void setWaiting(bool waiting);

private:
    QLabel *m_problem;
    QTimer m_slowTimer;
};

} // namespace clusterdeck
