// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/logreader.h"

namespace clusterdeck
{

LogReader::LogReader(LogPlace place, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_place(std::move(place))
    , m_clock(clock)
{
}

LogReader::~LogReader() = default;

AccountLog LogReader::log() const
{
    return {m_place.account, m_place.accountName, m_place.zone, m_place.cloud, m_operations};
}

void LogReader::readNewest()
{
    if (m_status != Status::Reading)
        begin(0, m_operations.isEmpty());
}

void LogReader::readOlder()
{
    if (m_status != Status::Reading && !m_whole)
        begin(m_next, true);
}

void LogReader::stop()
{
    if (m_status != Status::Reading)
        return;
    m_reading.reset(); // also drops an answer that waits in the event loop
    end(Status::Stopped);
}

void LogReader::begin(int offset, bool older)
{
    m_older = older;
    m_met = false;
    m_gap = false;
    m_paging = Paging(offset, PagesAtOnce);
    m_added = 0;
    m_known = m_operations.size();
    m_status = Status::Reading;
    m_reading = std::make_unique<QObject>();
    // From the event loop: changed() is not emitted before the caller has returned.
    m_clock.callLater(std::chrono::milliseconds(0), m_reading.get(), [this] {
        emit changed();
        if (!mayAsk())
            return;
        readPages(*m_place.api, reads::operations(), m_paging, m_reading.get(),
                  [this](int page, const auto &answer) { return arrived(page, answer); });
    });
}

bool LogReader::mayAsk()
{
    const std::optional<int> left = m_place.api->callsLeft();
    if (left && *left < sharesOf(m_place.api->callsAnHour()).keptFromDetails) {
        end(Status::QuotaLow);
        return false;
    }
    m_asked = m_clock.utcNow();
    return true;
}

/// Whether to read on.
bool LogReader::arrived(int offset, const Result<Page<OperationRecord>> &page)
{
    if (!page) {
        m_error = page.error();
        end(Status::Failed);
        return false;
    }
    if (offset == 0)
        m_asOf = m_asked;
    m_total = page->total;
    take(page->records);
    const bool more = m_paging.end() == PageEnd::More;
    const bool arrivedAtKnown = !m_older && (m_met || !more);
    m_gap = !m_older && !arrivedAtKnown;
    if (m_older) {
        m_next = m_paging.read();
        m_whole = !more;
        m_unreadable += page->rows - int(page->records.size());
    } else if (arrivedAtKnown) {
        m_next += m_added; // the new rows shift the older ones
    }
    if (!arrivedAtKnown && m_paging.hasNext())
        return mayAsk();
    end(Status::Idle);
    return false;
}

void LogReader::take(const QList<OperationRecord> &operations)
{
    for (const OperationRecord &operation : operations) {
        const auto place = m_places.constFind(operation.jobId);
        if (place != m_places.cend()) {
            m_met = m_met || *place < m_known;
            m_operations[*place] = operation;
            continue;
        }
        m_places.insert(operation.jobId, m_operations.size());
        m_operations.append(operation);
        ++m_added;
    }
}

/// Drops the entries that were known before, when the new ones do not reach them: otherwise the gap
/// between them would be invisible.
void LogReader::forgetOld()
{
    m_operations.remove(0, m_known);
    m_places.clear();
    for (qsizetype i = 0; i < m_operations.size(); ++i)
        m_places.insert(m_operations.at(i).jobId, i);
    m_next = m_paging.read();
    m_whole = false;
    m_gap = false;
}

void LogReader::end(Status status)
{
    if (m_gap)
        forgetOld();
    m_status = status;
    if (m_reading)
        m_reading.release()->deleteLater(); // this call may come from it
    emit changed();
}

} // namespace clusterdeck
