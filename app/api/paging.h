// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/cloudapi.h"

#include <limits>

namespace clusterdeck
{

/// What follows a page of a list.
enum class PageEnd {
    More,    ///< another page
    Last,    ///< nothing
    Missing, ///< the page is empty although the total is larger: the server contradicts itself
};

/// What follows a page. `read`: rows of the list up to the end of the page; `rows`: rows of the
/// page itself. Without a total, a page that is not full is the last. No page follows an empty
/// page, whatever the total is, since the same page would be requested endlessly. Pure.
[[nodiscard]] PageEnd endOf(int read, int rows, std::optional<int> total,
                            int fullPage = CloudApi::PageSize);

/// Decides which pages of a list to request, by the pages that came. Sends nothing itself; see
/// readPages().
///
/// Serial (`atOnce` is 1, or the server sends no total): each page begins after the rows of the
/// page before. Parallel: the first page is requested alone, since it has the total and shows the
/// page size of the server. Then pages are requested at equal steps up to the total of the first
/// page. Other totals of later pages do not change the requests; they show in hasSameTotal() and
/// isConsistent().
class Paging
{
public:
    /// Begins at row `from` and ends after `mostPages` pages; up to `atOnce` run at a time.
    explicit Paging(int from = 0, int mostPages = std::numeric_limits<int>::max(), int atOnce = 1);

    /// The offset of the next page to request, which counts as requested now. std::nullopt: wait
    /// for a running request, or the reading is over.
    [[nodiscard]] std::optional<int> next();
    /// The page at `offset` has come.
    void came(int offset, int rows, std::optional<int> total);
    /// A page could not be read: no further page is requested.
    void failed();

    [[nodiscard]] bool hasNext() const;
    /// No request runs, and no further page is to be requested.
    [[nodiscard]] bool isOver() const { return m_underWay == 0 && !hasNext(); }
    /// What follows the last requested page. More after isOver(): the list was not read to its end.
    [[nodiscard]] PageEnd end() const;
    /// The offset after the page that came last.
    [[nodiscard]] int read() const { return m_read; }
    /// All pages with a total had the same total.
    [[nodiscard]] bool hasSameTotal() const { return m_sameTotal; }
    /// The total of the first page (parallel) or of the last page (serial).
    [[nodiscard]] std::optional<int> total() const { return m_total; }
    /// All totals are the same and equal the number of rows. For a list that was read from row 0.
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
    std::optional<int> m_total;
    int m_rows = 0; ///< of the page that came last
    int m_rowsOfAll = 0;
};

/// Requests the pages of a list as `paging` decides. `took` is called with each answer, after
/// `paging` has counted it, and returns whether to request more now. After false, the answers to
/// running requests still come, and `took` decides again for each. Ends when paging.isOver() or
/// when `context` is destroyed. `api` and `paging` must live until then, or until no request is
/// running.
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
