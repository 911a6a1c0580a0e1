# SPDX-License-Identifier: GPL-3.0-or-later
"""The main task without pointer and screen: the real program as a screen reader presents it."""
import re

from programcase import ProgramCase, TITLE

END = re.compile(r"Delete 3 clusters: (\d) done")

class MainJob(ProgramCase):

    def test_everything_has_a_name(self):
        self.assertNamed(self.main, hidden=True)

    def test_rows_are_read(self):
        self.reader.key("ctrl+Home")
        for number in (1, 2, 3):
            self.reader.key("Down")
            parts = self.row(number)
            self.reader.wait(lambda: self.reader.focus_told()[0] == "table cell" and all(
                part in ", ".join(self.reader.focus_told()[1:]) for part in parts),
                f"{parts} to be read; {self.reader.focus_told()}")
        # When the focus returns to the table, the current row is announced again.
        self.reader.key("ctrl+f")
        self.reader.wait(lambda: self.reader.focus_told()[1] == "Filter clusters", "the filter")
        self.reader.key("Escape")
        self.reader.wait(lambda: parts[1] in self.reader.focus_told()[1] +
                         self.reader.focus_told()[2], f"{parts} to be read again")

    def test_deletes_by_keys(self):
        reader = self.reader
        chosen = self.selectDeletable(3)
        before = self.rows()
        self.assertEqual(len(chosen), 3)
        reader.key("Delete")
        dialog = self.dialog("Delete 3 clusters in Demo / ")
        self.assertIn("cannot be undone", dialog.get_description())
        reader.wait(lambda: self.keyboard() == ("button", "Keep them"), "the safe button")
        self.assertNamed(dialog)
        stops = self.assertTabGoesRound(dialog)
        for wanted in (("text", "Number of clusters"), ("button", "Stop instead")):
            self.assertIn(wanted, stops)
        self.tabTo(dialog, "Number of clusters")
        reader.type("3")
        self.tabTo(dialog, "The data is saved or not needed")
        reader.key("space")
        reader.wait(lambda: reader.has(reader.find(dialog, "button", "Delete 3 clusters"),
                                       reader.ENABLED), "the deed's button to wake up")
        self.tabTo(dialog, "Delete 3 clusters")
        reader.key("space")
        reader.wait(lambda: len(reader.windows()) == 1, "the dialog to close")
        reader.activate(TITLE)
        reader.wait(lambda: "Deleting 3 clusters in 20 s" in reader.messages(), "the countdown")
        reader.wait(lambda: self.keyboard() == ("button", "Cancel all"), "the way out")
        reader.wait(lambda: "Deleting 3 clusters in 10 s" in reader.messages(), "ten seconds left")
        counted = [message for message in reader.messages() if message.startswith("Deleting 3")]
        self.assertEqual(len(counted), 2, counted)  # not every second
        self.tabTo(self.main, "Send now")
        reader.key("space")
        # The demo's cloud refuses some requests, so the announcement is compared with the result.
        end = reader.wait(lambda: next((found for found in map(END.match, reader.messages())
                                        if found), None), "the end", 60)
        done = int(end.group(1))
        self.assertGreaterEqual(done, 2)
        reader.wait(lambda: self.rows() == before - done, "the rows to go")
        self.assertEqual(len(self.ids() & chosen), 3 - done)
        self.assertNotEqual(self.keyboard()[0], "nowhere")
        self.assertNamed(self.main)
        self.walkThePanes()

    def walkThePanes(self):
        """F6 moves through all panes, Shift+F6 in the opposite direction."""
        self.reader.key("F4")  # opens the details
        self.reader.wait(lambda: self.reader.find(self.main, "page tab", "Overview"), "the details")
        self.reader.key("ctrl+f")
        self.reader.wait(lambda: self.keyboard()[1] == "Filter clusters", "the filter")
        there = [self.keyboard()]
        while len(there) < 12:
            self.reader.key("F6")
            stop = self.keyboard()
            self.assertNotEqual(stop[0], "nowhere")
            if stop == there[0]:
                break
            there.append(stop)
        self.assertIn(("check box", "Filters"), there)
        self.assertTrue(any(role.startswith("table") for role, _ in there), there)
        self.assertIn("Details", [name for _, name in there])
        self.assertGreaterEqual(len(there), 5, there)
        back = [self.keyboard()]
        for _ in range(len(there) - 1):
            self.reader.key("shift+F6")
            back.append(self.keyboard())
        self.assertEqual(back[1:], there[:0:-1])

    def test_asks_by_actions(self):
        """Buttons pressed by a screen reader do the same, and the focus returns afterwards."""
        reader = self.reader
        self.selectDeletable(2)
        before = self.keyboard()
        reader.act(reader.find(self.main, "button", "Delete"))
        dialog = self.dialog("Delete 2 clusters in Demo / ")
        reader.act(reader.find(dialog, "button", "Keep them"))
        reader.wait(lambda: len(reader.windows()) == 1, "the dialog to close")
        reader.activate(TITLE)
        reader.wait(lambda: self.keyboard() == before, f"the keyboard back at {before}")
        self.assertEqual(self.rows(), 24)

    def test_tab_goes_round_the_window(self):
        stops = self.assertTabGoesRound(self.main)
        for name in ("Filter clusters", "Status", "Account"):
            self.assertIn(name, [stop[1] for stop in stops])
