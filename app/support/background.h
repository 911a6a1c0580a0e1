// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThreadPool>

#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace clusterdeck
{

/// Runs `work` in a thread of the global pool and then `done` with its result in the thread of
/// `receiver`, which is the caller's. If `receiver` is destroyed before, `done` is not called. The
/// end of the program waits for `work`, which uses only its own copies and functions that any
/// thread may call.
template <class Work, class Done>
void runInBackground(QObject *receiver, Work work, Done done)
{
    auto result = std::make_shared<std::optional<std::invoke_result_t<Work>>>();
    auto *end = new QObject; // deleted in this thread, as the signal that the work has ended
    QObject::connect(end, &QObject::destroyed, receiver,
                     [result, done = std::move(done)]() mutable { done(std::move(**result)); });
    QThreadPool::globalInstance()->start([result, end, work = std::move(work)]() mutable {
        result->emplace(work());
        end->deleteLater();
    });
}

} // namespace clusterdeck
