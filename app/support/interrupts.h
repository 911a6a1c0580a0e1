// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <array>
#include <csignal>

namespace clusterdeck
{

/// Handles SIGINT (Ctrl+C), SIGTERM and SIGHUP (the terminal was closed). A signal that was ignored
/// at the start of the program, as under nohup, stays ignored. One object at a time.
///
/// The first signal emits interrupted(). The program then has EndsWithin seconds, also if the event
/// loop is blocked; a second signal ends it at once. What the journal has recorded durably is not
/// lost.
class Interrupts : public QObject
{
    Q_OBJECT

public:
    static constexpr unsigned EndsWithin = 2;

    explicit Interrupts(QObject *parent = nullptr);
    /// A time limit that a first signal has started continues.
    ~Interrupts() override;

    /// The exit status to use if the time limit ends the program.
    void setStatus(int status);

signals:
    void interrupted();

private:
    static constexpr std::array Signals{SIGINT, SIGTERM, SIGHUP};
    std::array<struct sigaction, Signals.size()> m_before{};
};

} // namespace clusterdeck
