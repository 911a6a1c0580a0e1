# SPDX-License-Identifier: GPL-3.0-or-later
"""The most memory that a program took until its window was painted and all was quiet."""

import procfs
import programs
from figures import Figure, spread
from service import Service
from watch import Failed, Watched

ROUNDS = 3
FEW, MANY = 1000, 10000
GOALS = {FEW: "ratio <= 0.6", MANY: "ratio <= 0.7"}


def measure(bench, every, rounds=ROUNDS):
    """Of every program by name: the peaks, and what was its own at rest, in MiB."""
    peaks = {program.name: [] for program in every}
    own = {program.name: [] for program in every}
    for number in range(rounds):
        for program in every:
            with Watched(bench, program) as watched:
                procfs.wait_for_rest(watched.pid)
                if number == 0:
                    watched.picture("memory, " + program.name)
                peaks[program.name].append(procfs.memory(watched.pid, "VmHWM"))
                own[program.name].append(procfs.memory(watched.pid, "RssAnon"))
                watched.close()
    return peaks, own


def figures(bench, with_peers):
    build = bench.build
    with Service(build, FEW) as few, Service(build, MANY) as many:
        clients = {FEW: programs.client(build, few), MANY: programs.client(build, many)}
        demos = {FEW: programs.demo(build, FEW), MANY: programs.demo(build, MANY)}
        floors = programs.floors(build)
        peers = programs.peers(bench.homes) if with_peers else []
        peaks, own = measure(bench, list(clients.values()) + list(demos.values()) + floors + peers)
    peaks = {name: spread(values) for name, values in peaks.items()}
    lightest = min((peer.name for peer in peers if peer.is_qt),
                   key=lambda name: peaks[name].median, default=None)
    for ours in (clients, demos):
        for count, program in ours.items():
            name = "peak memory, " + program.name
            for other in floors + peers:
                goal = GOALS[count] if other.name == lightest else ""
                if goal or program is clients[FEW]:
                    yield Figure(name, "MiB", peaks[program.name], other.name, peaks[other.name],
                                 goal)
            if not peers:
                yield Figure(name, "MiB", peaks[program.name], "", None, GOALS[count])
    yield _bytes_a_cluster(own[clients[FEW].name], own[clients[MANY].name])


def _bytes_a_cluster(few, many):
    each = [(more - less) * 1024 * 1024 / (MANY - FEW) for less, more in zip(few, many)]
    if min(each) < 50:
        raise Failed("%d clusters take next to no memory; were they there?" % MANY)
    return Figure("memory a cluster, client at rest", "B", spread(each), "", None, "<= 600 B")
