// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/quotapolicy.h"
#include "app/api/records.h"
#include "app/api/result.h"
#include "app/api/verbs.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <optional>
#include <type_traits>
#include <utility>

namespace clusterdeck
{

/// The calls of app/api/README.md as typed functions. One object serves one account.
///
/// For every call: `then` runs exactly once, from the event loop and never before the call has
/// returned, unless `context` is destroyed first; then it never runs. Destroying the context of a
/// read ends its exchange; a write that was sent cannot be undone.
class CloudApi
{
public:
    template <class T>
    using Then = std::function<void(Result<T>)>;

    /// The most rows of one page (app/api/README.md §3).
    static constexpr int PageSize = 100;
    /// The most clusters of one write. Our own choice: the documentation has no limit.
    static constexpr int MostTogether = 20;

    virtual ~CloudApi() = default;

    /// One page of a list, such as reads::clusters(). `offset` counts the rows that the server
    /// sends. The read may be repeated inside. For whole lists: readPages().
    template <class Record>
    void list(const PageCall<Record> &call, int offset, QObject *context,
              std::type_identity_t<Then<Page<Record>>> then)
    {
        listAny(call, offset, context, [then = std::move(then)](const Result<AnyPage> &page) {
            if (!page)
                return then(page.error());
            then(std::get<Page<Record>>(*page));
        });
    }

    /// The same for any kind of list: the page has the records of `call`.
    virtual void listAny(const ReadCall &call, int offset, QObject *context,
                         Then<AnyPage> then) = 0;

    /// Sends `verb` for one or several clusters in one request, with one answer. The request is
    /// never repeated, whatever happens to the answer.
    virtual void send(Verb verb, const QStringList &clusterIds, QObject *context,
                      Then<Accepted> then) = 0;

    /// Changes the name and description of a cluster. A write like send(), but without a job:
    /// Accepted::jobId is empty.
    virtual void modify(const QString &clusterId, const ClusterChange &change, QObject *context,
                        Then<Accepted> then) = 0;

    /// The server's time, UTC: this machine's clock, corrected by the last `Date` header.
    [[nodiscard]] virtual QDateTime serverNow() const = 0;

    /// How far the server's clock is ahead of this machine's; std::nullopt before the first answer.
    [[nodiscard]] virtual std::optional<std::chrono::milliseconds> serverAhead() const
    {
        return {};
    }

    /// The hourly quota.
    [[nodiscard]] virtual int callsAnHour() const { return DocumentedCallsAnHour; }
    /// Calls that the hourly quota still allows, by our own count; std::nullopt if not counted.
    [[nodiscard]] virtual std::optional<int> callsLeft() const { return {}; }
    /// See QuotaPolicy::until().
    [[nodiscard]] virtual std::optional<std::chrono::milliseconds> untilCallsLeft(int) const
    {
        return {};
    }
};

} // namespace clusterdeck
