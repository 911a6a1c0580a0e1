// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/paintwatch/program.h"

#include "tests/benchmarks/paintwatch/screen.h"

#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <poll.h>
#include <stdexcept>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace paintwatch
{

namespace
{

[[noreturn]] void become(char *const *arguments, double *began)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    const int nothing = open("/dev/null", O_RDONLY);
    dup2(nothing, STDIN_FILENO);
    dup2(STDERR_FILENO, STDOUT_FILENO);
    *began = now();
    execvp(arguments[0], arguments);
    std::perror(arguments[0]);
    _exit(127);
}

} // namespace

Program::Program(char *const *arguments)
{
    void *shared =
        mmap(nullptr, sizeof(double), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED)
        throw std::runtime_error("no memory");
    m_began = static_cast<double *>(shared);
    m_pid = fork();
    if (m_pid == 0)
        become(arguments, m_began);
    m_handle = m_pid > 0 ? int(syscall(SYS_pidfd_open, m_pid, 0)) : -1;
    if (m_handle < 0)
        throw std::runtime_error("the program could not be started");
}

Program::~Program()
{
    kill();
    close(m_handle);
    munmap(m_began, sizeof(double));
}

bool Program::hasEnded(int milliseconds)
{
    pollfd waiting{m_handle, POLLIN, 0};
    if (m_ended || poll(&waiting, 1, milliseconds) <= 0)
        return m_ended;
    int status = 0;
    m_ended = waitpid(m_pid, &status, 0) == m_pid;
    m_status = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    return m_ended;
}

void Program::kill()
{
    if (m_ended)
        return;
    ::kill(m_pid, SIGKILL);
    (void)hasEnded(-1);
}

} // namespace paintwatch
