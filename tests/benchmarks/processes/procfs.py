# SPDX-License-Identifier: GPL-3.0-or-later
"""What Linux tells of a process. The first three are pure."""

import os
import time
from collections import namedtuple

Work = namedtuple("Work", "wakeups ticks threads")


def kilobytes(status, name):
    """A field such as VmHWM of /proc/PID/status, in KiB."""
    for each in status.splitlines():
        if each.startswith(name + ":"):
            return int(each.split()[1])
    raise KeyError("no %s in the process's status" % name)


def voluntary(status):
    """How often a thread went to sleep by itself, which is how often it was woken."""
    return kilobytes(status, "voluntary_ctxt_switches")


def ticks(stat):
    """Processor time that a process has used, in clock ticks: fields 14 and 15 of its stat."""
    fields = stat.rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def read(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()


def memory(pid, name):
    """In MiB."""
    return kilobytes(read("/proc/%d/status" % pid), name) / 1024


def work(pid):
    """What all threads of a process have done up to now."""
    folder = "/proc/%d/task" % pid
    wakeups = threads = 0
    for task in os.listdir(folder):
        try:
            wakeups += voluntary(read("%s/%s/status" % (folder, task)))
            threads += 1
        except FileNotFoundError:
            pass  # it ended while we looked
    return Work(wakeups, ticks(read("/proc/%d/stat" % pid)), threads)


def wait_for_rest(pid, seconds=2, patience=60):
    """Until a process has used next to no processor time for some seconds."""
    end = time.monotonic() + patience
    before = work(pid).ticks
    while time.monotonic() < end:
        time.sleep(seconds)
        after = work(pid).ticks
        if after - before <= seconds:  # ticks of 10 ms: less than 1 %
            return
        before = after
    raise TimeoutError("the process never came to rest")
