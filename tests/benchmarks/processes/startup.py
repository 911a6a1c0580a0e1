# SPDX-License-Identifier: GPL-3.0-or-later
"""exec to painted window, and closed window to ended process, of everything in turn."""

import programs
from figures import Figure, spread
from service import Service
from watch import Watched

ROUNDS = 11  # one more is a warm-up


def measure(bench, every, rounds=ROUNDS):
    """The moments of every program by name, each a list: one after the other, round by round."""
    moments = {program.name: {"first": [], "painted": [], "ended": []} for program in every}
    for number in range(rounds + 1):
        for program in every:
            with Watched(bench, program) as watched:
                ended = watched.close()
            if number > 0:
                moments[program.name]["first"].append(watched["first"])
                moments[program.name]["painted"].append(watched["painted"])
                moments[program.name]["ended"].append(ended)
    return {name: {moment: spread(values) for moment, values in each.items()}
            for name, each in moments.items()}


def figures(bench, with_peers):
    with Service(bench.build, 1000) as service:
        ours = [programs.demo(bench.build, 60), programs.demo(bench.build, 1000),
                programs.client(bench.build, service)]
        floors = programs.floors(bench.build)
        peers = programs.peers(bench.homes) if with_peers else []
        found = measure(bench, ours + floors + peers)
    fastest = min((peer.name for peer in peers), key=lambda name: found[name]["painted"].median,
                  default=None)
    goals = {floors[-1].name: "ratio <= 1.4", fastest: "ratio <= 0.65"}
    for each in ours:
        mine = found[each.name]["painted"]
        name = "exec → painted, " + each.name
        for other in floors + peers:
            goal = goals.get(other.name, "")
            if goal or each is ours[0]:
                yield Figure(name, "ms", mine, other.name, found[other.name]["painted"], goal)
        if not peers:
            yield Figure(name, "ms", mine, "", None, "ratio <= 0.65")
    first, floor = ours[0].name, floors[-1].name
    yield Figure("exec → anything of the window, " + first, "ms", found[first]["first"], floor,
                 found[floor]["first"], "")
    yield from _quits(found, ours, floors, peers)


def _quits(found, ours, floors, peers):
    quickest = min((each.name for each in peers or floors),
                   key=lambda name: found[name]["ended"].median)
    for each in ours:
        yield Figure("window closed → process ended, " + each.name, "ms",
                     found[each.name]["ended"], quickest, found[quickest]["ended"], "<= 100 ms")
