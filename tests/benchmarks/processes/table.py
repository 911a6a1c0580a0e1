# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures as one table: for a terminal, or as Markdown for the README. Pure."""

import figures

HEAD = ["figure", "ours", "floor or peer", "ratio", "goal", "met"]


def number(value):
    """Three digits that mean something."""
    if abs(value) >= 100:
        return "{:,.0f}".format(value)
    return "%.3g" % value


def measured(spread, unit):
    """Median, and in brackets what it was at least and at most, and how often it was measured."""
    text = number(spread.median) + (" " + unit if unit else "")
    if spread.runs == 1:
        return text + " (1 run)"
    return "%s (%s\u2013%s, %d)" % (text, number(spread.low), number(spread.high), spread.runs)


def row(figure):
    other = figure.other
    if figure.theirs is not None:
        other += ": " + measured(figure.theirs, figure.unit)
    ratio = figures.ratio(figure)
    verdict = {True: "yes", False: "NO", None: "not measured" if figure.goal else ""}
    return [figure.name, measured(figure.ours, figure.unit), other,
            "" if ratio is None else "%.2f" % ratio,
            figure.goal.replace("<=", "\u2264").replace(">=", "\u2265"),
            verdict[figures.is_met(figure)]]


def text(every):
    rows = [HEAD] + [row(figure) for figure in every]
    widths = [max(len(each[column]) for each in rows) for column in range(len(HEAD))]
    rows.insert(1, ["-" * width for width in widths])
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(each, widths)).rstrip()
                     for each in rows)


def markdown(every, machine):
    """`machine`: one sentence about when and where, which stands over the table."""
    rows = [HEAD, ["---"] * len(HEAD)] + [row(figure) for figure in every]
    lines = ["| " + " | ".join(cell.replace("|", "\\|") for cell in each) + " |" for each in rows]
    return "\n".join([machine, ""] + lines)
