// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/journal/journalcheck.h"

#include "app/operations/journal/journalsalvage.h"

#include <QDeadlineTimer>
#include <QThread>

namespace clusterdeck
{

JournalCheck::JournalCheck(const QString &path, const JournalPlace &place)
    : m_path(path)
    , m_place(place)
    , m_connection(place)
    , m_thread(QThread::create([this] { run(); }))
{
    connect(m_thread.get(), &QThread::finished, this, &JournalCheck::ended);
    m_thread->start();
}

JournalCheck::~JournalCheck()
{
    m_stop.request_stop();
    // Repeated, because SQLite ignores an interruption that comes before a statement runs.
    constexpr int BetweenInterruptions = 10; // ms
    do
        m_connection.interrupt();
    while (!m_thread->wait(QDeadlineTimer(BetweenInterruptions)));
}

void JournalCheck::run()
{
    using Finding = JournalConnection::Finding;
    const bool opened = m_connection.open(m_path, JournalConnection::Mode::Beside);
    if (opened && !m_stop.stop_requested())
        m_outcome.finding = m_connection.checkAll();
    if (m_outcome.finding == Finding::Failed)
        m_outcome.trouble = m_connection.trouble();
    m_connection.close();
    if (m_outcome.finding == Finding::Damaged && !m_stop.stop_requested())
        m_outcome.trouble = makeReplacement(m_path, m_place, m_stop.get_token());
}

} // namespace clusterdeck
