// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/paging.h"

namespace clusterdeck
{

PageEnd endOf(int read, int rows, std::optional<int> total, int fullPage)
{
    if (!total)
        return rows >= fullPage ? PageEnd::More : PageEnd::Last;
    if (read >= *total)
        return PageEnd::Last;
    return rows > 0 ? PageEnd::More : PageEnd::Missing;
}

Paging::Paging(int from, int mostPages, int atOnce)
    : m_next(from)
    , m_read(from)
    , m_pagesLeft(mostPages)
    , m_atOnce(atOnce)
{
}

std::optional<int> Paging::next()
{
    if (!hasNext())
        return {};
    const int offset = m_next;
    m_next += m_step;
    --m_pagesLeft;
    ++m_underWay;
    return offset;
}

void Paging::came(int offset, int rows, std::optional<int> total)
{
    --m_underWay;
    const bool first = !std::exchange(m_begun, true);
    // A page without a total does not count as a different total.
    m_sameTotal = first || (m_sameTotal && (!total || total == m_total));
    if (first || m_atOnce == 1)
        m_total = total;
    m_rows = rows;
    m_rowsOfAll += rows;
    m_read = offset + rows;
    // If the server's pages are smaller than requested, the first page shows it.
    if (first && rows > 0 && total.value_or(0) > m_read)
        m_step = rows;
    if (isSerial() || (first && rows > 0))
        m_next = m_read;
}

void Paging::failed()
{
    --m_underWay;
    m_failed = true;
}

bool Paging::hasNext() const
{
    if (m_failed || m_pagesLeft <= 0)
        return false;
    return m_underWay < (isSerial() ? 1 : m_atOnce) && (!m_begun || end() == PageEnd::More);
}

PageEnd Paging::end() const
{
    // In parallel, an empty page says nothing about the pages that are still requested.
    return endOf(m_next, isSerial() ? m_rows : m_step, m_total, m_step);
}

} // namespace clusterdeck
