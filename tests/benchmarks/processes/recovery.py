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
                    if number == 0:
                        _check(bench, watched)
                    watched.kill()
                if number > 0:
                    moments[program.name].append(watched["painted"])
    yield Figure("SIGKILL in a batch → window with it reconciled", "ms",
                 spread(moments["crashed"]), "start-up after an ordinary end",
                 spread(moments["plain"]), "difference <= 100 ms")


def _check(bench, watched):
    """Before a number is believed: the journal is read and written when a batch was left."""
    folder = os.path.join(bench.homes.path(watched.name), "data/clusterdeck/clusterdeck")
    journal = os.path.join(folder, "journal.sqlite-wal")
    was = os.path.join(bench.homes.path(watched.name + "-kept"), "data/clusterdeck/clusterdeck",
                       "journal.sqlite-wal")
    if watched.name == "crashed" and (not os.path.exists(was) or os.path.getsize(was) == 0):
        raise Failed("the crashed run left no open journal")
    if not os.path.exists(journal):
        raise Failed("%s has no journal" % watched.name)
