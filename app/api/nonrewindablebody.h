// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace clusterdeck
{

/// A request body that can be read once and never again. QNetworkAccessManager re-sends a request
/// whose connection broke, POST included, when it can rewind the body; of a sequential
/// device that it may not buffer it cannot, and reports ContentReSendError instead.
class NonRewindableBody : public QIODevice
{
    Q_OBJECT

public:
    explicit NonRewindableBody(QByteArray bytes, QObject *parent = nullptr);

    /// Whether a byte was ever taken. False proves that no complete request can have left.
    [[nodiscard]] bool wasTouched() const { return m_position > 0; }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] bool atEnd() const override;

    /// Always false: there is no way back.
    bool seek(qint64 position) override;
    bool reset() override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 maxSize) override;

private:
    QByteArray m_bytes;
    qsizetype m_position = 0;
};

} // namespace clusterdeck
