// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>

#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace clusterdeck
{

/// Runs `work` in a thread of its own and then `done` with its result in the thread of `receiver`,
/// which is the caller's. If `receiver` is destroyed before, `work` still ends, and `done` is not
/// called. `work` uses only its own copies and functions that any thread may call.
template <class Work, class Done>
void runInBackground(QObject *receiver, Work work, Done done)
{
    auto result = std::make_shared<std::optional<std::invoke_result_t<Work>>>();
    QThread *thread =
        QThread::create([result, work = std::move(work)]() mutable { result->emplace(work()); });
    QObject::connect(thread, &QThread::finished, receiver,
                     [result, done = std::move(done)]() mutable { done(std::move(**result)); });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

} // namespace clusterdeck
