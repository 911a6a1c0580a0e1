# SPDX-License-Identifier: GPL-3.0-or-later
"""The programs that are measured beside each other, each in a home of its own, which is kept from
round to round, as people's are. The peers' homes hold what keeps first-run questions and the network
away, so that their main window comes first, as it does from the second day on."""

import os
import subprocess
from collections import namedtuple

# `environment`: what is added to the common one. `is_qt`: counts as a Qt peer.
Program = namedtuple("Program", "name command environment is_qt")

# By name: where its settings are, and the words of which each is a line.
PEERS = {
    "qbittorrent": ("config/qBittorrent/qBittorrent.conf", """[LegalNotice] Accepted=true [BitTorrent]
        Session\\DHTEnabled=false Session\\LSDEnabled=false Session\\PeXEnabled=false
        Session\\Interface=lo Session\\InterfaceName=lo [Network] PortForwardingEnabled=false
        [Preferences] Connection\\ResolvePeerCountries=false General\\CloseToTray=false
        General\\ExitConfirm=false General\\NoSplashScreen=true General\\SystrayEnabled=false"""),
    "keepassxc": ("config/keepassxc/keepassxc.ini", """[General] ConfigVersion=2
        UpdateCheckMessageShown=true [GUI] CheckForUpdates=false"""),
    "transmission-qt": ("config/transmission/settings.json", """{ "bind-address-ipv4": "127.0.0.1",
        "bind-address-ipv6": "::1", "dht-enabled": false, "lpd-enabled": false, "pex-enabled": false,
        "port-forwarding-enabled": false, "user-has-given-informed-consent": true }"""),
    # libvirt's test driver: one made-up machine, no daemon.
    "virt-manager": ("config/glib-2.0/settings/keyfile",
                     """[org/virt-manager/virt-manager/connections] uris=['test:///default']
        autoconnect=['test:///default']"""),
}


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
                ("DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS") if each in os.environ}
        # The distribution's programs, not what a developer put before them.
        return dict(kept, PATH="/usr/bin:/bin", LC_ALL="C.UTF-8", HOME=home, QT_QPA_PLATFORM="xcb",
                    XDG_RUNTIME_DIR=home + "/run", XDG_CONFIG_HOME=home + "/config",
                    XDG_DATA_HOME=home + "/data", XDG_CACHE_HOME=home + "/cache")


def peers(homes):
    for name, (path, text) in PEERS.items():
        homes.environment(name)
        path = os.path.join(homes.path(name), path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(text.split()) + "\n")
    # virt-manager without the accessibility bus, which it would start for all that come after it.
    return [Program(name, [name], {}, True) for name in PEERS if name != "virt-manager"] + [
        Program("virt-manager", ["virt-manager", "--no-fork"],
                {"GSETTINGS_BACKEND": "keyfile", "NO_AT_BRIDGE": "1"}, False)]


def floors(build):
    return [Program("bare Qt table", [build + "/tests/floor_table"], {}, False),
            Program("Qt table, network, SQLite", [build + "/tests/floor_libs"], {}, False)]


def demo(build, clusters):
    """The practice cloud inside the program."""
    return Program("demo of {:,}".format(clusters),
                   [build + "/clusterdeck", "--demo", "--demo-clusters", str(clusters)], {}, False)


def client(build, service):
    """What people have: the cloud is elsewhere. Its home keeps what the last run knew."""
    return Program("client, {:,} clusters".format(service.clusters),
                   [build + "/clusterdeck", "--endpoint", service.endpoint, "--owner",
                    service.owner], service.key, False)


class Service:
    """clusterdeck-demo-service as a process of its own; it serves within a with statement. Its jobs
    outlast the measurement, so that each run finds the same cloud."""

    def __init__(self, build, clusters):
        self.clusters = clusters
        self._process = subprocess.Popen(
            [build + "/clusterdeck-demo-service", "--clusters", str(clusters), "--quota", "1000000",
             "--job-seconds", "3600"],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        said = dict(self._process.stdout.readline().strip().split("=", 1) for _ in range(5))
        self.endpoint, self.owner = said["endpoint"], said["owner"]
        # What a client of it finds in its environment.
        self.key = {name: said[name] for name in said if name.startswith("QINGCLOUD_")}
        self.key["QINGCLOUD_ZONE"] = said["zone"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._process.terminate()
        self._process.wait()
        self._process.stdout.close()
