#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the test cases of a finished `meson test` and ends with `N passed, N failed, N skipped`.

    tally.py BUILD [STATUS]

meson counts programs, of which each holds many cases. This reads the TAP of every program from
meson's log and names each case that failed or was skipped, the latter with its reason. What cannot
be counted is a failure: a program that crashed, that printed no plan, that ran fewer cases than it
planned, or that is not in the log at all. Exits 1 when something failed or nothing passed.
STATUS is meson's own exit status: not zero with nothing failed here is one failure more.
"""
import json
import os
import re
import subprocess
import sys

CASE = re.compile(r"^(not )?ok\b(?:\s+\d+)?(?:\s+-)?\s*([^#]*?)\s*(?:#\s*(skip|todo)\w*:?\s*(.*))?$", re.I)
PLAN = re.compile(r"^1\.\.(\d+)(?:\s*#\s*skip\w*\s*(.*))?", re.I)


class Tally:
    def __init__(self):
        self.passed, self.failed, self.skipped = 0, [], []

    def tap(self, program, text, result):
        """One program's output; result is meson's word for how it ended."""
        plan, seen, failed, case = None, 0, len(self.failed), None
        for line in text.splitlines():
            if case := CASE.match(line):
                bad, name, word, reason = case.groups()
                seen += 1
                if word:  # skipped, or known to be unfinished: neither is a pass
                    self.skipped.append((f"{program} {name}", reason))
                elif bad:
                    self.failed.append((f"{program} {name}", "failed"))
                else:
                    self.passed += 1
            elif plan_line := PLAN.match(line):
                plan = int(plan_line[1])
                if plan == 0:
                    self.skipped.append((program, plan_line[2] or "no reason given"))
        if plan is None:
            self.failed.append((program, f"printed no plan ({result.lower()})"))
        elif seen < plan:
            self.failed += [(program, f"ended before {plan - seen} of {plan} cases ({result.lower()})")] * (plan - seen)
        elif result not in ("OK", "SKIP") and len(self.failed) == failed:
            self.failed.append((program, f"all cases passed, yet it ended with {result.lower()}"))

    def whole(self, program, text, result):
        """A program that is one case by its exit status."""
        if result == "OK":
            self.passed += 1
        elif result == "SKIP":
            self.skipped.append((program, " ".join(text.split()) or "no reason given"))
        else:
            self.failed.append((program, result.lower()))


def log(build):
    path = os.path.join(build, "meson-logs", "testlog.json")
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8", errors="replace") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def main():
    build, status = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 0
    listed = json.loads(subprocess.run(["meson", "introspect", build, "--tests"], check=True,
                                       stdout=subprocess.PIPE).stdout)
    protocols = {test["name"]: test["protocol"] for test in listed}
    tally = Tally()
    for run in log(build):
        program = run["name"].split(" / ")[-1]
        count = tally.tap if protocols.get(program, "tap") == "tap" else tally.whole
        count(program, run.get("stdout") or "", run["result"])
    if status and not tally.failed:
        tally.failed.append(("meson test", f"ended with status {status}"))

    for name, reason in tally.skipped:
        print(f"skipped: {name}: {reason or 'no reason given'}")
    for name, reason in tally.failed:
        print(f"FAILED: {name}: {reason}")
    print(f"{tally.passed} passed, {len(tally.failed)} failed, {len(tally.skipped)} skipped")
    sys.exit(1 if tally.failed or not tally.passed else 0)


if __name__ == "__main__":
    main()
