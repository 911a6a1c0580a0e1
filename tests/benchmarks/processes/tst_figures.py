# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of what decides: statistics, goals, the table, what /proc says.

Plain functions, since python3-minimal has no unittest: each one whose name begins with test_ is run.
"""

import sys
import traceback

import figures
import procfs
import table
from figures import Figure, Spread

STARTUP = Figure("start", "ms", Spread(60, 58, 71, 9), "peer", Spread(120, 110, 130, 9),
                 "ratio <= 0.65")


def refuses(text):
    try:
        figures.parse(text)
    except figures.NotAFigure:
        return True
    return False


def test_spread_of_odd_and_even_counts():
    assert figures.spread([3, 1, 2]) == Spread(2, 1, 3, 3)
    assert figures.spread([4, 1, 2, 9]) == Spread(3, 1, 9, 4)
    assert figures.spread([5]) == Spread(5, 5, 5, 1)


def test_a_line_reads_back():
    assert figures.parse(figures.line(STARTUP) + "\n") == STARTUP
    alone = STARTUP._replace(other="", theirs=None, goal="<= 16.7 ms")
    assert figures.parse(figures.line(alone)) == alone
    long = STARTUP._replace(ours=Spread(123456, 100000, 999999, 3))
    assert figures.parse(figures.line(long)) == long


def test_lines_that_break_the_contract():
    good = figures.line(STARTUP)
    assert refuses("hello")
    assert refuses(good + "\tmore")
    assert refuses(good.replace("60", "sixty"))
    assert refuses(good.replace("start", ""))
    assert refuses(good.replace("peer", ""))
    assert refuses(good.replace("ratio <= 0.65", "fast"))
    assert refuses(good.replace("ratio <= 0.65", "ratio <= 0.65, fast"))
    assert not refuses(good.replace("ratio <= 0.65", "<= 1,000 ms, ratio <= 0.65"))


def test_goals():
    def met(goal, ours=60, theirs=120):
        other = None if theirs is None else Spread(theirs, theirs, theirs, 1)
        return figures.is_met(Figure("f", "ms", Spread(ours, 0, 99, 1), "o", other, goal))
    assert met("ratio <= 0.5") is True
    assert met("ratio <= 0.49") is False
    assert met("ratio >= 0.5") is True
    assert met("ratio <= 0.5", theirs=None) is None
    assert met("ratio <= 0.5", theirs=0) is None
    assert met("<= 60 ms") is True
    assert met("<= 59.9 ms") is False
    assert met("<= 1,000 B", ours=999) is True
    assert met(">= 61") is False
    assert met("<= 0", ours=0) is True
    assert met("difference <= 100 ms", ours=200, theirs=100) is True
    assert met("difference <= 100 ms", ours=201, theirs=100) is False
    assert met("") is None
    assert met("<= 60 ms, ratio <= 0.5") is True
    assert met("<= 60 ms, ratio <= 0.4") is False
    assert met("<= 50 ms, ratio <= 0.5") is False
    assert met("<= 60 ms, ratio <= 0.5", theirs=None) is None
    assert met("<= 50 ms, ratio <= 0.5", theirs=None) is False


def test_a_row():
    assert table.row(STARTUP) == ["start", "60 ms (58\u201371, 9)", "peer: 120 ms (110\u2013130, 9)",
                                  "0.50", "ratio \u2264 0.65", "yes"]
    missed = STARTUP._replace(ours=Spread(119, 119, 119, 1))
    assert table.row(missed)[1] == "119 ms (1 run)"
    assert table.row(missed)[-1] == "NO"
    assert table.row(STARTUP._replace(other="", theirs=None))[2:] == [
        "", "", "ratio \u2264 0.65", "not measured"]


def test_numbers():
    assert [table.number(each) for each in (0, 0.123456, 16.66, 99.96, 999.6, 1234.5)] == [
        "0", "0.123", "16.7", "100", "1,000", "1,234"]


def test_the_tables():
    lines = table.text([STARTUP]).splitlines()
    assert len(lines) == 3 and lines[0].startswith("figure  ours")
    assert lines[0].index("floor") == lines[2].index("peer")
    lines = table.markdown([STARTUP._replace(name="a|b")], "Here.").splitlines()
    assert lines[0] == "Here." and lines[3] == "| --- | --- | --- | --- | --- | --- |"
    assert lines[4].startswith("| a\\|b | 60 ms")


def test_what_linux_says():
    status = ("Name:\tx\nVmHWMark:\t1 kB\nVmHWM:\t  2048 kB\n"
              "voluntary_ctxt_switches:\t7\nnonvoluntary_ctxt_switches:\t9\n")
    assert procfs.kilobytes(status, "VmHWM") == 2048
    assert procfs.voluntary(status) == 7
    stat = "12 (a name) with) S 1 2 3 4 5 6 7 8 9 10 30 12 0 0"
    assert procfs.ticks(stat) == 42


def main():
    failed = 0
    for name, test in sorted(globals().items()):
        if name.startswith("test_"):
            try:
                test()
            except Exception:  # all of them are told
                failed += 1
                print("FAIL", name)
                traceback.print_exc()
    print("%d failed" % failed)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
