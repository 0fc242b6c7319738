#!/usr/bin/env python3
"""Proves that a converted workbook has the peers' words, each as often as they have it.

    check.py INPUT.yaml OUTPUT.yml [INPUT.yaml OUTPUT.yml ...]

Knows nothing of where convert.py puts them: it counts all words of both files. Set apart are, of the input, the headings
(the catalogue prints its own), the figures (moods and scores) and what the cover takes from elsewhere; of the workbook, the
codes, and the signs of CommonMark that stand alone. Ends with 1 when words differ.
"""
import sys
from collections import Counter

import yaml

from convert import MONTHS, Loader

# Keys of the workbook whose values are codes, ids, references and figures.
CODES = set(
    """canvaspress language id template stage lever mark mood kind origin evidence answers opportunity solution concept
    change important unsatisfied doable lucrative investment effort marketRisk technologyRisk""".split()
)
# What tells headings and tables in the text of a chapter.
SIGNS = {"##", "|", "---", "---:"}
SECTIONS = {"persona": "personas", "opportunity": "opportunities", "solution": "solutions", "concept": "concepts"}


def words(value):
    return Counter(word.rstrip(":") for word in str(value).split())


def total(values):
    return sum(map(words, values), Counter())


def texts(node, leaves_out=frozenset()):
    """All texts below a node, but for those of some keys."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key not in leaves_out:
                yield from texts(value, leaves_out)
    elif isinstance(node, list):
        for value in node:
            yield from texts(value, leaves_out)
    elif isinstance(node, str):
        yield node


def headings(source):
    """What the catalogue has its own words for."""
    yield source["bmc"]["title"]
    for part in source["bmc"]["fields"]:
        yield part["label"]
    for part in source["bmc"]["blocks"]:
        yield part["title"]
    for persona in source.get("personas", []):
        yield persona["title"]
        yield from (section["title"] for section in persona["sections"])
    for sheet in (source[key] for key in ("journey", "utility") if key in source):
        yield sheet["title"]
        yield from (row["label"] for row in sheet["rows"])
    if "utility" in source:
        yield from source["utility"]["stages"]
        yield source["opportunity"]["title"]
        yield from source["opportunity"]["columns"]
        yield from (section["title"] for section in source["concept"]["sections"])
    if "report" in source:
        yield from (field["label"] for field in source["report"]["fields"])


def cover(source):
    """The subtitle is in the report's flow; organisation, date and version are the project's."""
    if "report" in source:
        yield source["report"]["subtitle"]
        yield from (field["value"] for field in source["report"]["fields"] if field["label"] != "Autrice")


def figures(source):
    """Scores and totals; the points of the curve and the blocks' numbers are no texts."""
    for row in source.get("opportunity", {"rows": []})["rows"]:
        yield from row[1:-1]


def written(book):
    """The workbook's texts; its date in words; not the company, which the peers' foot says of itself."""
    project = dict(book["project"])
    year, month, day = project.pop("date").split("-")
    yield f"{int(day)} {MONTHS[int(month) - 1]} {year}"
    del project["company"]
    for text in texts(book | {"project": project}, CODES):
        yield " ".join(word for word in text.split() if word not in SIGNS)


def broken(book):
    """Ids that stand for two things, references to nothing, figures out of bounds."""
    pains = [pain["id"] for one in book.get("journeys", []) for stage in one["stages"] for pain in stage["pains"]]
    known = {kind: [one["id"] for one in book.get(section, [])] for kind, section in SECTIONS.items()}
    known["answer"] = pains + [mark["id"] for mark in book.get("utility", [])]
    for kind, ids in known.items():
        yield from (f"{kind} {one} twice" for one, count in Counter(ids).items() if count > 1)
    cells = Counter((mark["stage"], mark["lever"]) for mark in book.get("utility", []))
    if cells and len(cells) != 42:
        yield f"{len(cells)} cells of the utility map"

    def walk(node):
        for key, value in node.items() if isinstance(node, dict) else enumerate(node):
            if key in ("opportunity", "solution", "concept") and value not in known[key]:
                yield f"{key} {value} is missing"
            elif key == "answers":
                yield from (f"answer {one} is missing" for one in value if one not in known["answer"])
            elif isinstance(value, int) and key != "canvaspress":
                if value not in (range(-2, 3) if key == "mood" else range(1, 6)):
                    yield f"{key} {value} is out of bounds"
            elif isinstance(value, (dict, list)):
                yield from walk(value)

    yield from walk(book)


def load(path):
    with open(path, encoding="utf-8") as file:
        return yaml.load(file, Loader)


def main(paths):
    if not paths or len(paths) % 2:
        sys.exit(__doc__)
    good = True
    for source_path, book_path in zip(paths[::2], paths[1::2]):
        source, book = load(source_path), load(book_path)
        everything, named, counted = total(texts(source)), total(headings(source)), total(figures(source))
        covered = total(cover(source))
        expected, found = everything - named - counted - covered, total(written(book))
        faults = [f"lost: {dict(expected - found)}"] if expected - found else []
        faults += [f"too many: {dict(found - expected)}"] if found - expected else []
        faults += broken(book)
        good = good and not faults
        if faults or len(paths) == 2:
            print(
                f"{source_path}: {everything.total()} words = {named.total()} in headings + {counted.total()} figures"
                f" + {covered.total()} of the cover + {expected.total()}; {found.total()} in {book_path}"
            )
        for fault in faults:
            print("  " + fault)
    print(f"{len(paths) // 2} workbooks: " + ("the same words" if good else "WORDS DIFFER"))
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main(sys.argv[1:])
