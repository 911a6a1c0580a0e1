# SPDX-License-Identifier: GPL-3.0-or-later
"""Every window that the menus open: opened, inspected and closed by keyboard."""
import os
import re
import subprocess

from programcase import ProgramCase, TITLE
from reader import role


class Windows(ProgramCase):
    menus = ("File", "Edit", "Clusters", "View", "Help")

    def menuItems(self):
        """Each entry of the menus, after the name of its menu."""
        bar = next(item for item in self.reader.walk(self.main)
                   if role(item) == "menu bar")
        for menu in self.reader.children(bar):
            for item in self.reader.walk(menu, hidden=True):
                yield menu.get_name(), item

    def entries(self):
        """The menu entries that open a window."""
        return [item for menu, item in self.menuItems()
                if menu in self.menus and role(item) == "menu item" and
                (menu == "Help" or item.get_name().endswith("…"))]

    def replaceWindow(self, act, title):
        """Does what replaces the main window, and waits for the new one."""
        act()
        self.main = self.reader.wait(
            lambda: next((window for window in self.reader.windows()
                          if window.get_name() == title), None), f"the window {title}")
        self.reader.wait(lambda: len(self.reader.windows()) == 1, "the window before to close")

    def choose(self, name):
        """Triggers a menu entry, once it is enabled."""
        entry = next(item for _, item in self.menuItems() if item.get_name() == name)
        self.reader.wait(lambda: self.reader.has(entry, self.reader.ENABLED), f"{name}, enabled")
        self.reader.act(entry)

    def waitForRows(self, count):
        self.table = self.reader.wait(
            lambda: self.reader.find(self.main, "table", "Clusters"), "the table")
        self.reader.wait(lambda: self.rows() == count, f"{count} rows")

    def visitAll(self, before):
        """Opens, inspects and closes each window; returns the names of the enabled entries."""
        reader = self.reader
        seen = []
        for entry in self.entries():
            name = entry.get_name()
            if not reader.has(entry, reader.ENABLED):
                continue
            with self.subTest(window=name):
                reader.act(entry)
                reader.wait(lambda: len(reader.windows()) == 2, f"the window of {name}")
                window = reader.window()
                # Qt 6.11 appends the program's name.
                reader.activate(re.escape(window.get_name().partition(" — ")[0]))
                self.assertNotEqual(window.get_name(), TITLE)
                try:
                    self.assertNamed(window)
                    self.assertTabGoesRound(window)
                finally:
                    self.leaveByEscape(before)
                seen.append(name)
        return seen


class DemoWindows(Windows):
    def test_every_window_of_the_menus(self):
        self.selectDeletable(1)
        seen = self.visitAll(self.keyboard())
        for name in ("Park…", "Delete…", "Rename…", "Select by List…", "History…", "Charts…",
                     "Parked…", "About Clusterdeck"):
            self.assertIn(name, seen)

    def test_menus_that_are_filled_late(self):
        """Opened by their keys and read entry by entry: each entry has a name."""
        reader = self.reader
        for key in ("alt+v", "alt+c", "alt+s", "alt+a", "alt+r", "alt+l"):
            # On a busy machine a menu may close at once: Qt takes the focus events of the keyboard
            # grab for another window's when they are more than 100 ms apart.
            reader.wait(lambda: self.menu_is_read(key), f"the menu of {key}, open while it is read")
            reader.key("Escape")
            reader.wait(lambda: not reader.popups(), f"{key} closes")
            if self.keyboard()[0] == "menu item":  # the focus returns to the menu bar
                reader.key("Escape")
            reader.wait(lambda: self.keyboard()[0].startswith("table"), f"the table, after {key}")

    def menu_is_read(self, key):
        """Opens the menu and moves down three entries; returns whether the menu stayed open."""
        reader = self.reader
        since = len(reader.events)
        reader.key(key)
        reader.pump_until(lambda: self.items_since(since), 5)
        reader.key("Down", "Down", "Down")
        reader.pump(0.1)
        self.assertNotIn("", self.items_since(since), key)
        return self.items_since(since) and reader.popups()

    def items_since(self, since):
        return [event[2] for event in self.reader.events[since:] if "menu item" in event[1]]


class FirstRun(Windows):
    """Without an account: the three buttons of the first page, and the windows for accounts."""

    arguments = ()
    menus = ("File",)

    def settle(self):
        self.reader.wait(lambda: self.reader.find(self.main, "button", "Add an account…"),
                         "the first door")

    def test_doors_and_windows_of_accounts(self):
        self.assertNamed(self.main)
        stops = self.assertTabGoesRound(self.main)
        for door in ("Add an account…", "Import a key…", "Try the practice cloud"):
            self.assertIn(("button", door), stops)
        seen = self.visitAll(self.keyboard())
        for name in ("Accounts…", "Add Account…", "Import Key…"):
            self.assertIn(name, seen)

    def test_practice_cloud_and_back(self):
        door = self.reader.find(self.main, "button", "Try the practice cloud")
        self.replaceWindow(lambda: self.reader.act(door), TITLE + " – DEMO")
        self.waitForRows(60)
        self.replaceWindow(lambda: self.choose("Leave the Practice Cloud"), TITLE)
        self.settle()


class Audience(Windows):
    """An account of a service: presenter mode shows other names, and the real ones afterwards."""

    def setUp(self):
        self.service = subprocess.Popen(
            [os.path.join(os.path.dirname(self.program), "clusterdeck-demo-service"),
             "--clusters", "24"], stdout=subprocess.PIPE, text=True)
        self.addCleanup(self.service.stdout.close)
        self.addCleanup(self.service.wait)
        self.addCleanup(self.service.terminate)
        said = dict(self.service.stdout.readline().strip().split("=", 1) for _ in range(5))
        os.environ.update({name: said[name] for name in said if name.startswith("QINGCLOUD_")})
        self.arguments = ("--endpoint", said["endpoint"], "--zone", said["zone"],
                          "--owner", said["owner"])
        super().setUp()

    def names(self):
        return {text for number in range(24) for text in self.row(number)[:2]}

    def test_presenter_mode_and_back(self):
        real = self.names()
        self.replaceWindow(lambda: self.choose("Presenter Mode"), TITLE + " – PRESENTER")
        self.waitForRows(24)
        self.assertEqual(self.names() & real, set())
        # The practice cloud is no way around it.
        self.choose("Practise with My Clusters…")
        start = self.reader.wait(
            lambda: next((button for window in self.reader.windows()
                          if (button := self.reader.find(window, "button", "Open Practice Cloud"))),
                         None), "the dialog")
        self.replaceWindow(lambda: self.reader.act(start), TITLE + " – DEMO")
        self.replaceWindow(lambda: self.choose("Leave the Practice Cloud"), TITLE + " – PRESENTER")
        self.waitForRows(24)
        self.assertEqual(self.names() & real, set())
        self.replaceWindow(lambda: self.choose("Presenter Mode"), TITLE)
        self.waitForRows(24)
        self.assertEqual(self.names(), real)
