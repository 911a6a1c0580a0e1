# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that apply to every window."""
import re
import unittest

from reader import Atspi, INTERACTIVE, Reader, role

TITLE = "Clusterdeck"


class ProgramCase(unittest.TestCase):
    """The program with a demo cloud of 24 clusters, after the table is filled and has the focus."""

    program = ""
    arguments = ("--demo", "--demo-seed=7", "--demo-clusters=24", "--demo-job-seconds=1")

    def setUp(self):
        self.reader = Reader(self.program, self.arguments)
        self.addCleanup(self.reader.close)
        self.reader.wait(self.reader.windows, "the window")
        self.main = self.reader.window()
        self.reader.activate(TITLE)
        self.settle()

    def settle(self):
        self.table = self.reader.wait(
            lambda: self.reader.find(self.main, "table", "Clusters"), "the table")
        self.reader.wait(lambda: self.rows() == 24, "all rows")
        self.reader.wait(lambda: self.keyboard() in (("table", "Clusters"),) or
                         self.keyboard()[0] == "table cell", "the keyboard in the table")

    # --- rows and names

    def rows(self):
        return Atspi.Table.get_n_rows(self.table)

    def row(self, number):
        """Name, ID and status of a row, as announced for its cells."""
        titles = [Atspi.Table.get_column_header(self.table, column).get_name().split(",")[0]
                  for column in range(Atspi.Table.get_n_columns(self.table))]
        return [Atspi.Table.get_accessible_at(self.table, number, titles.index(title)).get_name()
                for title in ("Name", "ID", "Status")]

    def ids(self):
        return {self.row(number)[1] for number in range(self.rows())}

    def keyboard(self):
        return self.reader.keyboard_at(self.reader.window()) or ("nowhere", "")

    def label(self, root, beginning):
        return self.reader.find(root, "label", beginning)

    def nameless(self, root, hidden=False):
        """Controls without a name, and names that contain markup or a mnemonic."""
        wrong = []
        for item in self.reader.walk(root, hidden):
            kind, name = role(item), item.get_name() or ""
            description = item.get_description() or ""
            bad = kind in INTERACTIVE and not name.strip()
            bad = bad or "&" in name or re.search(r"\(\w\)", name) or "<" in name + description
            if bad:
                wrong.append(f"{kind} {name!r} ({description!r}) of "
                             f"{role(item.get_parent())} {item.get_parent().get_name()!r}")
        return wrong

    def assertNamed(self, root, hidden=False):
        self.assertEqual(self.nameless(root, hidden), [])

    def assertTabGoesRound(self, root, atMost=40):
        """Tab returns to its first position; the focus is never lost, and every stop has a name."""
        begin = self.reader.wait(lambda: self.reader.keyboard_at(root), "something with the keyboard")
        stops = [begin]
        while True:
            self.reader.key("Tab")
            stop = self.reader.wait(lambda: self.reader.keyboard_at(root),
                                    f"the keyboard, after {stops[-1]}")
            if stop == begin:
                break
            stops.append(stop)
            self.assertLess(len(stops), atMost, f"Tab does not come round: {stops}")
        self.assertEqual([stop for stop in stops if not stop[1]], [], "stops without a name")
        return stops

    def dialog(self, title):
        """Waits until the newest window has this title, and returns the window."""
        def newest():
            window = self.reader.window()
            return window if window.get_name().startswith(title) else None
        found = self.reader.wait(newest, f"the dialog {title}")
        self.reader.activate(re.escape(title[:30]))
        return found

    def leaveByEscape(self, before):
        windows = len(self.reader.windows())
        self.reader.key("Escape")
        self.reader.wait(lambda: len(self.reader.windows()) == windows - 1, "the dialog to close")
        self.reader.activate(TITLE)
        self.reader.wait(lambda: self.keyboard() == before, f"the keyboard back at {before}")

    def selectDeletable(self, count):
        """Selects by keyboard the first `count` consecutive rows that can all be deleted."""
        self.reader.key("ctrl+Home")
        first = next(number for number in range(self.rows() - count)
                     if all(self.row(number + i)[2] in ("Active", "Stopped") and
                            "locked" not in self.row(number + i)[0] for i in range(count)))
        self.reader.key(*["Down"] * first, *["shift+Down"] * (count - 1))
        if count == 1 and first == 0:  # the current row is not selected yet
            self.reader.key("space")
        said = f"{count} selected  ·  {count} can be deleted"
        self.reader.wait(lambda: self.label(self.main, said), said)
        return {self.row(first + i)[1] for i in range(count)}

    def tabTo(self, root, name):
        for _ in range(40):
            if (self.reader.keyboard_at(root) or ("", ""))[1] == name:
                return
            self.reader.key("Tab")
        self.fail(f"Tab does not come to {name}")
