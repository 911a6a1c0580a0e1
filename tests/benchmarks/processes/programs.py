# SPDX-License-Identifier: GPL-3.0-or-later
"""The programs that are measured beside each other, each in a home of its own.

A home is kept from run to run, as people's are. The peers' homes hold what keeps first-run questions
and the network away, so that their main window comes first, as it does from the second day on.
"""

import os
from collections import namedtuple

# `environment`: what is added to the common one. `is_qt`: counts as a Qt peer.
Program = namedtuple("Program", "name command environment is_qt")

QBITTORRENT = """[LegalNotice]
Accepted=true

[BitTorrent]
Session\\DHTEnabled=false
Session\\LSDEnabled=false
Session\\PeXEnabled=false
Session\\Interface=lo
Session\\InterfaceName=lo

[Network]
PortForwardingEnabled=false

[Preferences]
Connection\\ResolvePeerCountries=false
General\\CloseToTray=false
General\\ExitConfirm=false
General\\NoSplashScreen=true
General\\SystrayEnabled=false
"""

KEEPASSXC = """[General]
ConfigVersion=2
UpdateCheckMessageShown=true

[GUI]
CheckForUpdates=false
"""

TRANSMISSION = """{
    "bind-address-ipv4": "127.0.0.1",
    "bind-address-ipv6": "::1",
    "dht-enabled": false,
    "lpd-enabled": false,
    "pex-enabled": false,
    "port-forwarding-enabled": false,
    "user-has-given-informed-consent": true
}
"""

# libvirt's test driver: one made-up machine, no daemon.
VIRT_MANAGER = """[org/virt-manager/virt-manager/connections]
uris=['test:///default']
autoconnect=['test:///default']
"""


class Homes:
    """Makes homes in a folder, and says what the environment of a program in one of them is."""

    def __init__(self, folder):
        self.folder = folder

    def path(self, name):
        return os.path.join(self.folder, name)

    def environment(self, name):
        home = self.path(name)
        for each in ("", "run", "config", "data", "cache"):
            os.makedirs(os.path.join(home, each), mode=0o700, exist_ok=True)
        kept = {each: os.environ[each] for each in
                ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "QT_QPA_PLATFORM") if each in os.environ}
        # The distribution's programs, not what a developer put before them.
        return dict(kept, PATH="/usr/bin:/bin", LC_ALL="C.UTF-8", HOME=home,
                    XDG_RUNTIME_DIR=home + "/run", XDG_CONFIG_HOME=home + "/config",
                    XDG_DATA_HOME=home + "/data", XDG_CACHE_HOME=home + "/cache")

    def write(self, name, path, text):
        self.environment(name)
        path = os.path.join(self.path(name), path)
        if not os.path.exists(path):
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)


def peers(homes):
    homes.write("qbittorrent", "config/qBittorrent/qBittorrent.conf", QBITTORRENT)
    homes.write("keepassxc", "config/keepassxc/keepassxc.ini", KEEPASSXC)
    homes.write("transmission-qt", "config/transmission/settings.json", TRANSMISSION)
    homes.write("virt-manager", "config/glib-2.0/settings/keyfile", VIRT_MANAGER)
    return [
        Program("qbittorrent", ["qbittorrent"], {}, True),
        Program("keepassxc", ["keepassxc"], {}, True),
        Program("transmission-qt", ["transmission-qt"], {}, True),
        # Without the accessibility bus, which it would start for all that come after it.
        Program("virt-manager", ["virt-manager", "--no-fork"],
                {"GSETTINGS_BACKEND": "keyfile", "NO_AT_BRIDGE": "1"}, False),
    ]


def floors(build):
    return [Program("bare Qt table", [build + "/tests/floor_table"], {}, False),
            Program("Qt table, network, SQLite", [build + "/tests/floor_libs"], {}, False)]


def demo(build, clusters):
    """The practice cloud inside the program."""
    command = [build + "/clusterdeck", "--demo"]
    if clusters != 60:
        command += ["--demo-clusters", str(clusters)]
    return Program("demo of {:,}".format(clusters), command, {}, False)


def client(build, service):
    """What people have: the cloud is elsewhere. Its home keeps what the last run knew."""
    return Program("client, {:,} clusters".format(service.clusters),
                   [build + "/clusterdeck", "--endpoint", service.endpoint, "--owner",
                    service.owner], service.key, False)
