// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

/// The cloud as the rest of app/ sees it: the calls of app/api/README.md with values in and out.
/// One object serves one account.
///
/// Every call promises: `then` runs exactly once, from the event loop and never before the call has
/// returned, unless `context` is destroyed first; then it never runs. Destroying the context of a
/// read gives up the exchange; a write that is on its way cannot be called back.
class CloudApi
{
public:
    template <class T>
    using Then = std::function<void(Result<T>)>;

    /// What one page holds at most (app/api/README.md §3).
    static constexpr int PageSize = 100;
    /// What one write names at most. Our own choice: the pages name no limit.
    static constexpr int MostTogether = 20;

    virtual ~CloudApi() = default;

    /// One page of what `call` lists, such as reads::clusters(). `offset` counts rows as the server
    /// sends them. Reads may be retried inside. Whole lists: readPages().
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

    /// The same, whatever it lists: the page is one of its records.
    virtual void listAny(const ReadCall &call, int offset, QObject *context,
                         Then<AnyPage> then) = 0;

    /// Sends `verb` for one cluster or several in one request, once: it is never repeated here,
    /// whatever happens to the answer. There is one answer for all of them.
    virtual void send(Verb verb, const QStringList &clusterIds, QObject *context,
                      Then<Accepted> then) = 0;

    /// Gives a cluster another name and description. A write like send(), but without a job.
    virtual void modify(const QString &clusterId, const QString &name, const QString &description,
                        QObject *context, Then<Accepted> then) = 0;

    /// The server's time, by this machine's clock and the offset last seen in a `Date` header, as
    /// far as that is followed. UTC.
    [[nodiscard]] virtual QDateTime serverNow() const = 0;

    /// How far the server's clock is ahead of this machine's; nothing before the first answer.
    [[nodiscard]] virtual std::optional<std::chrono::milliseconds> serverAhead() const
    {
        return {};
    }

    /// Calls that the hourly quota still allows, by our own count; nothing when nobody counts.
    [[nodiscard]] virtual std::optional<int> callsLeft() const { return {}; }
};

} // namespace clusterdeck
