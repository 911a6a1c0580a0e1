// SPDX-License-Identifier: GPL-3.0-or-later
#include "failingvfs.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <sqlite3.h>
#include <thread>

namespace clusterdeck::failingvfs
{

namespace
{

/// Our header, followed by the real file object in the same block of memory.
struct File {
    sqlite3_file base;
    sqlite3_file *real;
};

sqlite3_vfs *realVfs = nullptr;
sqlite3_vfs ourVfs;
sqlite3_io_methods ourMethods;

// Reads come from two threads, one after the other or at the same time; all other calls from one.
int countdown = 0;
Fault currentFault = Fault::DiskFull;
bool refused = false;
int synced = 0;
std::atomic_int readCount = 0;
std::atomic_int firstRefusedRead = 0;
std::atomic_int refusedReads = 0;
bool broken = false;

std::mutex otherMutex;
std::condition_variable otherChanged;
OtherThreads otherThreads = OtherThreads::Run;
std::thread::id mainThread;
int waitingReads = 0;
int otherReadCount = 0;

void treatOtherThread()
{
    std::unique_lock lock(otherMutex);
    if (std::this_thread::get_id() == mainThread)
        return;
    ++otherReadCount;
    ++waitingReads;
    otherChanged.wait(lock, [] { return otherThreads != OtherThreads::Wait; });
    --waitingReads;
    const bool slow = otherThreads == OtherThreads::AreSlow;
    lock.unlock();
    if (slow)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

sqlite3_file *realOf(sqlite3_file *file)
{
    return reinterpret_cast<File *>(file)->real;
}

int refusalNow()
{
    if (!broken && (countdown == 0 || --countdown > 0))
        return SQLITE_OK;
    refused = true;
    broken = currentFault != Fault::Once;
    return currentFault == Fault::DiskFull ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

int xClose(sqlite3_file *file)
{
    return realOf(file)->pMethods ? realOf(file)->pMethods->xClose(realOf(file)) : SQLITE_OK;
}

int xRead(sqlite3_file *file, void *data, int size, sqlite3_int64 offset)
{
    treatOtherThread();
    const int number = ++readCount;
    if (firstRefusedRead > 0 && number >= firstRefusedRead &&
        number - firstRefusedRead < refusedReads)
        return SQLITE_IOERR_READ;
    return realOf(file)->pMethods->xRead(realOf(file), data, size, offset);
}

int xWrite(sqlite3_file *file, const void *data, int size, sqlite3_int64 offset)
{
    const int refusal = refusalNow();
    return refusal ? refusal : realOf(file)->pMethods->xWrite(realOf(file), data, size, offset);
}

int xTruncate(sqlite3_file *file, sqlite3_int64 size)
{
    const int refusal = refusalNow();
    return refusal ? refusal : realOf(file)->pMethods->xTruncate(realOf(file), size);
}

int xSync(sqlite3_file *file, int flags)
{
    ++synced;
    const int refusal = refusalNow();
    return refusal ? refusal : realOf(file)->pMethods->xSync(realOf(file), flags);
}

int xFileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return realOf(file)->pMethods->xFileSize(realOf(file), size);
}

int xLock(sqlite3_file *file, int level)
{
    return realOf(file)->pMethods->xLock(realOf(file), level);
}

int xUnlock(sqlite3_file *file, int level)
{
    return realOf(file)->pMethods->xUnlock(realOf(file), level);
}

int xCheckReservedLock(sqlite3_file *file, int *result)
{
    return realOf(file)->pMethods->xCheckReservedLock(realOf(file), result);
}

int xFileControl(sqlite3_file *file, int operation, void *argument)
{
    return realOf(file)->pMethods->xFileControl(realOf(file), operation, argument);
}

int xSectorSize(sqlite3_file *file)
{
    return realOf(file)->pMethods->xSectorSize(realOf(file));
}

int xDeviceCharacteristics(sqlite3_file *file)
{
    return realOf(file)->pMethods->xDeviceCharacteristics(realOf(file));
}

int xShmMap(sqlite3_file *file, int page, int size, int extend, void volatile **memory)
{
    return realOf(file)->pMethods->xShmMap(realOf(file), page, size, extend, memory);
}

int xShmLock(sqlite3_file *file, int offset, int count, int flags)
{
    return realOf(file)->pMethods->xShmLock(realOf(file), offset, count, flags);
}

void xShmBarrier(sqlite3_file *file)
{
    realOf(file)->pMethods->xShmBarrier(realOf(file));
}

int xShmUnmap(sqlite3_file *file, int remove)
{
    return realOf(file)->pMethods->xShmUnmap(realOf(file), remove);
}

int xOpen(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *ours = reinterpret_cast<File *>(file);
    ours->real = reinterpret_cast<sqlite3_file *>(ours + 1);
    std::memset(ours->real, 0, size_t(realVfs->szOsFile));
    const int result = realVfs->xOpen(realVfs, name, ours->real, flags, outFlags);
    ours->base.pMethods = ours->real->pMethods ? &ourMethods : nullptr;
    return result;
}

} // namespace

void install()
{
    realVfs = sqlite3_vfs_find(nullptr);
    ourVfs = *realVfs;
    ourVfs.zName = "failing";
    ourVfs.szOsFile = int(sizeof(File)) + realVfs->szOsFile;
    ourVfs.xOpen = xOpen;
    ourMethods = {2,
                  xClose,
                  xRead,
                  xWrite,
                  xTruncate,
                  xSync,
                  xFileSize,
                  xLock,
                  xUnlock,
                  xCheckReservedLock,
                  xFileControl,
                  xSectorSize,
                  xDeviceCharacteristics,
                  xShmMap,
                  xShmLock,
                  xShmBarrier,
                  xShmUnmap,
                  nullptr,
                  nullptr};
    sqlite3_vfs_register(&ourVfs, 1);
}

void arm(int n, Fault fault)
{
    countdown = n;
    currentFault = fault;
    refused = false;
    broken = false;
}

void armReads(int n, int many)
{
    firstRefusedRead = n;
    refusedReads = many;
    readCount = 0;
}

int reads()
{
    return readCount;
}

void setOtherThreads(OtherThreads how)
{
    const std::scoped_lock lock(otherMutex);
    mainThread = std::this_thread::get_id();
    otherThreads = how;
    otherReadCount = 0;
    otherChanged.notify_all();
}

bool isOneWaiting()
{
    const std::scoped_lock lock(otherMutex);
    return waitingReads > 0;
}

int otherReads()
{
    const std::scoped_lock lock(otherMutex);
    return otherReadCount;
}

bool hasRefused()
{
    return refused;
}

int syncs()
{
    return synced;
}

} // namespace clusterdeck::failingvfs
