# SPDX-License-Identifier: GPL-3.0-or-later
"""measure.py [OPTION…] [NAME…]: measures whole programs and what runs inside ours, and prints one
table; see run.sh, which makes the build, the display and the session bus."""

import csv
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

from programs import Homes, Service, client, demo, floors, peers
from watch import Failed, Watched

BENCHMARKS = ("keyInFilter", "sort", "refresh", "selection", "heap", "gap", "listing", "deletions",
              "intents", "signatureAge")
UNITS = {"WalltimeMilliseconds": "ms", "BytesAllocated": "B", "Events": "calls"}
# What is aimed at: the figure, what of it, and at most how much. "ratio" and "difference" are to
# what ours is compared with, whose name follows " | ".
GOALS = (
    (r"exec → painted.* \| Qt table, n", "ratio", 1.4),
    (r"exec → painted.* \| (qbit|keep|trans|virt)", "ratio", 0.65),
    (r"window closed", "median", 100),
    (r"peak memory, .* 10,000.* \| (qbit|keep|trans)", "ratio", 0.7),
    (r"peak memory, .* 1,000.* \| (qbit|keep|trans)", "ratio", 0.6),
    (r"memory a cluster|heap", "median", 600),
    (r"idle: ", "median", 0),
    (r"SIGKILL|journal of", "difference", 100),
    (r"key in the filter.* 10000 ", "p95", 16.7),
    (r"key in the filter", "p95", 33),
    (r"sort by any column", "max", 33),
    (r"refresh of|status changes|event-loop|own work", "median", 16.7),
    (r"choose", "median", 20),
    (r"clusters listed.* \| latency", "ratio", 1.15),
    (r"clusters listed.* \| published", "ratio", 0.2),
    (r"requests for", "ratio", 1),
    (r"deletions.*, calls", "ratio", 1.05),
    (r"deletions.* 1 a request \| latency", "ratio", 1.1),
    (r"processor an item", "median", 3),
    (r"intents durable", "median", 10),
    (r"oldest signature", "median", 2000),
)


