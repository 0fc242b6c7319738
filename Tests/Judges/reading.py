"""Prints a tagged PDF as it is read aloud: reading.py FILE.

A line for each element with content: its type, a tab, and its words; pictures are read by their text (/Alt).
"""

import sys

from accessible import Claim
from content import Content
from pdf import PDF, text
from structure import Structure


def lines(pdf):
    def ignore(_, __):
        """Faults are for accessible.py."""

    content = Content(pdf, Claim(2, "U", True), ignore)
    for element in Structure(pdf, ignore).elements:
        spoken = text(pdf.at(element.dictionary, "/ActualText")) or text(pdf.at(element.dictionary, "/Alt"))
        if spoken is None:
            spoken = "".join(content.words.get(mark, "") for mark in element.marks)
        if element.marks:
            yield element.kind + "\t" + spoken.replace("\t", " ").replace("\n", " ")


if __name__ == "__main__":
    sys.setrecursionlimit(20000)
    sys.stdout.reconfigure(encoding="utf-8")
    print("\n".join(lines(PDF(sys.argv[1]))))
