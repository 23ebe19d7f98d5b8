#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every source that has strings is read for translation, and every language has all of them, none
guessed and none with another blank than the source. Prints TAP itself; arguments: source folder,
then the options that po/meson.build gives to xgettext."""
import os
import re
import subprocess
import sys
import tempfile

MARKED = re.compile(r"\b(?:_|N_|C_|NC_|ngettext|g_dngettext) ?\(")
TRANSLATABLE = re.compile(r'translatable="(?:yes|true|1)"')


def run(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": ""}, check=False)
    return done.returncode, done.stdout.decode()


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [line.strip() for line in file if line.strip() and not line.startswith("#")]


def has_strings(path):
    """Files made for installing have strings by their nature; others are looked at."""
    if path.startswith("data/"):
        return path.endswith((".desktop.in", ".metainfo.xml.in", ".gschema.xml"))
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if path.endswith(".ui"):
        return TRANSLATABLE.search(text) is not None
    return path.endswith((".c", ".h")) and MARKED.search(text) is not None


def sources_with_strings():
    for top in ("data", "src", "ui"):
        for folder, _, names in os.walk(top):
            for name in names:
                path = f"{folder}/{name}"
                if has_strings(path):
                    yield path


class Cases:
    def __init__(self):
        self.count = self.bad = 0

    def case(self, path, complaint):
        self.count += 1
        self.bad += complaint != ""
        print(f"{'not ok' if complaint else 'ok'} {self.count} /translations/{path}")
        for line in complaint.splitlines():
            print(f"# {line}")


def complain_statistics(text):
    """msgfmt counts what is there only: "9 translated messages, 1 fuzzy translation."."""
    return text if re.search(r"fuzzy|untranslated|warning", text) else ""


def main():
    os.chdir(sys.argv[1])
    cases = Cases()
    listed, languages = lines("po/POTFILES"), lines("po/LINGUAS")
    found = sorted(sources_with_strings())
    cases.case("sources/listed", "\n".join(f"{path} is not in po/POTFILES"
                                           for path in found if path not in listed))
    cases.case("sources/none-idle", "\n".join(f"{path} has nothing to translate"
                                              for path in listed if path not in found))
    with tempfile.TemporaryDirectory() as scratch:
        template = os.path.join(scratch, "chiso.pot")
        status, text = run("xgettext", f"--output={template}", *sys.argv[2:], *listed)
        cases.case("sources/readable", text if status != 0 else "")
        for language in languages:
            po = f"po/{language}.po"
            status, text = run("msgfmt", "--check", "--statistics", "--output-file=/dev/null", po)
            cases.case(f"{language}/blanks-agree", text if status != 0 else "")
            cases.case(f"{language}/none-guessed", complain_statistics(text))
            status, text = run("msgcmp", po, template)
            cases.case(f"{language}/complete", text if status != 0 else "")
    print(f"1..{cases.count}")
    return 1 if cases.bad else 0


sys.exit(main())
