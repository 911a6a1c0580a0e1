// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/wiresignature.h"

#include <QObject>

#include <functional>
#include <memory>

namespace clusterdeck::demo
{

/// HTTP on 127.0.0.1 and nowhere else, with one handler for every path. Answers are JSON, status
/// 200, with a Date; HEAD gets an empty 405.
///
/// Stands whatever is sent to it: a connection whose request grows beyond a megabyte, comes to rest
/// in the middle, or that does not read its answers is closed after some seconds.
class HttpPort : public QObject
{
    Q_OBJECT

public:
    /// Returns the body of the answer. Called in the order in which requests arrive, at once; only
    /// the answer waits when there is a latency.
    using Handler = std::function<QByteArray(const WireRequest &)>;

    explicit HttpPort(Handler handler, QObject *parent = nullptr);
    ~HttpPort() override;

    /// Port 0: any free one. False when it could not be had.
    [[nodiscard]] bool listen(quint16 port);
    [[nodiscard]] QString errorText() const;
    [[nodiscard]] quint16 port() const; ///< 0 when it does not listen

    /// How long an answer waits. Answers on one connection keep their order, those of different
    /// connections do not wait for each other.
    void setLatency(int milliseconds);
    /// What the clock of the Date header is ahead.
    void setClockSkew(int seconds);
    /// How long a request may rest half-sent, about. 10 s unless a test is in a hurry.
    void setPatience(int milliseconds);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace clusterdeck::demo
