# SPDX-License-Identifier: GPL-3.0-or-later
"""One run of a program under paintwatch, from exec to its end."""

import os
import re
import struct
import subprocess
import sys
import zlib


class Failed(Exception):
    """A program did not do what was to be measured. There is no number then."""


class Bench:
    """Where things are: the build, the homes, and the folder for pictures (None: none wanted)."""

    def __init__(self, build, homes, pictures=None):
        self.build, self.homes, self.pictures = build, homes, pictures


class Watched:
    """A program whose window has been painted and is quiet. Use in a with statement."""

    def __init__(self, bench, program):
        self.name, self._bench = program.name, bench
        home = re.sub("[^a-z0-9]+", "-", program.name.lower())
        environment = dict(bench.homes.environment(home), **program.environment)
        self._log = bench.homes.path(home) + ".log"
        self._ppm = bench.homes.path(home) + ".ppm"
        # Its chatter is kept, for the case that something goes wrong.
        with open(self._log, "w", encoding="utf-8") as log:
            self._process = subprocess.Popen(
                [bench.build + "/tests/paintwatch", "--picture", self._ppm] + program.command,
                env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log,
                text=True)
        self._values = {}
        try:
            self._read_until("ready")
        except Failed:
            self.__exit__()
            raise
        self.pid = int(self._values["pid"])
        if self["steady"] > self["painted"] + 17:
            print("note: %s was painted after %.1f ms and changed once more until %.1f ms"
                  % (self.name, self["painted"], self["steady"]), file=sys.stderr)
        if bench.pictures:
            png(self._ppm, os.path.join(bench.pictures, home + ".png"))

    def __getitem__(self, name):
        """A moment that paintwatch names, in milliseconds."""
        return float(self._values[name])

    def close(self):
        """Closes the window. Milliseconds until the process had ended, well."""
        self._ask("close", "status")
        if self._values["status"] != "0":
            raise Failed("%s ended with %s when it was closed" % (self.name,
                                                                  self._values["status"]))
        return self["ended"]

    def kill(self):
        self._ask("kill", "killed")

    def picture(self, name):
        """What is shown now, when pictures are wanted."""
        if self._bench.pictures:
            self._ask("picture " + self._ppm, "saved")
            png(self._ppm, os.path.join(self._bench.pictures, name + ".png"))

    def _ask(self, wish, answer):
        self._process.stdin.write(wish + "\n")
        self._process.stdin.flush()
        self._read_until(answer)

    def _read_until(self, last):
        for line in self._process.stdout:
            name, _, value = line.strip().partition(" ")
            self._values[name] = value
            if name == last:
                return
        with open(self._log, encoding="utf-8", errors="replace") as log:
            raise Failed("%s:\n%s" % (self.name, log.read()[-2000:]))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()


def png(ppm, name):
    """Saves a PPM of paintwatch's as PNG."""
    with open(ppm, "rb") as file:
        head = file.readline()
        pixels = file.read()
    width, height = (int(each) for each in head.split()[1:3])

    def chunk(kind, data):
        return (struct.pack(">I", len(data)) + kind + data +
                struct.pack(">I", zlib.crc32(kind + data)))
    rows = b"".join(b"\0" + pixels[y * width * 3:(y + 1) * width * 3] for y in range(height))
    with open(name, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" +
                   chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) +
                   chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
