# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the program through AT-SPI as a screen reader does, and sends keys. No pointer."""
import os
import re
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

# Roles that a user can operate. Scroll bars are operated with keys of other widgets.
INTERACTIVE = {
    "button", "toggle button", "check box", "radio button", "combo box", "text", "entry",
    "password text", "spin button", "slider", "menu item", "check menu item", "radio menu item",
    "menu", "tree", "table", "tree table", "list", "list box", "page tab", "page tab list", "link",
    "date editor",
}
TABLES = {"tree", "table", "tree table", "list"}


def role(item):
    """The role's name in AT-SPI 2.56; earlier versions have another name for a button."""
    name = item.get_role_name()
    return "button" if name == "push button" else name


# By key code: with the keyboard data of 2026, xdotool holds Alt when a function key is named.
FUNCTION_KEYS = {f"F{number}": str(66 + number) for number in range(1, 11)}

EVENTS = ("object:state-changed:focused", "object:state-changed:showing", "object:announcement")
PATIENCE = 25.0  # seconds; long enough for a slow machine


class Reader:
    """The program in a separate process, and its accessibility events."""

    ENABLED = Atspi.StateType.ENABLED

    def __init__(self, program, arguments):
        self.log = open(os.path.join(os.environ["HOME"], "program.log"), "w", encoding="utf-8")
        self.process = subprocess.Popen([program, *arguments], stderr=self.log)
        self.events = []
        self.shown_popups = []
        Atspi.init()
        # A call returns when the program has done it. Opening a window takes longer than the
        # 0.8 s that AT-SPI waits by itself when memory is checked and the processor is shared.
        Atspi.set_timeout(int(PATIENCE * 1000), int(PATIENCE * 1000))
        self.listener = Atspi.EventListener.new(self._hear)
        for event in EVENTS:
            self.listener.register(event)
        self.app = self.wait(self._find_app, "the program on the accessibility bus")
        self.app.set_cache_mask(Atspi.Cache.NONE)  # always read the current values

    # --- time

    def pump(self, seconds=0.02):
        context = GLib.MainContext.default()
        end = time.monotonic() + seconds
        while True:
            while context.pending():
                context.iteration(False)
            left = end - time.monotonic()
            if left <= 0:
                return
            time.sleep(min(left, 0.01))

    def pump_until(self, condition, seconds):
        """Waits until `condition` holds, at most for this number of seconds."""
        end = time.monotonic() + seconds
        while not condition() and time.monotonic() < end:
            self.pump()

    def wait(self, condition, what, patience=PATIENCE):
        """Waits until `condition` returns a true value, and returns the value."""
        end = time.monotonic() + patience
        while True:
            self.pump()
            if self.process.poll() is not None:
                self.log.flush()
                with open(self.log.name, encoding="utf-8") as log:
                    raise AssertionError(f"the program ended with {self.process.returncode}: "
                                         f"{what}; {log.read()[-2000:]}")
            try:
                found = condition()
            except GLib.Error:  # the object has just been removed
                found = None
            if found:
                return found
            if time.monotonic() > end:
                raise AssertionError(f"in vain: {what}; heard last: {self.heard()[-8:]}")

    # --- announcements

    def _hear(self, event):
        try:
            source = event.source
            if event.type.startswith("object:announcement"):  # sent by Qt 6.8 and later
                self.events.append(("showing", "notification", event.any_data or "", ""))
            elif event.detail1:
                self.events.append((event.type.rsplit(":", 1)[1], role(source),
                                    source.get_name() or "", source.get_description() or ""))
                if self.events[-1][:2] == ("showing", "popup menu"):
                    self.shown_popups.append(source)
        except GLib.Error:
            pass

    def heard(self):
        return list(self.events)

    def messages(self):
        """The announcements, whichever widget had the focus."""
        return [name for kind, role, name, _ in self.events
                if kind == "showing" and role == "notification"]

    def focus_told(self, since=0):
        """Role, name and description of the last focused widget; `since`: number of events to skip."""
        told = [event[1:] for event in self.events[since:] if event[0] == "focused"]
        return told[-1] if told else ("", "", "")

    # --- widgets

    def _find_app(self):
        desktop = Atspi.get_desktop(0)
        for place in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(place)
            if app and app.get_process_id() == self.process.pid:
                return app
        return None

    @staticmethod
    def children(of):
        return [child for child in
                (of.get_child_at_index(place) for place in range(of.get_child_count())) if child]

    @staticmethod
    def has(item, state):
        return item.get_state_set().contains(state)

    def showing(self, item):
        return self.has(item, Atspi.StateType.SHOWING)

    def walk(self, root, hidden=False):
        """All descendants except table cells; hidden ones only on request."""
        for child in self.children(root):
            if not hidden and not self.showing(child):
                continue
            yield child
            if role(child) not in TABLES:
                yield from self.walk(child, hidden)

    def windows(self):
        """The open windows, the newest last."""
        return [child for child in self.children(self.app) if self.showing(child)]

    def popups(self):
        """The open menus, which are not children of a window."""
        def is_open(menu):
            try:
                return self.showing(menu)
            except GLib.Error:  # the menu has been removed
                return False
        self.shown_popups = [menu for menu in self.shown_popups if is_open(menu)]
        return self.shown_popups

    def window(self):
        return self.windows()[-1]

    def find(self, root, wanted, name):
        """The visible item with this role whose name begins with `name`; None when there is none."""
        return next((item for item in self.walk(root)
                     if role(item) == wanted and item.get_name().startswith(name)), None)

    def focused(self, root):
        """The focused item of a window; None when there is none."""
        found = next((item for item in self.walk(root)
                      if self.has(item, Atspi.StateType.FOCUSED)), None)
        if found and not found.get_name():
            # A container has the focus for its content, as a tab widget has for its tabs.
            return self.focused(found) or found
        return found

    def keyboard_at(self, root):
        item = self.focused(root)
        return (role(item), item.get_name()) if item else None

    # --- input

    def key(self, *names):
        if names:
            codes = [re.sub(r"\bF\d+", lambda key: FUNCTION_KEYS[key[0]], name) for name in names]
            subprocess.run(["xdotool", "key", "--clearmodifiers", *codes], check=True)
        self.pump(0.04)

    def type(self, text):
        subprocess.run(["xdotool", "type", text], check=True)
        self.pump(0.04)

    def activate(self, title):
        """Activates a window, as a window manager would; none runs here."""
        self.wait(lambda: subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", title, "windowfocus"],
            stderr=subprocess.DEVNULL, check=False).returncode == 0, f"the window {title}")
        self.pump(0.1)

    @staticmethod
    def act(item, action="Press"):
        """Triggers an action that the item offers to screen readers."""
        for number in range(Atspi.Action.get_n_actions(item)):
            if Atspi.Action.get_action_name(item, number) == action:
                return Atspi.Action.do_action(item, number)
        raise AssertionError(f"{role(item)} {item.get_name()!r} has no {action}")

    def close(self):
        self.listener = None
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait(timeout=30)
        self.log.close()
