# SPDX-License-Identifier: GPL-3.0-or-later
"""report.py [MACHINE]: reads figures from stdin and prints them as one table; with a sentence about
the machine as Markdown. A line that is no figure is told, and an error at the end."""

import sys

import figures
import table


def main(arguments):
    every, status = [], 0
    for line in sys.stdin:
        try:
            every.append(figures.parse(line))
        except figures.NotAFigure as problem:
            print("report:", problem, file=sys.stderr)
            status = 1
    if not every:
        print("report: there is not one figure", file=sys.stderr)
        return 1
    print(table.markdown(every, arguments[0]) if arguments else table.text(every))
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
