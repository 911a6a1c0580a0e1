// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>
#include <QStringList>

#include <csignal>
#include <optional>
#include <spawn.h>
#include <sys/wait.h>
#include <vector>

namespace clusterdeck
{

/// A program in a separate process that reports which signal ended it, which QProcess does not. The
/// process ends with this object.
class SpawnedProcess
{
public:
    ~SpawnedProcess() { kill(); }
    SpawnedProcess() = default;
    Q_DISABLE_COPY_MOVE(SpawnedProcess)

    [[nodiscard]] bool start(const QString &program, const QStringList &arguments,
                             const QProcessEnvironment &environment)
    {
        std::vector<QByteArray> words{program.toLocal8Bit()};
        for (const QString &argument : arguments)
            words.push_back(argument.toLocal8Bit());
        std::vector<QByteArray> variables;
        for (const QString &variable : environment.toStringList())
            variables.push_back(variable.toLocal8Bit());
        const auto pointers = [](std::vector<QByteArray> &texts) {
            std::vector<char *> list;
            for (QByteArray &text : texts)
                list.push_back(text.data());
            list.push_back(nullptr);
            return list;
        };
        m_status.reset();
        return posix_spawn(&m_pid, words.front().constData(), nullptr, nullptr,
                           pointers(words).data(), pointers(variables).data()) == 0;
    }

    /// The status from waitpid(); empty while the process runs.
    std::optional<int> ended()
    {
        int status = 0;
        if (m_pid > 0 && waitpid(m_pid, &status, WNOHANG) == m_pid) {
            m_status = status;
            m_pid = 0;
        }
        return m_status;
    }

    void kill()
    {
        if (m_pid > 0 && ::kill(m_pid, SIGKILL) == 0)
            waitpid(m_pid, nullptr, 0);
        m_pid = 0;
    }

private:
    pid_t m_pid = 0;
    std::optional<int> m_status;
};

} // namespace clusterdeck
