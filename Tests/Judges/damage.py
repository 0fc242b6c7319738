"""Judges the judge: damages good files one thing at a time, and expects accessible.py to name each damage.

damage.py CLAIM [--press BOXES] FILE..., with the words that accessible.py takes. A damage that no file has
the place for is told; the exit code is 1 if a file was not good before, or a damage is named in none of the files.
"""

import copy
import sys

import accessible
from damages import DAMAGES
from pdf import PDF


def main(arguments):
    claimed, files, press = accessible.claim(arguments[0] if arguments else ""), arguments[1:], None
    if files[:1] == ["--press"]:
        press, files = accessible.boxes(files[1]), files[2:]
    goods = [PDF(path) for path in files] or sys.exit(__doc__)
    for path, good in zip(files, goods):
        if found := accessible.faults(good, claimed, press):
            sys.exit(f"{path} is not good: {found[:5]}")
    named, missed, idle = 0, [], []
    for number, (name, only, change) in enumerate(DAMAGES, 1):
        if not (only is None or (press if only == "press" else only(claimed))):
            continue
        if name == "trim" and not press.trim:
            continue
        has_place = False
        for good in goods:
            bad = copy.deepcopy(good)
            try:
                change(bad)
            except (LookupError, TypeError, AttributeError):
                continue
            has_place = True
            if any(fault == name for fault, _ in accessible.faults(bad, claimed, press)):
                named += 1
                break
        else:
            # Some damages hit a part of a file that nothing uses; another file has it in use.
            (missed if has_place else idle).append(f"{number} ({name})")
    if idle:
        print("no place for the damages " + ", ".join(idle))
    if missed:
        print("not named: the damages " + ", ".join(missed))
    print(f"{named} damages named, {len(missed)} not")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.setrecursionlimit(20000)
    sys.exit(main(sys.argv[1:]))
