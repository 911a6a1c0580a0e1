// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace clusterdeck
{

/// SQLite's storage with a fault to order: a VFS in front of the real one, made the default, that
/// counts what changes a file (writes, syncs, truncations) and refuses as told.
namespace failingvfs
{

enum class Fault {
    DiskFull, ///< SQLITE_FULL, from the n-th change on
    IoError,  ///< SQLITE_IOERR_WRITE, from the n-th change on
    Once,     ///< SQLITE_IOERR_WRITE, the n-th change only
};

/// Makes it the default. Call once, before the first database is opened.
void install();

/// Refuses the n-th change from now on, counted from 1; 0: none.
void arm(int n, Fault fault);

/// Whether anything was refused since arm().
[[nodiscard]] bool hasRefused();

/// Refuses `many` reads, the n-th from now on, counted from 1, and those that follow it, with
/// SQLITE_IOERR_READ; 0: none.
void armReads(int n, int many = 1'000'000);

/// Reads since armReads(), refused or not.
[[nodiscard]] int reads();

/// What happens to reads on any other thread than the one that calls this: a check's.
enum class OtherThreads {
    Run,
    Wait,    ///< until they may run
    AreSlow, ///< 1 ms for each read
};
void setOtherThreads(OtherThreads how);

/// Whether a read on another thread waits now.
[[nodiscard]] bool isOneWaiting();

/// Reads on other threads since setOtherThreads().
[[nodiscard]] int otherReads();

/// How often something was made durable since the program began.
[[nodiscard]] int syncs();

} // namespace failingvfs

} // namespace clusterdeck
