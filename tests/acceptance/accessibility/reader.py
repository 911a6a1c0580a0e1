# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen reader and a keyboard for the program: what AT-SPI tells of it, and keys. No pointer."""
import os
import re
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

# Things one can do something with. Scroll bars have their keys elsewhere.
INTERACTIVE = {
    "button", "toggle button", "check box", "radio button", "combo box", "text", "entry",
    "password text", "spin button", "slider", "menu item", "check menu item", "radio menu item",
    "menu", "tree", "table", "tree table", "list", "list box", "page tab", "page tab list", "link",
    "date editor",
}
TABLES = {"tree", "table", "tree table", "list"}


def role(item):
    """Its name in AT-SPI 2.56; those before it call a button otherwise."""
    name = item.get_role_name()
    return "button" if name == "push button" else name


# By their codes: with the keyboard data of 2026, xdotool holds Alt when a function key is named.
FUNCTION_KEYS = {f"F{number}": str(66 + number) for number in range(1, 11)}

EVENTS = ("object:state-changed:focused", "object:state-changed:showing", "object:announcement")
PATIENCE = 25.0  # seconds; a slow machine takes long, a broken program for ever


class Reader:
    """The program in a process of its own, and the events that it sends."""

    ENABLED = Atspi.StateType.ENABLED

    def __init__(self, program, arguments):
        self.log = open(os.path.join(os.environ["HOME"], "program.log"), "w", encoding="utf-8")
        self.process = subprocess.Popen([program, *arguments], stderr=self.log)
        self.events = []
        self.shown_popups = []
        Atspi.init()
        self.listener = Atspi.EventListener.new(self._hear)
        for event in EVENTS:
            self.listener.register(event)
        self.app = self.wait(self._find_app, "the program on the accessibility bus")
        self.app.set_cache_mask(Atspi.Cache.NONE)  # what is read is what is true now

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
        """Until `condition` holds, or for so long."""
        end = time.monotonic() + seconds
        while not condition() and time.monotonic() < end:
            self.pump()

    def wait(self, condition, what, patience=PATIENCE):
        """Until `condition` gives something; that is returned."""
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
            except GLib.Error:  # of something that has just gone
                found = None
            if found:
                return found
            if time.monotonic() > end:
                raise AssertionError(f"in vain: {what}; heard last: {self.heard()[-8:]}")

    # --- what is said

    def _hear(self, event):
        try:
            source = event.source
            if event.type.startswith("object:announcement"):  # what Qt 6.8 and later send
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
        """What was announced, wherever the keyboard was."""
        return [name for kind, role, name, _ in self.events
                if kind == "showing" and role == "notification"]

    def focus_told(self, since=0):
        """Role, name and description of what got the keyboard last; `since`: events to pass over."""
        told = [event[1:] for event in self.events[since:] if event[0] == "focused"]
        return told[-1] if told else ("", "", "")

    # --- what is there

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
        """Everything below, but for the cells of tables; hidden parts when they are asked for."""
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
        """The menus that are open: no window has them among its children."""
        def is_open(menu):
            try:
                return self.showing(menu)
            except GLib.Error:  # it has gone
                return False
        self.shown_popups = [menu for menu in self.shown_popups if is_open(menu)]
        return self.shown_popups

    def window(self):
        return self.windows()[-1]

    def find(self, root, wanted, name):
        """The one that is shown with this role and a name that begins so; None when there is none."""
        return next((item for item in self.walk(root)
                     if role(item) == wanted and item.get_name().startswith(name)), None)

    def focused(self, root):
        """What has the keyboard in a window: never nothing."""
        found = next((item for item in self.walk(root)
                      if self.has(item, Atspi.StateType.FOCUSED)), None)
        if found and not found.get_name():
            # It stands for what is in it, as a tab widget does for its tabs.
            return self.focused(found) or found
        return found

    def keyboard_at(self, root):
        item = self.focused(root)
        return (role(item), item.get_name()) if item else None

    # --- hands

    def key(self, *names):
        if names:
            codes = [re.sub(r"\bF\d+", lambda key: FUNCTION_KEYS[key[0]], name) for name in names]
            subprocess.run(["xdotool", "key", "--clearmodifiers", *codes], check=True)
        self.pump(0.04)

    def type(self, text):
        subprocess.run(["xdotool", "type", text], check=True)
        self.pump(0.04)

    def activate(self, title):
        """What a window manager does; none runs here."""
        self.wait(lambda: subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", title, "windowfocus"],
            stderr=subprocess.DEVNULL, check=False).returncode == 0, f"the window {title}")
        self.pump(0.1)

    @staticmethod
    def act(item, action="Press"):
        """Does what the item offers a screen reader to do."""
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
