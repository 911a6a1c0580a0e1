// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/room/serverprocess.h"

#include "tests/benchmarks/room/requirement.h"

#include <QDeadlineTimer>
#include <QJsonDocument>

namespace clusterdeck
{

namespace
{

constexpr int Patience = 20000; ///< milliseconds

} // namespace

ServerProcess::ServerProcess(int clusters, int delayMs, int jobMs)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(BENCH_SERVER),
                    {QString::number(clusters), QString::number(delayMs), QString::number(jobMs)});
    const QByteArray port = ask({});
    require(port.toInt() > 0, "the benchmark's server listens");
    m_account.name = QStringLiteral("bench");
    m_account.api.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port.toInt()));
    m_account.api.zone = QStringLiteral("jn1a");
    m_account.api.owner = QStringLiteral("usr-bench");
    m_account.api.credentials = {QStringLiteral("QYACCESSKEYIDEXAMPLE"),
                                 QStringLiteral("SECRETACCESSKEY")};
    m_account.api.callsAnHour = 1000000;
    m_account.id = accountId(m_account.api);
}

ServerProcess::~ServerProcess()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(Patience)) {
        m_process.kill();
        m_process.waitForFinished(Patience);
    }
}

QByteArray ServerProcess::ask(const QByteArray &order)
{
    if (!order.isEmpty())
        m_process.write(order + '\n');
    const QDeadlineTimer limit(Patience);
    while (!m_process.canReadLine() && !limit.hasExpired() &&
           (m_process.state() != QProcess::NotRunning || m_process.bytesAvailable() > 0))
        m_process.waitForReadyRead(100);
    require(m_process.canReadLine(), "the benchmark's server answers");
    return m_process.readLine().trimmed();
}

QJsonObject ServerProcess::stats()
{
    return QJsonDocument::fromJson(ask("stats")).object();
}

void ServerProcess::setDelay(int milliseconds)
{
    (void)ask("delay " + QByteArray::number(milliseconds));
}

} // namespace clusterdeck
