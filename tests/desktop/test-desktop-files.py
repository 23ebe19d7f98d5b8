#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is installed for the desktop is valid, translated, complete and names only things that are
there. Prints TAP itself; arguments: source folder, build folder."""
import json
import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as xml

ID = "org.chiso.ChiSo"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

# Below the prefix. A file that nobody installs is found only by the person who installed.
INSTALLED = [
    "bin/chiso",
    "bin/chisoctl",
    f"share/applications/{ID}.desktop",
    f"share/metainfo/{ID}.metainfo.xml",
    f"share/glib-2.0/schemas/{ID}.gschema.xml",
    f"share/icons/hicolor/scalable/apps/{ID}.svg",
    f"share/icons/hicolor/symbolic/apps/{ID}-symbolic.svg",
    "share/locale/vi/LC_MESSAGES/chiso.mo",
    "share/man/man1/chiso.1",
    "share/man/man1/chisoctl.1",
]


class Skip(Exception):
    pass


def validate(tool, *arguments):
    if shutil.which(tool) is None:
        raise Skip(f"{tool} is not installed")
    done = subprocess.run([tool, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          env={**os.environ, "LC_ALL": "C.UTF-8"}, check=False)
    return done.stdout.decode() if done.returncode != 0 else ""


def desktop_valid(source, build):
    return validate("desktop-file-validate", f"{build}/data/{ID}.desktop")


def desktop_translated(source, build):
    with open(f"{build}/data/{ID}.desktop", encoding="utf-8") as file:
        keys = {line.split("=")[0] for line in file if "=" in line}
    return "\n".join(f"there is no {key}[vi]" for key in ("GenericName", "Comment", "Keywords")
                     if f"{key}[vi]" not in keys)


def metainfo_valid(source, build):
    return validate("appstreamcli", "validate", "--no-net", "--explain",
                    f"{build}/data/{ID}.metainfo.xml")


def metainfo_translated(source, build):
    tree = xml.parse(f"{build}/data/{ID}.metainfo.xml").getroot()
    english = [tree.find("summary"), *tree.find("description").findall("p"),
               *tree.find("description").iter("li")]
    english = [one for one in english if one.get(XML_LANG) is None]
    vietnamese = [one for one in tree.iter() if one.get(XML_LANG) == "vi"]
    # Summary and paragraphs stand beside the English ones; of a list, each item does.
    return "" if len(vietnamese) == len(english) else (
        f"{len(vietnamese)} texts are in Vietnamese, {len(english)} in English")


def icons_square(source, build):
    wrong = []
    for path, size in ((f"scalable/apps/{ID}.svg", 128), (f"symbolic/apps/{ID}-symbolic.svg", 16)):
        box = xml.parse(f"{source}/data/icons/hicolor/{path}").getroot().get("viewBox")
        if box != f"0 0 {size} {size}":
            wrong.append(f"{path} is drawn in {box}")
    return "\n".join(wrong)


def all_installed(source, build):
    with open(f"{build}/meson-info/intro-installed.json", encoding="utf-8") as file:
        places = json.load(file).values()
    with open(f"{build}/meson-info/intro-buildoptions.json", encoding="utf-8") as file:
        prefix = next(one["value"] for one in json.load(file) if one["name"] == "prefix")
    # Meson writes no translation into that list, only what it makes.
    there = {os.path.relpath(place, prefix).replace("share/locale/vi/LC_MESSAGES/vi.mo",
                                                    "share/locale/vi/LC_MESSAGES/chiso.mo")
             for place in places}
    return "\n".join(f"{path} is not installed" for path in INSTALLED if path not in there)


CASES = [desktop_valid, desktop_translated, metainfo_valid, metainfo_translated, icons_square,
         all_installed]


def main():
    print(f"1..{len(CASES)}")
    bad = 0
    for number, case in enumerate(CASES, 1):
        name = f"{number} /desktop/{case.__name__.replace('_', '-')}"
        try:
            complaint = case(sys.argv[1], sys.argv[2])
        except Skip as reason:
            print(f"ok {name} # SKIP {reason}")
            continue
        bad += complaint != ""
        print(f"{'not ok' if complaint else 'ok'} {name}")
        for line in complaint.splitlines():
            print(f"# {line}")
    return 1 if bad else 0


sys.exit(main())
