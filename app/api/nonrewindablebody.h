// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace clusterdeck
{

/// A request body that can be read only once. QNetworkAccessManager sends a request again, a POST
/// too, when the connection breaks and the body can be rewound. It cannot rewind a sequential
/// device that it may not buffer, and reports ContentReSendError instead.
class NonRewindableBody : public QIODevice
{
    Q_OBJECT

public:
    explicit NonRewindableBody(QByteArray bytes, QObject *parent = nullptr);

    /// Whether a byte was ever read. False proves that no complete request was sent.
    [[nodiscard]] bool wasTouched() const { return m_position > 0; }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;

    /// Always false. reset() calls it.
    bool seek(qint64 position) override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 maxSize) override;

private:
    QByteArray m_bytes;
    qsizetype m_position = 0;
};

} // namespace clusterdeck
