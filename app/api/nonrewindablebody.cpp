// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/nonrewindablebody.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace clusterdeck
{

NonRewindableBody::NonRewindableBody(QByteArray bytes, QObject *parent)
    : QIODevice(parent)
    , m_bytes(std::move(bytes))
{
    // Unbuffered: QIODevice's own buffer would read bytes before Qt asks for them.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 NonRewindableBody::bytesAvailable() const
{
    return isOpen() ? m_bytes.size() - m_position + QIODevice::bytesAvailable() : 0;
}

bool NonRewindableBody::seek(qint64)
{
    return false;
}

qint64 NonRewindableBody::readData(char *data, qint64 maxSize)
{
    const qint64 left = m_bytes.size() - m_position;
    if (left == 0)
        return -1; // for a sequential device 0 would mean "no data yet"
    const qint64 taken = std::min(left, maxSize);
    std::memcpy(data, m_bytes.constData() + m_position, size_t(taken));
    m_position += taken;
    return taken;
}

qint64 NonRewindableBody::writeData(const char *, qint64)
{
    return -1;
}

} // namespace clusterdeck