class Measurement:
    """One run of this program: the options, and the values of each figure by name and other."""

    def __init__(self, options, build, folder):
        self.sizes = "quick" if "--quick" in options else "long" if "--long" in options else "usual"
        self.rounds = 1 if self.sizes == "quick" else 5
        self.build, self.folder, self.homes = build, folder, Homes(folder)
        self.floors = floors(build)
        self.peers = peers(self.homes) if "--peers" in options else []
        self.values, self.units = {}, {}

    def add(self, name, unit, value, other=""):
        self.units[name] = unit
        self.values.setdefault(name, {}).setdefault(other, []).append(value)

    def add_all(self, what, unit, found, ours):
        """`found`: values by program's name; what is not ours is compared with each of ours."""
        names = [program.name for program in ours]
        for name in names:
            for other, values in found.items():
                if other == name or other not in names:
                    for value in values:
                        self.add("%s, %s" % (what, name), unit, value,
                                 "" if other == name else other)

    def watched(self, program):
        return Watched(self.homes, program)

    def warm(self, program):
        """Runs it until it has nothing more to do: what it keeps for the next time is on disk."""
        with self.watched(program) as watched:
            watched.wait_for_rest()
            watched.close()

    # The parts.

    def startup(self):
        large = 10000 if self.sizes == "quick" else 100000
        with Service(self.build, 1000) as few, Service(self.build, large) as many:
            ours = [demo(self.build, 60), demo(self.build, 1000), client(self.build, few),
                    client(self.build, many)]
            every = ours + self.floors + self.peers
            first, painted, closed = ({each.name: [] for each in every} for _ in range(3))
            for each in every:
                self.warm(each)
            for _ in range(2 * self.rounds):
                for each in every:
                    with self.watched(each) as watched:
                        first[each.name].append(watched.first)
                        painted[each.name].append(watched.painted)
                        closed[each.name].append(watched.close())
        self.add_all("exec → painted", "ms", painted, ours)
        self.add_all("exec → anything of the window", "ms",
                     {name: first[name] for name in (ours[0].name, self.floors[-1].name)}, ours[:1])
        self.add_all("window closed → process ended", "ms", closed, ours)

    def memory(self):
        with Service(self.build, 1000) as few, Service(self.build, 10000) as many:
            clients = [client(self.build, few), client(self.build, many)]
            ours = clients + [demo(self.build, 1000), demo(self.build, 10000)]
            every = ours + self.floors + [peer for peer in self.peers if peer.is_qt]
            peak, own = ({each.name: [] for each in every} for _ in range(2))
            for _ in range(self.rounds):
                for each in every:
                    with self.watched(each) as watched:
                        watched.wait_for_rest()
                        peak[each.name].append(watched.status("VmHWM") / 1024)
                        own[each.name].append(watched.status("RssAnon") / 1024)
                        watched.close()
        self.add_all("peak memory", "MiB", peak, ours)
        for less, more in zip(own[clients[0].name], own[clients[1].name]):
            if more < less + 0.5:
                raise Failed("10,000 clusters take next to no memory; were they there?")
            self.add("memory a cluster, client at rest", "B", (more - less) * 2 ** 20 / 9000)

    def idle(self):
        seconds = 20  # with the five before less than a minute, when ours refreshes
        with Service(self.build, 1000) as service:
            ours = [demo(self.build, 60), client(self.build, service)]
            every = self.peers + self.floors[-1:] + ours  # ours lie on top
            for _ in range(self.rounds):
                watched = [self.watched(each) for each in every]
                time.sleep(5)
                before = [each.work() for each in watched]
                time.sleep(seconds)
                after = [each.work() for each in watched]
                for each in watched:
                    each.kill()
                wakeups, busy = ({each.name: [(late[i] - early[i]) / seconds] for each, early, late
                                  in zip(every, before, after)} for i in (0, 1))
                self.add_all("idle: wake-ups a second", "/s", wakeups, ours)
                self.add_all("idle: processor", "%", busy, ours)

    def _leave_journal(self, service, home, *arguments):
        environment = self.homes.environment(home)
        return subprocess.run(
            [self.build + "/tests/tst_benchmarks_smoke", "--journal", service.endpoint,
             service.key["QINGCLOUD_ZONE"], service.owner, *arguments],
            env=dict(environment, QT_QPA_PLATFORM="offscreen"), check=False).returncode

    def _copy(self, source, target):
        shutil.rmtree(self.homes.path(target), ignore_errors=True)
        shutil.copytree(self.homes.path(source), self.homes.path(target))

    def _beside_plain(self, what, service, number, *arguments, is_killed):
        """Start-up with what leave_journal has left, against start-up of the same home without."""
        plain = client(self.build, service)._replace(name="plain")
        other = plain._replace(name="other")
        self.warm(plain)
        self._copy("plain", "plain-kept")
        self._copy("plain", "other-kept")
        status = self._leave_journal(service, "other-kept", str(number), *arguments)
        if status != (-signal.SIGKILL if is_killed else 0):
            raise Failed("the journal was not left as wanted: %d" % status)
        for round_ in range(2 * self.rounds + 1):
            for program in (other, plain):
                self._copy(program.name + "-kept", program.name)
                with self.watched(program) as watched:
                    if is_killed and program is other:
                        self._check_settled()
                    watched.kill()
                if round_ > 0:
                    self.add(what, "ms", watched.painted,
                             "" if program is other else "start-up without it")

    def journal(self):
        batches, items = (20, 50) if self.sizes == "quick" else (500, 100)
        with Service(self.build, 1000) as service:
            self._beside_plain("exec → painted, with a journal of %d batches of %d" %
                               (batches, items), service, batches, str(items), is_killed=False)

    def recovery(self):
        with Service(self.build, 1000) as service:
            self._beside_plain("SIGKILL in a batch → window with it reconciled", service, 0, "10",
                               "interrupted", is_killed=True)

    def _check_settled(self):
        """Before a number is believed: the start has settled on disk what the crash left."""
        def settled(home):
            path = self.homes.path(home) + "/data/clusterdeck/clusterdeck/journal.sqlite-wal"
            if not os.path.exists(path):
                return False
            with open(path, "rb") as file:
                return b"program-ended" in file.read()
        if settled("other-kept") or not settled("other"):
            raise Failed("what the crash left was not settled by the next start")

    def inside(self, benchmarks):
        """What runs inside the program: each line is a row of the benchmark's data."""
        log = os.path.join(self.folder, "inside.log")
        environment = dict(self.homes.environment("inside"), CLUSTERDECK_BENCHMARKS=self.sizes,
                           QTEST_FUNCTION_TIMEOUT="36000000")
        for _ in range(1 if self.sizes == "quick" else 3):
            ended = subprocess.run(
                [self.build + "/tests/tst_benchmarks_smoke", "-o", "-,csv", "-o", log + ",txt",
                 *benchmarks], env=environment, stdout=subprocess.PIPE, text=True, check=False)
            for function, row, metric, value, *_ in csv.reader(ended.stdout.splitlines()):
                name, _, other = (row or function).partition(" | ")
                self.add(name.partition(";")[0], UNITS[metric], float(value), other)
            if ended.returncode != 0:
                with open(log, encoding="utf-8") as file:
                    raise Failed("\n".join(re.findall("FAIL!.*(?:\n  .*)*", file.read())))

    # The table.

    def rows(self):
        yield ["figure", "ours", "floor or peer", "ratio", "goal", "met"]
        for name, found in self.values.items():
            unit, ours = self.units[name], found.pop("")
            for other, values in found.items() or [("", None)]:
                yield [name, text(ours, unit), other + ": " + text(values, unit) if values else "",
                       "%.2f" % ratio(ours, values) if values else "", *verdict(name, other, ours,
                                                                              values)]


