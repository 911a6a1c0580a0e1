# SPDX-License-Identifier: GPL-3.0-or-later
"""measure.py [OPTION…] [NAME…]: measures whole programs and the benchmarks inside ours, and prints one
table; see run.sh, which creates the build, the display and the session bus."""

import csv
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from programs import Homes, Service, client, demo, floors, peers
from watch import Failed, Watched

PARTS = ("startup", "journal", "memory", "idle", "open")
BENCHMARKS = ("keyInFilter", "sort", "refresh", "changes", "gap", "listing", "deletions")
UNITS = {"WalltimeMilliseconds": "ms", "Events": "calls"}
# The goals: the figure (" | " precedes what ours is compared with), the statistic, and its maximum.
GOALS = (
    (r"exec → painted, demo of 60 \| Qt table, n", "ratio", 1.4),
    (r"exec → painted, demo of 1,000 \| Qt table, n", "ratio", 1.8),
    (r"exec → painted, demo of 60 \| qbit", "ratio", 0.5),
    (r"exec → painted, demo of 1,000 \| qbit", "ratio", 0.65),
    (r"exec → readable, client, 1,000 .* \| Qt table, n", "ratio", 1.3),
    (r"exec → readable, client, 100,000 .* \| Qt table, n", "ratio", 2),
    (r"window closed", "median", 100),
    (r"peak memory, .* (60|1,000|10,000)( clusters)? \| (qbit|keep|trans)", "ratio", 0.6),
    (r"memory a cluster", "median", 600),
    (r"idle: |^open for .*: (active periods|memory)", "median", 0),
    (r"with a journal of", "ratio", 1.3),
    (r"key in the filter.* 1000000 ", "p95", 50),
    (r"sort by any column.* 1000000 ", "max", 150),
    (r"key in the filter.* 10000 ", "p95", 16.7),
    (r"key in the filter", "p95", 33),
    (r"sort by any column", "max", 33),
    (r"refresh of|status changes|event-loop|own work", "median", 16.7),
    (r"clusters listed.* \| latency", "ratio", 1.15),
    (r"clusters listed.* \| published", "ratio", 0.2),
    (r"clusters listed.*requests", "ratio", 1),
    (r"deletions.*, calls", "ratio", 1.05),
    (r"deletions.* 1 a request \| latency", "ratio", 1.1),
    (r"processor an item", "median", 3),
)


