// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/journal/journal.h"

#include <QCoreApplication>

namespace clusterdeck
{

/// Runs the event loop until no check of the journal is running.
inline void awaitCheck(const Journal &journal)
{
    while (journal.access() == Journal::Access::Checking)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

/// A journal whose check, if any, has ended.
class CheckedJournal : public Journal
{
public:
    explicit CheckedJournal(const DataFolder &folder)
        : Journal(folder)
    {
        awaitCheck(*this);
    }
};

} // namespace clusterdeck
