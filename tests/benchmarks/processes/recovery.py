# SPDX-License-Identifier: GPL-3.0-or-later
"""Start-up after a crash in the middle of a batch, against start-up after an ordinary end."""

import os
import subprocess

import programs
from figures import Figure, spread
from service import Service
from watch import Failed, Watched

ROUNDS = 9
KILLED = -9


def interrupt(bench, service, name):
    """Leaves an interrupted batch in the home of that name."""
    environment = dict(bench.homes.environment(name), **service.key)
    ended = subprocess.run([bench.build + "/tests/interrupted", service.endpoint, service.owner],
                           env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                           timeout=60, check=False)
    if ended.returncode != KILLED:
        raise Failed("the batch was not interrupted: status %d" % ended.returncode)


def copy(bench, source, target):
    target = bench.homes.path(target)
    subprocess.run(["rm", "-rf", target], check=True)
    subprocess.run(["cp", "-a", bench.homes.path(source), target], check=True)


def figures(bench, _with_peers):
    # The jobs outlast the measurement, so that each run finds the same cloud.
    with Service(bench.build, 1000, "--job-seconds", "3600") as service:
        plain = programs.client(bench.build, service)._replace(name="plain")
        crashed = plain._replace(name="crashed")
        with Watched(bench, plain) as watched:
            watched.close()
        # Both begin with what an ordinary run leaves (columns, the table as it was last known).
        copy(bench, "plain", "plain-kept")
        copy(bench, "plain", "crashed-kept")
        interrupt(bench, service, "crashed-kept")
        moments = {"plain": [], "crashed": []}
        for number in range(ROUNDS + 1):
            for program in (crashed, plain):
                copy(bench, program.name + "-kept", program.name)
                with Watched(bench, program) as watched:
                    if program is crashed:
                        _check(bench, program.name)
                    watched.kill()
                if number > 0:
                    moments[program.name].append(watched["painted"])
    yield Figure("SIGKILL in a batch → window with it reconciled", "ms",
                 spread(moments["crashed"]), "start-up after an ordinary end",
                 spread(moments["plain"]), "difference <= 100 ms")


def _check(bench, name):
    """Before a number is believed: the start has settled what the crash left, on disk."""
    def settled(home):
        path = bench.homes.path(home) + "/data/clusterdeck/clusterdeck/journal.sqlite-wal"
        if not os.path.exists(path):
            return False
        with open(path, "rb") as file:
            return b"program-ended" in file.read()
    if settled(name + "-kept") or not settled(name):
        raise Failed("what the crash left was not settled by the next start")
