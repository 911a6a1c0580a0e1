// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/standardinput.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace clusterdeck
{

namespace
{

constexpr qint64 LongestLine = 4096;

} // namespace

StandardInput::StandardInput(int descriptor, QObject *parent)
    : QObject(parent)
    , m_descriptor(descriptor)
{
}

StandardInput::~StandardInput() = default;

void StandardInput::readAll(qint64 limit, std::function<void(const Content &)> then)
{
    m_limit = limit;
    m_thenAll = std::move(then);
    begin();
}

void StandardInput::readLine(std::function<void(const std::optional<QByteArray> &)> then)
{
    m_limit = LongestLine;
    m_thenLine = std::move(then);
    begin();
}

void StandardInput::begin()
{
    if (::fcntl(m_descriptor, F_GETFD) < 0) {
        QMetaObject::invokeMethod(
            this, [this] { end(Problem::Unreadable); }, Qt::QueuedConnection);
        return;
    }
    m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &StandardInput::readSome);
}

/// Reads the available bytes: a readable descriptor does not block. For a line only one byte at a
/// time, since the next line may be the answer to the next question.
void StandardInput::readSome()
{
    std::array<char, 65536> bytes{};
    const ssize_t count = ::read(m_descriptor, bytes.data(), m_thenLine ? 1 : bytes.size());
    if (count < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (count < 0)
        return end(Problem::Unreadable);
    m_read.append(bytes.data(), count);
    if (m_read.size() > m_limit)
        return end(Problem::TooLarge);
    if (count == 0 || (m_thenLine && m_read.endsWith('\n')))
        end({});
}

void StandardInput::end(std::optional<Problem> problem)
{
    // `then` may begin the next read.
    if (m_notifier) {
        m_notifier->setEnabled(false);
        m_notifier.release()->deleteLater();
    }
    const QByteArray read = std::exchange(m_read, {});
    if (const auto then = std::exchange(m_thenAll, {}))
        return then(problem ? Content(tl::unexpected(*problem)) : Content(read));
    if (const auto then = std::exchange(m_thenLine, {})) {
        const bool nothing = problem || read.isEmpty();
        then(nothing ? std::nullopt : std::optional(read.endsWith('\n') ? read.chopped(1) : read));
    }
}

} // namespace clusterdeck
