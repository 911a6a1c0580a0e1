# SPDX-License-Identifier: GPL-3.0-or-later
"""Every window that the menus open: by keys in, round and out again."""
import re

from programcase import ProgramCase, TITLE


class Windows(ProgramCase):
    def entries(self):
        """The entries of the menus that open a window of their own."""
        bar = next(item for item in self.reader.walk(self.main)
                   if item.get_role_name() == "menu bar")
        return [item for item in self.reader.walk(bar, hidden=True)
                if item.get_role_name() == "menu item" and item.get_n_actions() and
                (item.get_name().endswith("…") or item.get_name() == "About Clusterdeck")]

    def test_every_window_of_the_menus(self):
        reader = self.reader
        self.selectDeletable(1)
        before = self.keyboard()
        seen = []
        for name in [entry.get_name() for entry in self.entries()]:
            entry = next(item for item in self.entries() if item.get_name() == name)
            if not reader.has(entry, reader.ENABLED):
                continue
            with self.subTest(window=name):
                reader.act(entry)
                reader.wait(lambda: len(reader.windows()) == 2, f"the window of {name}")
                window = reader.window()
                reader.activate(re.escape(window.get_name()))
                self.assertNotEqual(window.get_name(), TITLE)
                try:
                    self.assertNamed(window)
                    self.assertTabGoesRound(window)
                finally:
                    self.leaveByEscape(before)
                seen.append(name)
        for name in ("Accounts…", "Delete…", "Rename…", "Select by List…", "History…", "Pictures…",
                     "Parked…", "About Clusterdeck"):
            self.assertIn(name, seen)

    def test_menus_that_are_filled_late(self):
        """By their keys, entry by entry: none without a name."""
        reader = self.reader
        before = self.keyboard()
        for key in ("alt+v", "alt+c", "alt+s", "alt+a", "alt+r", "alt+l"):
            since = len(reader.events)
            reader.key(key)
            reader.wait(lambda: any("menu item" in event[1] for event in reader.events[since:]),
                        f"the menu of {key}")
            reader.key("Down", "Down", "Down", "Down")
            reader.pump(0.1)
            told = [event[2] for event in reader.events[since:] if "menu item" in event[1]]
            self.assertNotIn("", told, key)
            reader.key("Escape", "Escape")
            reader.wait(lambda: self.keyboard() == before, f"the keyboard back from {key}")
