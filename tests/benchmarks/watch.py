# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures when a program's first window has been painted, without support by the program.

The DAMAGE extension on the root window reports changes. After each change a picture is copied inside the
server, which hardly delays the drawing program, until little has changed for half a second; only then the
pictures are fetched. The window counts as painted at the first picture that differs from the last one in
less than 1 % of its pixels, compared by their green values, because cursors blink; it counts as readable at
the first one that does so when both are made black and white. A window that never comes to rest, a blank
window or no window is an error without a number. All times are milliseconds since the start of the program."""

import os
import select
import subprocess
import time

from Xlib import X, display
from Xlib.ext import damage
from Xlib.protocol import event

QUIET = 0.5     # seconds
PATIENCE = 120  # seconds, in total
MOST_PICTURES = 300  # 6 MB each, in the server
SAME_BELOW = 0.01
BLACK_AND_WHITE = bytes(value >= 128 for value in range(256))
SMALLEST = 200  # pixels; smaller windows are a splash, a tray icon or a helper


class Failed(Exception):
    """The program did not do what was to be measured, so there is no number."""


class Watched:
    """A program whose window has been painted and is at rest; the program is killed at the end of the with
    statement."""

    def __init__(self, homes, program):
        self.name = program.name
        self._display = display.Display()
        self._display.damage_query_version()
        self._root = self._display.screen().root
        self._root.change_attributes(event_mask=X.SubstructureNotifyMask)
        self._damage = self._root.damage_create(damage.DamageReportDeltaRectangles)
        self._context = self._root.create_gc(subwindow_mode=X.IncludeInferiors,
                                             graphics_exposures=False)
        self._display.sync()  # from here on every change is seen
        self._window, self._pictures = None, []
        self._log = homes.path(program.name.replace(" ", "-")) + ".log"
        environment = dict(homes.environment(program.name), **program.environment)
        with open(self._log, "w", encoding="utf-8") as log:
            self._began = time.monotonic()
            self._process = subprocess.Popen(program.command, env=environment, stdout=log,
                                             stderr=log, stdin=subprocess.DEVNULL)
        try:
            self._watch()
            last = self._bytes(self._pictures[-1][1])
            if max(map(last.count, set(last))) > 0.995 * len(last):
                raise Failed("its window stayed blank")
            self.painted = self._first(last)
            self.readable = self._first(last, BLACK_AND_WHITE)
        except Failed as problem:
            self.kill()
            with open(self._log, encoding="utf-8", errors="replace") as log:
                raise Failed("%s: %s\n%s" % (self.name, problem, log.read()[-2000:])) from None
        for _, picture in self._pictures:
            picture[0].free()
        self._display.sync()

    def _since(self):
        return (time.monotonic() - self._began) * 1000

    def _watch(self):
        changes, mapped = [], 0
        while True:
            select.select([self._display], [], [], 0.02)
            changed, was = 0, self._window
            while self._display.pending_events():
                changed += self._read(self._display.next_event())
            now = self._since()
            if self._window is not was:
                changes, mapped, self._pictures = [], now, []
            if changed:
                changes.append((now, changed))
                # Later drawing is reported again.
                self._display.damage_subtract(self._damage)
                self._copy()
            recent = sum(pixels for at, pixels in changes if at > now - QUIET * 1000)
            if self._window and now - mapped > QUIET * 1000 and not changed and \
                    recent < SAME_BELOW * self._place[2] * self._place[3]:
                return
            if self._process.poll() is not None:
                raise Failed("it ended with %d before its window came to rest" %
                             self._process.returncode)
            if now > PATIENCE * 1000:
                raise Failed("its window never came to rest" if self._window else "no window")

    def _read(self, news):
        """Number of drawn pixels of the window; a pixel may be counted several times."""
        if news.type == X.MapNotify and not self._window and not news.override:
            place = news.window.get_geometry()
            if place.width >= SMALLEST and place.height >= SMALLEST:
                self._window = news.window
                self._place = [place.x, place.y, place.width, place.height]
                return place.width * place.height  # may have been drawn on before
        elif news.type == X.ConfigureNotify and news.window == self._window:
            self._place = [news.x, news.y, news.width, news.height]
        elif news.type == X.UnmapNotify and news.window == self._window:
            self._window = None  # it was a splash; the next window may be the program's
        elif news.type == self._display.extension_event.DamageNotify and self._window:
            x, y, width, height = self._place
            return (max(0, min(news.area.x + news.area.width, x + width) - max(news.area.x, x)) *
                    max(0, min(news.area.y + news.area.height, y + height) - max(news.area.y, y)))
        return 0

    def _copy(self):
        """Copies the window's area of the screen, including other windows above it."""
        x, y, width, height = self._place
        pixmap = self._root.create_pixmap(width, height, self._display.screen().root_depth)
        pixmap.copy_area(self._context, self._root, x, y, width, height, 0, 0)
        self._display.sync()
        if len(self._pictures) == MOST_PICTURES:
            self._pictures.pop()[1][0].free()
        self._pictures.append((self._since(), (pixmap, width, height)))

    @staticmethod
    def _bytes(picture):
        """The green value of every pixel. Read in strips, because long answers are slow to read."""
        pixmap, width, height = picture
        return b"".join(pixmap.get_image(0, y, width, min(40, height - y), X.ZPixmap,
                                         0xffffff).data[1::4] for y in range(0, height, 40))

    def _first(self, last, values=None):
        """When the first picture like the last one was taken, after both were translated by `values`."""
        return next(at for at, picture in self._pictures
                    if difference(self._bytes(picture).translate(values),
                                  last.translate(values)) < SAME_BELOW)

    def close(self):
        """Closes the window; returns the milliseconds until the process has ended successfully."""
        protocol, delete = (self._display.intern_atom(name)
                            for name in ("WM_PROTOCOLS", "WM_DELETE_WINDOW"))
        self._window.send_event(event.ClientMessage(
            window=self._window, client_type=protocol, data=(32, [delete, X.CurrentTime, 0, 0, 0])))
        asked, handle = self._since(), os.pidfd_open(self._process.pid)
        self._display.flush()
        select.select([handle], [], [], 30)
        ended = self._since() - asked
        os.close(handle)
        if self._process.poll() != 0:
            raise Failed("%s ended with %s when it was closed" % (self.name,
                                                                  self._process.returncode))
        return ended

    def kill(self):
        self._process.kill()
        self._process.wait()

    def status(self, name, task=""):
        """A field of /proc/PID/status, such as VmHWM in KiB."""
        with open("/proc/%d/%sstatus" % (self._process.pid, task), encoding="utf-8") as file:
            return next(int(line.split()[1]) for line in file if line.startswith(name + ":"))

    def work(self):
        """The work of all threads: number of wake-ups, and processor time in percent-seconds."""
        pid = self._process.pid
        wakeups = 0
        for task in os.listdir("/proc/%d/task" % pid):
            try:
                wakeups += self.status("voluntary_ctxt_switches", "task/%s/" % task)
            except FileNotFoundError:
                pass  # the thread has ended meanwhile
        with open("/proc/%d/stat" % pid, encoding="utf-8", errors="replace") as file:
            fields = file.read().rpartition(")")[2].split()
        return wakeups, 100 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def wait_for_rest(self):
        """Waits until the program has used less than 1 % of a processor for two seconds."""
        busy = self.work()[1]
        while True:
            time.sleep(2)
            before, busy = busy, self.work()[1]
            if busy - before <= 2:
                return
            if self._since() > PATIENCE * 1000:
                raise Failed("%s never came to rest" % self.name)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.kill()
        self._display.close()


def difference(one, other):
    """The share of pixels that differ; 1 for pictures of different sizes."""
    if len(one) != len(other):
        return 1
    both = (int.from_bytes(one, "little") ^ int.from_bytes(other, "little"))
    return 1 - both.to_bytes(len(one), "little").count(0) / len(one)
