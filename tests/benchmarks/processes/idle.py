# SPDX-License-Identifier: GPL-3.0-or-later
"""What programs do while nobody does anything: all stand beside each other for the same 20 s."""

import contextlib
import os
import time

import procfs
import programs
from figures import Figure, spread
from service import Service
from watch import Watched

ROUNDS = 3
QUIET = 5     # seconds before
WINDOW = 20   # seconds; with the ones before less than a minute, when ours refreshes


def watch_once(bench, every):
    """Wake-ups a second and percent of one processor, by name."""
    with contextlib.ExitStack() as stack:
        # Ours are started last, so they lie on top: whoever is covered may have less to do.
        watched = [stack.enter_context(Watched(bench, program)) for program in every]
        time.sleep(QUIET)
        before = [procfs.work(each.pid) for each in watched]
        began = time.monotonic()
        time.sleep(WINDOW)
        after = [procfs.work(each.pid) for each in watched]
        took = time.monotonic() - began
    tick = os.sysconf("SC_CLK_TCK")
    return {program.name: (max(0, late.wakeups - early.wakeups) / took,
                           100 * (late.ticks - early.ticks) / tick / took)
            for program, early, late in zip(every, before, after)}


def figures(bench, with_peers):
    peers = programs.peers(bench.homes) if with_peers else []
    with Service(bench.build, 1000) as service:
        ours = [programs.demo(bench.build, 60), programs.client(bench.build, service)]
        every = peers + programs.floors(bench.build)[-1:] + ours
        rounds = [watch_once(bench, every) for _ in range(ROUNDS)]
    others = [program.name for program in every if program not in ours]
    for index, (what, unit) in enumerate((("wake-ups a second", "/s"), ("processor", "%"))):
        def of(name, index=index):
            return spread([each[name][index] for each in rounds])
        for program in ours:
            name, goal = "idle: %s, %s" % (what, program.name), "<= 0 " + unit
            # Wake-ups beside those of all others, once: theirs do not change with what we show.
            for other in others if index == 0 and program is ours[-1] else []:
                yield Figure(name, unit, of(program.name), other, of(other), goal)
                goal = ""
            if goal:
                busiest = max(others, key=lambda other: of(other).median)
                yield Figure(name, unit, of(program.name), busiest, of(busiest), goal)
