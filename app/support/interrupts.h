// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <array>
#include <csignal>

namespace clusterdeck
{

/// Tells when somebody wants the program to end: SIGINT (Ctrl+C), SIGTERM, or SIGHUP (the terminal
/// is gone). A signal that was ignored when the program began, as under nohup, stays
/// ignored. One object at a time.
///
/// The first signal is told. The program has EndsWithin seconds from then on, also when the event
/// loop does not turn; a second signal ends it at once, as it would without this object. What was
/// written down is on disk, see Journal.
class Interrupts : public QObject
{
    Q_OBJECT

public:
    static constexpr unsigned EndsWithin = 2;

    explicit Interrupts(QObject *parent = nullptr);
    /// The time that a first signal left goes on.
    ~Interrupts() override;

    /// The program ends with this status: when its time is over before it has ended by itself, it
    /// ends with the same.
    void setStatus(int status);

signals:
    void interrupted();

private:
    static constexpr std::array Signals{SIGINT, SIGTERM, SIGHUP};
    std::array<struct sigaction, Signals.size()> m_before{};
};

} // namespace clusterdeck
