// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

namespace paintwatch
{

/// A program that was started, and never outlives this object.
class Program
{
public:
    /// `arguments`: its name first, a null pointer last. Its output goes to stderr. Throws
    /// std::runtime_error when there is no process to be had.
    explicit Program(char *const *arguments);
    ~Program();
    Program(const Program &) = delete;
    Program &operator=(const Program &) = delete;

    [[nodiscard]] pid_t pid() const { return m_pid; }
    /// The moment just before exec, on the clock of now().
    [[nodiscard]] double began() const { return *m_began; }
    /// Waits for its end; false when it has not come after so many milliseconds.
    [[nodiscard]] bool hasEnded(int milliseconds);
    /// How it ended, once it has: its exit status, or minus the number of the signal.
    [[nodiscard]] int status() const { return m_status; }
    void kill();

private:
    pid_t m_pid = -1;
    int m_handle = -1;
    int m_status = 0;
    bool m_ended = false;
    double *m_began; ///< in memory that the child shares
};

} // namespace paintwatch
