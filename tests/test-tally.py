#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tally of test cases over programs that end in every way there is; prints TAP itself."""
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import tally

# Name, output, meson's result: passed, failed, skipped.
CASES = [
    ("passes", "TAP version 13\n1..2\nok 1 /a\nok 2 /b\n", "OK", (2, 0, 0)),
    ("fails", "1..2\nok 1 /a\nnot ok 2 /b\n", "FAIL", (1, 1, 0)),
    ("skips", "1..2\nok 1 /a # SKIP no display\nok 2 /b\n", "OK", (1, 0, 1)),
    ("skips whole", "1..0 # SKIP no display\n", "SKIP", (0, 0, 1)),
    ("crashes half way", "1..3\nok 1 /a\nBail out! ERROR\n", "FAIL", (1, 2, 0)),
    ("crashes at the end", "1..1\nok 1 /a\n", "FAIL", (1, 1, 0)),
    ("prints no plan", "ok 1 /a\n", "ERROR", (1, 1, 0)),
    ("prints nothing", "", "TIMEOUT", (0, 1, 0)),
    ("plans at the end", "ok 1 /a\nok 2 /b\n1..2\n", "OK", (2, 0, 0)),
    ("talks beside", "# ok 3 not a case\n1..1\n  ok 1 - sub\nokay then\nok 1 - /a\n", "OK", (1, 0, 0)),
    ("is unfinished", "1..2\nnot ok 1 /a # TODO later\nok 2 /b\n", "OK", (1, 0, 1)),
]


def main():
    print(f"1..{len(CASES) + 1}")
    bad = 0
    for number, (name, text, result, expected) in enumerate(CASES, 1):
        t = tally.Tally()
        t.tap("program", text, result)
        counts = (t.passed, len(t.failed), len(t.skipped))
        bad += counts != expected
        print(f"{'ok' if counts == expected else 'not ok'} {number} /tally/{name.replace(' ', '-')}")
        if counts != expected:
            print(f"# {counts}, not {expected}")

    t = tally.Tally()
    t.tap("program", "1..1\nok 1 /a # SKIP no display\n", "OK")
    reasons = t.skipped == [("program /a", "no display")]
    print(f"{'ok' if reasons else 'not ok'} {len(CASES) + 1} /tally/reason")
    sys.exit(1 if bad or not reasons else 0)


if __name__ == "__main__":
    main()
