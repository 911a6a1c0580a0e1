// SPDX-License-Identifier: GPL-3.0-or-later
// A library for LD_PRELOAD that makes a folder behave like one on another file system. The variable
// CLUSTERDECK_TEST_FILES holds words of the form name=value:
//   under=FOLDER      the folder that the others apply to
//   type=NUMBER       the type that statfs(2) returns
//   flock=GRANTED     flock(2) always succeeds, or fails with this error (ENOLCK, ENOSYS)
//   fcntl=GRANTED     the same for locks by fcntl(2)
//   link=ERROR        link(2) fails
//   create=ERROR      creating a file or folder fails
//   write=ERROR       writing fails
//   open=ERROR        opening an existing file to write fails, and access(2) to write does
//   log=FILE          a line for each created file: its mode for other users, and its path;
//                     and "sync" with the path for each sync
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace
{

std::string valueOf(const char *name)
{
    const char *all = std::getenv("CLUSTERDECK_TEST_FILES");
    const std::string words = std::string(" ") + (all ? all : "");
    const std::string start = std::string(" ") + name + '=';
    const size_t begin = words.find(start);
    if (begin == std::string::npos)
        return {};
    const size_t from = begin + start.size();
    return words.substr(from, words.find(' ', from) - from);
}

/// 0: not set. GRANTED is -1.
int errorOf(const char *name)
{
    const std::string word = valueOf(name);
    for (const auto &[text, error] :
         {std::pair("GRANTED", -1), std::pair("ENOLCK", ENOLCK), std::pair("ENOSYS", ENOSYS),
          std::pair("EPERM", EPERM), std::pair("ENOSPC", ENOSPC), std::pair("EDQUOT", EDQUOT),
          std::pair("EROFS", EROFS), std::pair("EACCES", EACCES), std::pair("EIO", EIO)}) {
        if (word == text)
            return error;
    }
    return 0;
}

bool isUnder(const std::string &path)
{
    const std::string folder = valueOf("under");
    return !folder.empty() && path.compare(0, folder.size(), folder) == 0;
}

std::string pathOf(int descriptor)
{
    char path[4096];
    const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
    const ssize_t length = readlink(link.c_str(), path, sizeof path);
    return length > 0 ? std::string(path, size_t(length)) : std::string();
}

template <class Function>
Function real(Function, const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

void log(const std::string &line)
{
    const std::string path = valueOf("log");
    if (path.empty())
        return;
    const int kept = errno;
    const long file = syscall(SYS_openat, AT_FDCWD, path.c_str(),
                              O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    const std::string whole = line + '\n';
    if (file >= 0) {
        (void)!syscall(SYS_write, file, whole.data(), whole.size());
        close(int(file));
    }
    errno = kept;
}

/// Whether the call fails, with errno set.
bool fails(const char *rule, const std::string &path)
{
    const int error = errorOf(rule);
    if (error <= 0 || !isUnder(path))
        return false;
    errno = error;
    return true;
}

int openAs(const char *path, int flags, mode_t mode, const char *name, int folder, bool at)
{
    struct stat found = {};
    const bool exists = ::stat(path, &found) == 0;
    if ((flags & O_CREAT) != 0 && !exists && fails("create", path))
        return -1;
    if ((flags & O_ACCMODE) != O_RDONLY && exists && fails("open", path))
        return -1;
    if ((flags & O_CREAT) != 0 && !exists && isUnder(path)) {
        const mode_t mask = umask(0);
        umask(mask);
        char text[16];
        std::snprintf(text, sizeof text, "%03o ", mode & ~mask & 0777);
        log(text + std::string(path));
    }
    using Open = int (*)(const char *, int, ...);
    using OpenAt = int (*)(int, const char *, int, ...);
    return at ? reinterpret_cast<OpenAt>(dlsym(RTLD_NEXT, name))(folder, path, flags, mode)
              : reinterpret_cast<Open>(dlsym(RTLD_NEXT, name))(path, flags, mode);
}

mode_t modeOf(int flags, va_list &arguments)
{
    return (flags & (O_CREAT | O_TMPFILE)) != 0 ? mode_t(va_arg(arguments, int)) : 0;
}

template <class Found>
int typed(int result, const std::string &path, Found *found)
{
    const std::string type = valueOf("type");
    if (result == 0 && !type.empty() && isUnder(path))
        found->f_type = decltype(found->f_type)(std::strtoul(type.c_str(), nullptr, 0));
    return result;
}

int lockAs(int descriptor, const char *name, int command, void *argument)
{
    using Fcntl = int (*)(int, int, ...);
    const bool isLock = command == F_SETLK || command == F_SETLKW || command == F_GETLK ||
                        command == F_OFD_SETLK || command == F_OFD_SETLKW || command == F_OFD_GETLK;
    const int error = isLock ? errorOf("fcntl") : 0;
    if (error != 0 && isUnder(pathOf(descriptor))) {
        if (error < 0 && (command == F_GETLK || command == F_OFD_GETLK))
            static_cast<struct flock *>(argument)->l_type = F_UNLCK;
        errno = error;
        return error < 0 ? 0 : -1;
    }
    return reinterpret_cast<Fcntl>(dlsym(RTLD_NEXT, name))(descriptor, command, argument);
}

} // namespace

extern "C" {

#define OPEN(NAME)                                                                                 \
    int NAME(const char *path, int flags, ...)                                                     \
    {                                                                                              \
        va_list arguments;                                                                         \
        va_start(arguments, flags);                                                                \
        const mode_t mode = modeOf(flags, arguments);                                              \
        va_end(arguments);                                                                         \
        return openAs(path, flags, mode, #NAME, 0, false);                                         \
    }
#define OPEN_AT(NAME)                                                                              \
    int NAME(int folder, const char *path, int flags, ...)                                         \
    {                                                                                              \
        va_list arguments;                                                                         \
        va_start(arguments, flags);                                                                \
        const mode_t mode = modeOf(flags, arguments);                                              \
        va_end(arguments);                                                                         \
        return openAs(path, flags, mode, #NAME, folder, true);                                     \
    }
#define FCNTL(NAME)                                                                                \
    int NAME(int descriptor, int command, ...)                                                     \
    {                                                                                              \
        va_list arguments;                                                                         \
        va_start(arguments, command);                                                              \
        void *argument = va_arg(arguments, void *);                                                \
        va_end(arguments);                                                                         \
        return lockAs(descriptor, #NAME, command, argument);                                       \
    }

OPEN(open)
OPEN(open64)
OPEN_AT(openat)
OPEN_AT(openat64)
FCNTL(fcntl)
FCNTL(fcntl64)

int flock(int descriptor, int operation)
{
    const int error = errorOf("flock");
    if (error == 0 || !isUnder(pathOf(descriptor)))
        return real(&flock, "flock")(descriptor, operation);
    errno = error;
    return error < 0 ? 0 : -1;
}

int statfs(const char *path, struct statfs *found)
{
    return typed(real(&statfs, "statfs")(path, found), path, found);
}

int statfs64(const char *path, struct statfs64 *found)
{
    return typed(real(&statfs64, "statfs64")(path, found), path, found);
}

int access(const char *path, int mode)
{
    return (mode & W_OK) != 0 && fails("open", path) ? -1 : real(&access, "access")(path, mode);
}

int link(const char *from, const char *to)
{
    return fails("link", to) ? -1 : real(&link, "link")(from, to);
}

int mkdir(const char *path, mode_t mode)
{
    return fails("create", path) ? -1 : real(&mkdir, "mkdir")(path, mode);
}

ssize_t write(int descriptor, const void *bytes, size_t count)
{
    return fails("write", pathOf(descriptor)) ? -1
                                              : real(&write, "write")(descriptor, bytes, count);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t offset)
{
    return fails("write", pathOf(descriptor))
               ? -1
               : real(&pwrite64, "pwrite64")(descriptor, bytes, count, offset);
}

int fsync(int descriptor)
{
    log("sync " + pathOf(descriptor));
    return real(&fsync, "fsync")(descriptor);
}

int fdatasync(int descriptor)
{
    log("sync " + pathOf(descriptor));
    return real(&fdatasync, "fdatasync")(descriptor);
}

} // extern "C"
