# SPDX-License-Identifier: GPL-3.0-or-later
"""main.py PROGRAM [TEST…]: on the stage that stage.py sets."""
import sys
import unittest

from programcase import ProgramCase
from tst_mainjob import MainJob  # noqa: F401
from tst_windows import DemoWindows, FirstRun  # noqa: F401

if __name__ == "__main__":
    ProgramCase.program = sys.argv.pop(1)
    unittest.main(verbosity=2)
