# SPDX-License-Identifier: GPL-3.0-or-later
"""main.py BUILD HOMES [--peers] [--pictures DIR] PART…: measures whole programs, each part in turn,
and prints a line for each figure. Needs a display and a session bus of its own; see run.sh."""

import subprocess
import sys

import figures
import idle
import memory
import recovery
import startup
from programs import Homes
from watch import Bench, Failed

PARTS = {"startup": startup, "memory": memory, "idle": idle, "recovery": recovery}


def main(arguments):
    build, homes, *rest = arguments
    pictures = None
    if "--pictures" in rest:
        at = rest.index("--pictures")
        pictures = rest[at + 1]
        del rest[at:at + 2]
    with_peers = "--peers" in rest
    bench = Bench(build, Homes(homes), pictures)
    status = 0
    for part in rest:
        if part == "--peers":
            continue
        print("measuring", part, file=sys.stderr, flush=True)
        try:
            for figure in PARTS[part].figures(bench, with_peers):
                print(figures.line(figure), flush=True)
        except (Failed, OSError, RuntimeError, subprocess.SubprocessError) as problem:
            print("%s: %s" % (part, problem), file=sys.stderr, flush=True)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
