# SPDX-License-Identifier: GPL-3.0-or-later
"""What measuring programs print, and what is made of it. Pure: values in, values and text out.

A figure is one line of fields with a tab between them:
figure, name, unit, ours (median, min, max, runs), name of the floor or peer (empty: there is none),
its median, min, max, runs, goal. A goal is "<= 16.7 ms", "ratio <= 0.65", "difference <= 100 ms",
several of them with ", " between, or empty; "difference" is ours minus the other's, in the figure's
unit.
"""

import re
from collections import namedtuple

Spread = namedtuple("Spread", "median low high runs")
Figure = namedtuple("Figure", "name unit ours other theirs goal")

GOAL = re.compile(r"(?:(ratio|difference) )?(<=|>=) ([0-9][0-9,.]*)(?: .+)?$")


class NotAFigure(Exception):
    """A line that breaks the contract; says how."""


def spread(values):
    """Of one or more numbers."""
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        median = ordered[middle]
    else:
        median = (ordered[middle - 1] + ordered[middle]) / 2
    return Spread(median, ordered[0], ordered[-1], len(ordered))


def line(figure):
    """The figure as a program prints it."""
    def fields(measured):
        if measured is None:
            return [""] * 4
        return ["%.4g" % number if number < 1000 else "%.0f" % number
                for number in measured[:3]] + [str(measured.runs)]
    return "\t".join(["figure", figure.name, figure.unit] + fields(figure.ours) +
                     [figure.other] + fields(figure.theirs) + [figure.goal])


def _read_spread(fields):
    if not any(fields):
        return None
    return Spread(float(fields[0]), float(fields[1]), float(fields[2]), int(fields[3]))


def parse(text):
    """A Figure, from one line."""
    fields = text.rstrip("\n").split("\t")
    if len(fields) != 13 or fields[0] != "figure":
        raise NotAFigure("not a figure of 13 fields: %r" % text)
    try:
        ours, theirs = _read_spread(fields[3:7]), _read_spread(fields[8:12])
    except ValueError as problem:
        raise NotAFigure("%s in %r" % (problem, text)) from problem
    if not fields[1] or ours is None or bool(fields[7]) != (theirs is not None):
        raise NotAFigure("a name or a number is missing: %r" % text)
    figure = Figure(fields[1], fields[2], ours, fields[7], theirs, fields[12])
    if not all(GOAL.match(goal) for goal in _goals(figure)):
        raise NotAFigure("a goal that nobody can judge: %r" % text)
    return figure


def ratio(figure):
    """Ours to the other; None when there is none, or when it is nothing."""
    if figure.theirs is None or figure.theirs.median == 0:
        return None
    return figure.ours.median / figure.theirs.median


def _goals(figure):
    return figure.goal.split(", ") if figure.goal else []


def _is_met(goal, figure):
    kind, relation, limit = GOAL.match(goal).groups()
    measured = figure.ours.median
    if kind == "ratio":
        measured = ratio(figure)
    elif kind == "difference":
        measured = None if figure.theirs is None else measured - figure.theirs.median
    if measured is None:
        return None
    limit = float(limit.replace(",", ""))
    return measured <= limit if relation == "<=" else measured >= limit


def is_met(figure):
    """True when all goals are, False when one is not; None when there is none, or nothing to hold
    one against."""
    met = [_is_met(goal, figure) for goal in _goals(figure)]
    if False in met:
        return False
    return None if None in met or not met else True
