# SPDX-License-Identifier: GPL-3.0-or-later
"""main.py PROGRAM [TEST…]: runs the tests, each in its own session (stage.py) and several at once, because
they mostly wait. Example of TEST: tst_mainjob.MainJob.test_rows_are_read."""
import os
import subprocess
import sys
import unittest
from concurrent.futures import ThreadPoolExecutor

import stage
import tst_mainjob
import tst_windows
from programcase import ProgramCase

AT_ONCE = 6  # more would make a slow machine so slow that the tests wait in vain
ON_STAGE = "--on-stage"


def names(of):
    for test in of:
        if isinstance(test, unittest.TestSuite):
            yield from names(test)
        else:
            yield test.id()


def perform(test, program):
    return stage.run(os.path.abspath(__file__), ON_STAGE, program, test)


def main(program, *tests):
    load = unittest.defaultTestLoader.loadTestsFromModule
    tests = tests or list(names(map(load, (tst_mainjob, tst_windows))))
    with ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
        ended = list(pool.map(lambda test: perform(test, program), tests))
    for result in ended:
        print(result.stdout, flush=True)
    failed = [test for test, result in zip(tests, ended) if result.returncode != 0]
    print(f"{len(tests)} tests, {len(failed)} failed: {', '.join(failed) or 'none'}")
    return 1 if failed or not tests else 0


if __name__ == "__main__":
    if sys.argv[1] == ON_STAGE:
        ProgramCase.program = sys.argv[2]
        # The only Python function for the name of an action is deprecated.
        unittest.main(module=None, argv=sys.argv[:1] + sys.argv[3:], verbosity=2, warnings="ignore")
    sys.exit(main(*sys.argv[1:]))
