# SPDX-License-Identifier: GPL-3.0-or-later
"""Every window that the menus open: opened, inspected and closed by keyboard."""
import re

from programcase import ProgramCase, TITLE
from reader import role


class Windows(ProgramCase):
    menus = ("File", "Edit", "Clusters", "View", "Help")

    def entries(self):
        """The menu entries that open a window."""
        bar = next(item for item in self.reader.walk(self.main)
                   if role(item) == "menu bar")
        found = []
        for menu in self.reader.children(bar):
            if menu.get_name() not in self.menus:
                continue
            helps = menu.get_name() == "Help"
            found += [item for item in self.reader.walk(menu, hidden=True)
                      if role(item) == "menu item" and
                      (helps or item.get_name().endswith("…"))]
        return found

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