class Measurement:
    """One run of this script: the options, and the values of each figure, by name and compared program."""

    def __init__(self, options, build, folder):
        self.sizes = "quick" if "--quick" in options else "long" if "--long" in options else "usual"
        self.rounds = 1 if self.sizes == "quick" else 5
        self.build, self.log, self.homes = build, os.path.join(folder, "log"), Homes(folder)
        self.floors = floors(build)
        self.peers = peers(self.homes) if "--peers" in options else []
        self.values, self.units = {}, {}

    def add(self, name, unit, value, other=""):
        self.units[name] = unit
        self.values.setdefault(name, {}).setdefault(other, []).append(value)

    def add_all(self, what, unit, found, index, ours, others):
        """Adds the value at `index` of each of our programs, and of each other program beside it."""
        for program in ours:
            for other in [program] + others:
                for values in found[other.name]:
                    self.add("%s, %s" % (what, program.name), unit, values[index],
                             "" if other is program else other.name)

    def by_name(self, rounds, every, read):
        """The results of `read` for each program, by name. In each round all programs run in turn."""
        found = {program.name: [] for program in every}
        for _ in range(rounds):
            for program in every:
                with Watched(self.homes, program) as watched:
                    found[program.name].append(read(watched))
        return found

    def startup(self):
        large = 10000 if self.sizes == "quick" else 100000
        with Service(self.build, 1000) as few, Service(self.build, large) as many:
            ours = [demo(self.build, 60), demo(self.build, 1000), client(self.build, few),
                    client(self.build, many)]
            every = ours + self.floors + self.peers
            # A program has saved its data for the next start once it is at rest.
            self.by_name(1, every, lambda watched: (watched.wait_for_rest(), watched.close()))
            found = self.by_name(2 * self.rounds, every, lambda watched:
                                 (watched.painted, watched.readable, watched.close()))
        self.add_all("exec → painted", "ms", found, 0, ours, self.floors + self.peers)
        self.add_all("exec → readable", "ms", found, 1, ours, self.floors + self.peers)
        self.add_all("window closed → process ended", "ms", found, 2, ours, self.peers)

    def memory(self):
        large = 20000 if self.sizes == "quick" else 100000
        with Service(self.build, 1000) as few, Service(self.build, 10000) as many, \
                Service(self.build, large) as most:
            ours = [client(self.build, few), client(self.build, many), client(self.build, most),
                    demo(self.build, 1000), demo(self.build, 10000)]
            others = self.floors[-1:] + [peer for peer in self.peers if peer.is_qt]
            found = self.by_name(self.rounds, ours + others, lambda watched: (
                watched.wait_for_rest(), watched.status("VmHWM") / 1024,
                watched.status("RssAnon") / 1024, watched.close()))
        self.add_all("peak memory", "MiB", found, 1, ours, others)
        for less, more in zip(found[ours[1].name], found[ours[2].name]):
            if more[2] < less[2] + 0.5:
                raise Failed("%d clusters take next to no memory; were they there?" % large)
            self.add("memory a cluster, client at rest, 10,000 to {:,}".format(large), "B",
                     (more[2] - less[2]) * 2 ** 20 / (large - 10000))

    def idle(self):
        seconds = 20  # with the five before, less than our refresh interval
        with Service(self.build, 1000) as service:
            ours = [demo(self.build, 60), client(self.build, service)]
            others = self.peers + self.floors[-1:]
            for _ in range(self.rounds):
                watched = [Watched(self.homes, each) for each in others + ours]  # ours are on top
                time.sleep(5)
                before = [each.work() for each in watched]
                time.sleep(seconds)
                found = {each.name: [[(late - early) / seconds for early, late
                                      in zip(work, each.work())]]
                         for each, work in zip(watched, before)}
                for each in watched:
                    each.close()
                self.add_all("idle: wake-ups a second", "/s", found, 0, ours, others)
                self.add_all("idle: processor", "%", found, 1, ours, others)

    def open(self):
        """The program is left alone. It lists its clusters every minute, so work is looked for in
        between: wake-ups less than five seconds apart are one period of activity."""
        minutes, settled = {"quick": (2, 1), "usual": (10, 5), "long": (120, 20)}[self.sizes]
        with Service(self.build, 1000) as service:
            watched = [Watched(self.homes, each) for each in
                       (demo(self.build, 60), client(self.build, service))]
            time.sleep(60 * settled)
            memory = [each.status("RssAnon") for each in watched]
            wakeups = [[each.work()[0]] for each in watched]
            began = time.monotonic()
            for second in range(1, 60 * (minutes - settled) + 1):
                time.sleep(max(0, began + second - time.monotonic()))
                for each, values in zip(watched, wakeups):
                    values.append(each.work()[0])
            for each, before, values in zip(watched, memory, wakeups):
                active = [second for second, (early, late) in enumerate(zip(values, values[1:]))
                          if late > early]
                periods = sum(now - then >= 5 for then, now in zip([-5] + active, active))
                what = "open for %d minutes, %s: " % (minutes, each.name)
                self.add(what + "listings due", "", minutes - settled)
                self.add(what + "periods of activity", "", periods)
                self.add(what + "active seconds", "", len(active))
                self.add(what + "active periods more than listings due", "",
                         max(0, periods - (minutes - settled)))
                self.add(what + "memory growth after %d minutes" % settled, "KiB",
                         each.status("RssAnon") - before)
                each.close()

    def journal(self):
        """Start-up with a large journal, compared with the same home folder without one. After an
        unclean end the whole journal is checked."""
        batches, items = (20, 50) if self.sizes == "quick" else (3000, 40)
        with Service(self.build, 1000) as service:
            plain = client(self.build, service)._replace(name="plain")
            self.by_name(1, [plain], lambda watched: (watched.wait_for_rest(), watched.close()))
            empty, filled = (self.homes.path(name) for name in ("plain-kept", "filled-kept"))
            for home in (empty, filled):
                shutil.copytree(self.homes.path("plain"), home)
            subprocess.run([self.build + "/tests/tst_benchmarks_smoke", "--journal", service.endpoint,
                            service.key["QINGCLOUD_ZONE"], service.owner, str(batches), str(items)],
                           env=self.homes.environment("filled-kept"), check=True)
            figure = "exec → painted, with a journal of %d batches of %d" % (batches, items)
            for number in range(2 * self.rounds + 1):
                for home, name, other in ((empty, figure, "start-up without it"), (filled, figure, ""),
                                          (filled, figure + ", after an unclean end", "")):
                    shutil.rmtree(self.homes.path("plain"))
                    shutil.copytree(home, self.homes.path("plain"))
                    if name is not figure:
                        os.remove(self.homes.path("plain") + "/data/clusterdeck/clusterdeck/journal.clean")
                    with Watched(self.homes, plain) as watched:
                        if number > 0:  # the first run warms up
                            self.add(name, "ms", watched.painted, other)
                            if home is empty:
                                self.add(figure + ", after an unclean end", "ms", watched.painted, other)

    def inside(self, benchmark):
        """A benchmark inside the program: each output line is a row of its data."""
        environment = dict(self.homes.environment("inside"), CLUSTERDECK_BENCHMARKS=self.sizes,
                           QTEST_FUNCTION_TIMEOUT="36000000")
        for _ in range(1 if self.sizes == "quick" else 3):
            ended = subprocess.run(
                [self.build + "/tests/tst_benchmarks_smoke", "-o", "-,csv", "-o", self.log + ",txt",
                 benchmark], env=environment, stdout=subprocess.PIPE, text=True, check=False)
            for _, row, metric, value, *_ in csv.reader(ended.stdout.splitlines()):
                name, _, other = row.partition(" | ")
                self.add(name.partition(";")[0], UNITS[metric], float(value), other)
            if ended.returncode != 0:
                with open(self.log, encoding="utf-8") as file:
                    raise Failed("\n".join(re.findall("FAIL!.*(?:\n  .*)*", file.read())))

    def rows(self):
        yield ["figure", "ours", "floor or peer", "ratio", "goal", "met"]
        yield ["---"] * 6
        for name, found in self.values.items():
            unit, ours = self.units[name], found.pop("", [])
            for other, values in (found or {"": []}).items() if ours else ():
                yield [name, text(ours, unit), other and "%s: %s" % (other, text(values, unit)),
                       "%.2f" % ratio(ours, values) if values else "",
                       *verdict(name + " | " + other, ours, values)]


