// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <tl/expected.hpp>

class QSocketNotifier;

namespace clusterdeck
{

/// Reads from a descriptor when it becomes readable. Never blocks the event loop, so that signals
/// are handled while it waits. One read at a time.
class StandardInput : public QObject
{
    Q_OBJECT

public:
    enum class Problem {
        TooLarge,   ///< more bytes than the limit
        Unreadable, ///< closed, a folder, or not readable for a background process
    };
    using Content = tl::expected<QByteArray, Problem>;

    /// `descriptor` stays open.
    explicit StandardInput(int descriptor, QObject *parent = nullptr);
    ~StandardInput() override;

    /// Reads everything up to the end, at most `limit` bytes. `then` runs once, from the event
    /// loop, unless this object is destroyed first.
    void readAll(qint64 limit, std::function<void(const Content &)> then);

    /// Reads one line without its line end, which the last line may lack. std::nullopt at the end
    /// of the input, for a line of more than 4096 bytes, and when reading fails. `then` as in
    /// readAll().
    void readLine(std::function<void(const std::optional<QByteArray> &)> then);

private:
    void begin();
    void readSome();
    void end(std::optional<Problem> problem);

    int m_descriptor;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QByteArray m_read;
    qint64 m_limit = 0;
    std::function<void(const Content &)> m_thenAll;
    std::function<void(const std::optional<QByteArray> &)> m_thenLine;
};

} // namespace clusterdeck
