// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/window.h"

#include <QTimer>

class QLabel;

namespace clusterdeck
{

/// A dialog whose action may wait for the system's keychain. It has a line for errors, which also
/// reports when the keychain has not answered for a second.
class KeychainDialog : public Dialog
{
    Q_OBJECT

protected:
    /// `slowText`: what to do while the keychain does not answer.
    KeychainDialog(const QString &name, const QString &title, const QString &slowText,
                   QWidget *parent);

    /// To be put into body().
    [[nodiscard]] QLabel *problem() const { return m_problem; }
    /// Shows and announces it. Empty: there is none.
    void say(const QString &problem);
    /// The keychain was asked, or has answered.
    void setWaiting(bool waiting);

private:
    QLabel *m_problem;
    QTimer m_slowTimer;
};

} // namespace clusterdeck
