# SPDX-License-Identifier: GPL-3.0-or-later
"""report.py [MACHINE]: reads figures from stdin and prints them as one table; with a sentence about
the machine as Markdown. A line that is no figure is an error."""

import sys

import figures
import table


def main(arguments):
    try:
        every = [figures.parse(line) for line in sys.stdin]
    except figures.NotAFigure as problem:
        print("report:", problem, file=sys.stderr)
        return 1
    if not every:
        print("report: there is not one figure", file=sys.stderr)
        return 1
    print(table.markdown(every, arguments[0]) if arguments else table.text(every))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
