# SPDX-License-Identifier: GPL-3.0-or-later
"""The measured programs, each with its own home folder, which is kept between rounds, as a user's is.
The peers' settings prevent first-run questions and network access, so that their main window opens at
once, as in daily use."""

import os
import subprocess
from collections import namedtuple

# `environment`: added to the common environment. `is_qt`: counts as a Qt peer.
Program = namedtuple("Program", "name command environment is_qt")

# By name: the settings file, and its lines, separated by blanks.
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
    # libvirt's test driver: a simulated machine without a daemon.
    "virt-manager": ("config/glib-2.0/settings/keyfile",
                     """[org/virt-manager/virt-manager/connections] uris=['test:///default']
        autoconnect=['test:///default']"""),
}


class Homes:
    """Creates home folders below a folder, and the environment of a program in one of them."""

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
        # The distribution's programs only, not those that a developer has installed.
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
    # virt-manager without the accessibility bus, which it would start for all programs after it.
    return [Program(name, [name], {}, True) for name in PEERS if name != "virt-manager"] + [
        Program("virt-manager", ["virt-manager", "--no-fork"],
                {"GSETTINGS_BACKEND": "keyfile", "NO_AT_BRIDGE": "1"}, False)]


def floors(build):
    return [Program("bare Qt table", [build + "/tests/floor_table"], {}, False),
            Program("Qt table, network, SQLite", [build + "/tests/floor_libs"], {}, False)]


def demo(build, clusters):
    """The program with its built-in practice cloud."""
    return Program("demo of {:,}".format(clusters),
                   [build + "/clusterdeck", "--demo", "--demo-clusters", str(clusters)], {}, False)


def client(build, service):
    """The usual case: the cloud is another process. The home folder keeps the last run's data."""
    return Program("client, {:,} clusters".format(service.clusters),
                   [build + "/clusterdeck", "--endpoint", service.endpoint, "--owner",
                    service.owner], service.key, False)


class Service:
    """clusterdeck-demo-service in a separate process, for use in a with statement. Its jobs last longer
    than the measurement, so that each run finds the same cloud."""

    def __init__(self, build, clusters):
        self.clusters = clusters
        self._process = subprocess.Popen(
            [build + "/clusterdeck-demo-service", "--clusters", str(clusters), "--quota", "1000000",
             "--job-seconds", "3600"],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        said = dict(self._process.stdout.readline().strip().split("=", 1) for _ in range(5))
        self.endpoint, self.owner = said["endpoint"], said["owner"]
        # The environment for clients of this service.
        self.key = {name: said[name] for name in said if name.startswith("QINGCLOUD_")}
        self.key["QINGCLOUD_ZONE"] = said["zone"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._process.terminate()
        self._process.wait()
        self._process.stdout.close()
