// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace clusterdeck
{

/// Tells when somebody wants a program without a window to end: Ctrl+C, or SIGTERM. While it lives
/// the signals themselves do nothing else. One at a time.
class Interrupts : public QObject
{
    Q_OBJECT

public:
    explicit Interrupts(QObject *parent = nullptr);
    ~Interrupts() override;

signals:
    void interrupted();
};

} // namespace clusterdeck