def ratio(ours, values):
    return statistics.median(ours) / (statistics.median(values) or 1)


def p95(values):
    """The 95th percentile: the smallest value that 95 % of all values do not exceed."""
    return sorted(values)[-(-95 * len(values) // 100) - 1]


def number(value):
    """The number with three significant digits."""
    return "{:,.0f}".format(value) if abs(value) >= 100 else "%.3g" % value


def text(values, unit):
    """Median, and in brackets minimum, maximum, 95th percentile (of 20 or more) and number of values."""
    many = "p95 %s, " % number(p95(values)) if len(values) >= 20 else ""
    return "%s %s (%s–%s, %s%d)" % (number(statistics.median(values)), unit, number(min(values)),
                                    number(max(values)), many, len(values))


def verdict(name, ours, values):
    """The goal, and whether it is met; empty when there is no goal."""
    for pattern, what, limit in GOALS:
        if re.search(pattern, name) and (values or what != "ratio"):
            measured = {"max": max, "p95": p95, "ratio": lambda ours: ratio(ours, values)}.get(what, statistics.median)(ours)
            return ["%s ≤ %g" % (what, limit), "yes" if measured <= limit else "NO"]
    return ["", ""]


def main(arguments):
    options = [each for each in arguments if each.startswith("--")]
    names = [each for each in arguments if each not in options] or PARTS + BENCHMARKS
    if not set(names) <= set(PARTS + BENCHMARKS):
        sys.exit("measure.py: the names are %s" % ", ".join(PARTS + BENCHMARKS))
    status = 0
    with tempfile.TemporaryDirectory() as folder:
        measurement = Measurement(options, os.path.abspath("build/bench"), folder)
        for name in names:
            print("measuring", name, file=sys.stderr, flush=True)
            try:
                if name in BENCHMARKS:
                    measurement.inside(name)
                else:
                    getattr(measurement, name)()
            except (Failed, OSError, subprocess.SubprocessError) as problem:
                print("%s: %s" % (name, problem), file=sys.stderr, flush=True)
                status = 1
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        processor = re.search("model name.*: (.*)", file.read())[1]
    print("Measured on %s: %s, %d cores, Xvfb; median (min–max, runs).\n" %
          (time.strftime("%Y-%m-%d"), processor, os.cpu_count()))
    for row in measurement.rows():
        print("| " + " | ".join(row) + " |")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
