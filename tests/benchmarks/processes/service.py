# SPDX-License-Identifier: GPL-3.0-or-later
"""clusterdeck-demo-service as a process of its own: the cloud of those programs that have one."""

import subprocess


class Service:
    """Use in a with statement: it serves within."""

    def __init__(self, build, clusters, *options):
        self.clusters = clusters
        self._process = subprocess.Popen(
            [build + "/clusterdeck-demo-service", "--clusters", str(clusters),
             "--quota", "1000000"] + list(options),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
        said = {}
        while not {"endpoint", "owner", "QINGCLOUD_SECRET_ACCESS_KEY",
                   "QINGCLOUD_ACCESS_KEY_ID", "zone"} <= said.keys():
            line = self._process.stdout.readline()
            if not line:
                raise RuntimeError("the demo service does not serve")
            name, _, value = line.strip().partition("=")
            said[name] = value
        self.endpoint, self.owner = said["endpoint"], said["owner"]
        # What a client of it finds in its environment.
        self.key = {name: said[name] for name in said if name.startswith("QINGCLOUD_")}
        self.key["QINGCLOUD_ZONE"] = said["zone"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._process.terminate()
        self._process.wait()
