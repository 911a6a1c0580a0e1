// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/acceptance/demoprocess.h"

#include "app/clusters/clusterstate.h"
#include "app/session.h"

#include <QDeadlineTimer>
#include <QTest>

namespace clusterdeck
{

namespace
{

constexpr int Patience = 20000; ///< milliseconds; a busy machine with sanitizers is slow

} // namespace

DemoProcess::DemoProcess(const QStringList &options)
{
    m_account.id = QStringLiteral("acceptance");
    m_account.name = QStringLiteral("Acceptance");
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    m_process.start(QStringLiteral(DEMO_SERVICE), options);
    const QDeadlineTimer limit(Patience);
    while (!isComplete() && !limit.hasExpired() && m_process.state() != QProcess::NotRunning) {
        m_process.waitForReadyRead(100);
        while (m_process.canReadLine())
            readLine(QString::fromUtf8(m_process.readLine()).trimmed());
    }
    if (!isComplete())
        m_problem =
            QStringLiteral("the demonstration service does not serve: %1 %2")
                .arg(m_process.errorString(), QString::fromUtf8(m_process.readAllStandardError()));
}

DemoProcess::~DemoProcess()
{
    m_process.terminate();
    if (!m_process.waitForFinished(5000))
        m_process.kill();
    m_process.waitForFinished(5000);
}

void DemoProcess::readLine(const QString &line)
{
    const QString name = line.section(u'=', 0, 0);
    const QString value = line.section(u'=', 1);
    if (name == u"endpoint")
        m_account.api.baseUrl = QUrl(value);
    else if (name == u"zone")
        m_account.api.zone = value;
    else if (name == u"owner")
        m_account.api.owner = value;
    else if (name == u"QINGCLOUD_ACCESS_KEY_ID")
        m_account.api.credentials.accessKeyId = value;
    else if (name == u"QINGCLOUD_SECRET_ACCESS_KEY")
        m_account.api.credentials.secretAccessKey = value;
}

bool DemoProcess::isComplete() const
{
    const ApiSettings &api = m_account.api;
    return api.baseUrl.isValid() && !api.zone.isEmpty() && !api.owner.isEmpty() &&
           !api.credentials.accessKeyId.isEmpty() && !api.credentials.secretAccessKey.isEmpty();
}

QStringList listedIds(const Account &account,
                      const std::function<bool(const ClusterRecord &)> &wanted)
{
    SystemClock clock;
    Session session(clock);
    session.open(account);
    const ClusterFeed *feed = session.feeds().first();
    if (!QTest::qWaitFor([feed] { return feed->isComplete() || feed->error(); }, 20000))
        return {};
    QStringList ids;
    for (int row = 0; row < session.clusters().rowCount(); ++row) {
        const ClusterRecord record = session.clusters().clusterAt(row).record;
        if (wanted(record))
            ids.append(record.id);
    }
    return ids;
}

QStringList deletableIds(const Account &account, int count)
{
    return listedIds(account,
                     [&](const ClusterRecord &record) {
                         return record.owner == account.api.owner && allows(record, Verb::Delete);
                     })
        .mid(0, count);
}

} // namespace clusterdeck
