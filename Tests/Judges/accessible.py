"""Judges PDF files by what PDF/A and PDF/UA ask, as far as a program can see it.

accessible.py CLAIM [--press BOXES] FILE...

CLAIM is 2U+UA, 3U+UA, 2B or 1B (any part, level, and +UA). BOXES are slug and bleed, and perhaps trim, in
millimetres: slug=10,bleed=3,trim=420x297. A line for each file and for each fault; the exit code is 1 if
there is any fault.
Written from ISO 19005-1 to -3, ISO 14289-1 and ISO 32000-1; needs qpdf 11.
"""

import re
import sys
import zlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import archive
import content
import fonts
import places
import structure
from pdf import PDF


@dataclass
class Claim:
    """What a file says that it is."""

    part: int
    level: str
    accessible: bool


@dataclass
class Boxes:
    """How far a page lies around its trimmed sheet, in millimetres."""

    slug: float
    bleed: float
    trim: tuple | None = None


def claim(words):
    match = re.fullmatch(r"([123])([BU])(\+UA)?", words)
    if not match:
        sys.exit(f"'{words}' is no claim; 2U+UA, 3U+UA, 2B and 1B are\n\n{__doc__}")
    return Claim(int(match[1]), match[2], match[3] is not None)


def boxes(words):
    told = dict(part.split("=") for part in words.split(","))
    trim = tuple(map(float, told["trim"].split("x"))) if "trim" in told else None
    return Boxes(float(told["slug"]), float(told["bleed"]), trim)


def faults(pdf, claim, press=None):
    """The faults of a file: pairs of a fault's short name and a sentence, each once."""
    found = {}

    def say(name, sentence):
        found[name, sentence] = None

    def attempt(judge, *arguments):
        try:
            return judge(pdf, *arguments)
        except (LookupError, TypeError, ValueError, AttributeError, zlib.error) as error:
            say("broken", f"something is of another kind than it may be: {error!r}")

    attempt(archive.judge, claim, say)
    attempt(places.judge, claim, say)
    painted = attempt(content.Content, claim, say)
    if painted:
        attempt(fonts.judge, painted, claim, say)
        if claim.accessible:
            attempt(structure.judge, painted, say)
    if press:
        attempt(places.judge_press, press, say)
    return list(found)


def read(path):
    """A file, or why it cannot be read."""
    try:
        return PDF(path)
    except (OSError, ValueError) as error:
        return str(error).strip()


def main(arguments):
    claimed, files, press = claim(arguments[0] if arguments else ""), arguments[1:], None
    if files[:1] == ["--press"]:
        press, files = boxes(files[1]), files[2:]
    if not files:
        sys.exit(__doc__)
    good = True
    with ThreadPoolExecutor(2) as pool:
        for path, pdf in zip(files, pool.map(read, files)):
            found = faults(pdf, claimed, press) if isinstance(pdf, PDF) else [("unreadable", pdf)]
            good &= not found
            print(f"{path}: " + (f"{len(found)} faults" if found else "ok"))
            for name, sentence in found[:40]:
                print(f"  {name}: {sentence}")
    return 0 if good else 1


if __name__ == "__main__":
    sys.setrecursionlimit(20000)
    sys.exit(main(sys.argv[1:]))
