# SPDX-License-Identifier: GPL-3.0-or-later
"""A separate X server, session bus and accessibility bus for a test, with an empty home folder, so that the
test neither sees nor disturbs a desktop or another test."""
import os
import subprocess
import sys
import tempfile


def start_screen():
    ours, theirs = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(theirs), "-screen", "0", "1366x900x24", "-nolisten", "tcp",
         "-noreset"],
        pass_fds=[theirs], stderr=subprocess.DEVNULL)
    os.close(theirs)
    with os.fdopen(ours) as answer:
        return server, ":" + answer.readline().strip()


def run(*command):
    """Runs a Python program in such a session, with stdout and stderr in one text."""
    with tempfile.TemporaryDirectory() as home:
        environment = {name: value for name, value in os.environ.items()
                       if not name.startswith(("XDG_", "QT_", "DBUS_", "AT_SPI_", "WAYLAND_"))}
        server, display = start_screen()
        runtime = os.path.join(home, "run")
        os.mkdir(runtime, 0o700)
        environment.update(
            HOME=home, XDG_RUNTIME_DIR=runtime, DISPLAY=display, LC_ALL="C.UTF-8",
            GSETTINGS_BACKEND="memory", QT_QPA_PLATFORM="xcb",
            # As a running screen reader would set on the bus.
            QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")
        # The program is not to blame for memory that the libraries of the X server and the bus
        # never free.
        environment.setdefault("ASAN_OPTIONS", "detect_leaks=0")
        try:
            return subprocess.run(
                ["dbus-run-session", "--", sys.executable, "-B", *command],
                env=environment, check=False, text=True,
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        finally:
            server.terminate()
            server.wait()

