// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace clusterdeck
{

/// A default SQLite VFS that wraps the real one, counts changes of files (writes, syncs,
/// truncations) and fails on request.
namespace failingvfs
{

enum class Fault {
    DiskFull, ///< SQLITE_FULL, from the n-th change on
    IoError,  ///< SQLITE_IOERR_WRITE, from the n-th change on
    Once,     ///< SQLITE_IOERR_WRITE, the n-th change only
};

/// Makes this VFS the default. Call once, before the first database is opened.
void install();

/// Makes the n-th change from now fail, counted from 1; 0: none.
void arm(int n, Fault fault);

/// Whether a call failed since arm().
[[nodiscard]] bool hasRefused();

/// Makes `many` reads fail with SQLITE_IOERR_READ, beginning with the n-th from now, counted from
/// 1; 0: none.
void armReads(int n, int many = 1'000'000);

/// Reads since armReads(), including failed ones.
[[nodiscard]] int reads();

/// What happens to reads on threads other than the caller's: those of a check.
enum class OtherThreads {
    Run,
    Wait,    ///< until setOtherThreads(Run)
    AreSlow, ///< 1 ms for each read
};
void setOtherThreads(OtherThreads how);

/// Whether a read on another thread is waiting.
[[nodiscard]] bool isOneWaiting();

/// Reads on other threads since setOtherThreads().
[[nodiscard]] int otherReads();

/// Number of syncs since the program started.
[[nodiscard]] int syncs();

} // namespace failingvfs

} // namespace clusterdeck
