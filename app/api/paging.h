// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/cloudapi.h"

#include <limits>

namespace clusterdeck
{

/// How a list goes on behind a page of it.
enum class PageEnd {
    More,    ///< there is a further page
    Last,    ///< there is none
    Missing, ///< the server counts more rows, and yet the page is empty: it contradicts itself
};

/// `read`: rows up to the page's end; `rows`: that the page itself held. Without a count of all a
/// page that is not full is the last. An empty page is followed by none, whatever the count: it
/// would be asked for again and again. Pure.
[[nodiscard]] PageEnd endOf(int read, int rows, std::optional<int> total,
                            int fullPage = CloudApi::PageSize);

/// Which pages of a list to ask for, told by those that came. A value: it asks nobody; see
/// readPages().
///
/// One after the other each page begins behind the rows of the one before. Several at a time the
/// first goes alone, since it tells the total and how large the server's pages are; then they are
/// asked for at equal steps as far as the total of the first, and contradictions show in
/// isConsistent() alone. Without a total they go one after the other too.
class Paging
{
public:
    /// Begins at row `from`, and ends after `mostPages`.
    explicit Paging(int from = 0, int mostPages = std::numeric_limits<int>::max(), int atOnce = 1);

    /// The row at which the page begins that is to be asked for now, and counts as asked from here
    /// on. Nothing: wait for what is on its way, or it is over.
    [[nodiscard]] std::optional<int> next();
    /// The page at `offset` has come.
    void came(int offset, int rows, std::optional<int> total);
    /// It could not be read: nothing more is asked for.
    void failed();

    [[nodiscard]] bool hasNext() const;
    /// Nothing is on its way, and nothing more is to be asked for.
    [[nodiscard]] bool isOver() const { return m_underWay == 0 && !hasNext(); }
    /// Behind the last page that was asked for. More, when it is over: it was not followed to its
    /// end.
    [[nodiscard]] PageEnd end() const;
    /// The row behind the page that came last.
    [[nodiscard]] int read() const { return m_read; }
    /// The pages that counted all rows counted the same total.
    [[nodiscard]] bool hasSameTotal() const { return m_sameTotal; }
    /// As the first page counts them.
    [[nodiscard]] std::optional<int> total() const { return m_total; }
    /// It is as many rows as they held, too. Of a list that was read from its beginning.
    [[nodiscard]] bool isConsistent() const
    {
        return m_sameTotal && m_rowsOfAll == m_total.value_or(m_rowsOfAll);
    }

private:
    [[nodiscard]] bool isSerial() const { return m_atOnce == 1 || !m_total; }

    int m_next;
    int m_read;
    int m_pagesLeft;
    int m_atOnce;
    int m_step = CloudApi::PageSize;
    int m_underWay = 0;
    bool m_begun = false; ///< the first page has come
    bool m_failed = false;
    bool m_sameTotal = true;
    std::optional<int> m_total; ///< as the first page counts, one after the other the last one
    int m_rows = 0;             ///< of the page that came last
    int m_rowsOfAll = 0;
};

/// Asks for the pages of a list as `paging` has it. `took` hears of each answer, once `paging` has:
/// whether to go on. With false, or when paging.isOver(), nothing more is asked for. Dies with
/// `context`; `paging` outlives it, unless `took` answers false.
template <class Record>
void readPages(
    CloudApi &api, const PageCall<Record> &call, Paging &paging, QObject *context,
    std::type_identity_t<std::function<bool(int offset, const Result<Page<Record>> &)>> took)
{
    while (const std::optional<int> offset = paging.next()) {
        api.list(call, *offset, context,
                 [=, &api, &paging, at = *offset](const Result<Page<Record>> &page) {
                     if (page)
                         paging.came(at, page->rows, page->total);
                     else
                         paging.failed();
                     if (took(at, page))
                         readPages(api, call, paging, context, took);
                 });
    }
}

} // namespace clusterdeck