def ratio(ours, values):
    return statistics.median(ours) / (statistics.median(values) or 1)


def p95(values):
    return sorted(values)[-(len(values) // 20) - 1]


def number(value):
    """Three digits that mean something."""
    return "{:,.0f}".format(value) if abs(value) >= 100 else "%.3g" % value


def text(values, unit):
    """Median, and in brackets the least, the 95th percentile of many, the most and how many."""
    if len(values) == 1:
        return "%s %s" % (number(values[0]), unit)
    middle = ", p95 %s" % number(p95(values)) if len(values) >= 20 else ""
    return "%s %s (%s–%s%s, %d)" % (number(statistics.median(values)), unit, number(min(values)),
                                    number(max(values)), middle, len(values))


def verdict(name, other, ours, values):
    """The goal and whether it is met; nothing where there is none."""
    full = name + " | " + other if other else name
    for pattern, what, limit in GOALS:
        if not re.match(pattern, full) and not re.search(pattern, full):
            continue
        if what in ("ratio", "difference") and not values:
            continue
        measured = {"median": lambda: statistics.median(ours), "max": lambda: max(ours),
                    "p95": lambda: p95(ours), "ratio": lambda: ratio(ours, values),
                    "difference": lambda: statistics.median(ours) - statistics.median(values)}[what]
        return ["%s ≤ %g" % (what, limit), "yes" if measured() <= limit else "NO"]
    return ["", ""]


def main(arguments):
    options = [each for each in arguments if each.startswith("--")]
    names = [each for each in arguments if each not in options]
    parts = ("startup", "journal", "memory", "idle", "recovery")
    unknown = set(names) - set(parts) - set(BENCHMARKS)
    if unknown:
        sys.exit("measure.py: nothing is called %s" % ", ".join(sorted(unknown)))
    status = 0
    with tempfile.TemporaryDirectory() as folder:
        measurement = Measurement(options, os.path.abspath("build/bench"), folder)
        benchmarks = [each for each in BENCHMARKS if not names or each in names]
        work = [(each, getattr(measurement, each)) for each in parts if not names or each in names]
        work += [(each, lambda each=each: measurement.inside([each])) for each in benchmarks]
        for name, measure in work:
            print("measuring", name, file=sys.stderr, flush=True)
            try:
                measure()
            except (Failed, OSError, subprocess.SubprocessError) as problem:
                print("%s: %s" % (name, problem), file=sys.stderr, flush=True)
                status = 1
    rows = list(measurement.rows())
    if "--markdown" in options:
        rows.insert(1, ["---"] * len(rows[0]))
        print("\n".join("| " + " | ".join(row) + " |" for row in rows))
    else:
        widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
        print("\n".join("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows))
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
