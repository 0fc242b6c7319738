"""A PDF file as plain values, read by qpdf: dictionaries, lists, "/Name", "12 0 R", "u:text" and "b:hex"."""

import base64
import json
import re
import subprocess
import zlib
from functools import lru_cache


class Stream(dict):
    """A stream's dictionary, which keeps the stream's data beside it."""

    def __init__(self, dictionary, raw):
        super().__init__(dictionary)
        self.raw = raw

    @property
    def data(self):
        names = as_list(self.get("/Filter"))
        if names == ["/FlateDecode"]:
            return zlib.decompress(self.raw)
        return self.raw if not names else b""


class PDF:
    def __init__(self, path):
        with open(path, "rb") as file:
            self.bytes = file.read()
        told = subprocess.run(
            ["qpdf", "--json=2", "--json-key=qpdf", "--json-stream-data=inline", "--decode-level=none", path],
            capture_output=True,
            check=False,
        )
        if told.returncode not in (0, 3):
            raise ValueError(told.stderr.decode(errors="replace"))
        self.objects = {
            key.removeprefix("obj:"): self.body(value)
            for key, value in json.loads(told.stdout)["qpdf"][1].items()
        }
        self.trailer = self.objects.pop("trailer")

    @staticmethod
    def body(entry):
        stream = entry.get("stream")
        return Stream(stream["dict"], base64.b64decode(stream["data"])) if stream else entry["value"]

    def __getitem__(self, value):
        """What a value is when it is a reference, else itself."""
        while is_reference(value):
            value = self.objects.get(value)
        return value

    def at(self, value, *path):
        """What a path of keys leads to from a dictionary; nothing when a step is missing."""
        for key in path:
            value = self[value]
            value = value.get(key) if isinstance(value, dict) else None
        return self[value]

    def items(self, value):
        """A list of references or values as they are: none, one that stands alone, or many."""
        whole = self[value]
        return whole if isinstance(whole, list) else [] if whole is None else [value]

    @property
    def catalog(self):
        return self.at(self.trailer, "/Root") or {}

    @property
    def pages(self):
        """Every page: its reference, and its dictionary with what it inherits."""

        def walk(node, inherited, seen):
            page = self[node]
            if not isinstance(page, dict) or node in seen:
                return
            whole = inherited | page
            if "/Kids" not in page:
                yield node, whole
                return
            handed = {
                k: v for k, v in whole.items() if k in ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
            }
            for kid in self.items(page["/Kids"]):
                yield from walk(kid, handed, seen | {node})

        return list(walk(self.catalog.get("/Pages"), {}, frozenset()))

    def tree(self, root, leaves):
        """The pairs of a name tree (leaves "/Names") or number tree ("/Nums"), in the order of the file."""
        node = self[root]
        if not isinstance(node, dict):
            return []
        flat = self.items(node.get(leaves))
        pairs = list(zip(flat[::2], flat[1::2]))
        return pairs + [pair for kid in self.items(node.get("/Kids")) for pair in self.tree(kid, leaves)]

    def dictionaries(self):
        """Every dictionary of the file, with the object that it is in."""

        def walk(value):
            if isinstance(value, dict):
                yield value
                for part in value.values():
                    yield from walk(part)
            elif isinstance(value, list):
                for part in value:
                    yield from walk(part)

        for key, value in self.objects.items():
            for found in walk(value):
                yield key, found


def is_reference(value):
    return isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value) is not None


def as_list(value):
    return [] if value is None else value if isinstance(value, list) else [value]


def text(value):
    """The words of a string; nothing for anything else."""
    if isinstance(value, str) and value.startswith("u:"):
        return value[2:]
    if isinstance(value, str) and value.startswith("b:"):
        return bytes.fromhex(value[2:]).decode("latin-1")
    return None


def string(value):
    """The words of a string of a content stream, or of a dictionary of the file."""
    if not isinstance(value, bytes):
        return text(value) or ""
    return (
        value[2:].decode("utf-16-be", "replace") if value.startswith(b"\xfe\xff") else value.decode("latin-1")
    )


TOKEN = re.compile(
    rb"[\0\t\n\f\r ]*(?:%[^\r\n]*[\0\t\n\f\r ]*)*"
    rb"(?P<word>\(|<<|>>|<[0-9A-Fa-f\0\t\n\f\r ]*>|\[|\]"
    rb"|/[^\0\t\n\f\r ()<>\[\]{}/%]*|[^\0\t\n\f\r ()<>\[\]{}/%]+|.)?",
    re.S,
)
NUMBER = re.compile(rb"[-+]?(\d+\.?\d*|\.\d+)")
ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


@lru_cache(1000)
def operations(data):
    """Operators of a content stream with their operands: numbers, "/Name", bytes, lists and dictionaries.

    Kept, because damage.py has most streams judged a hundred times.
    """
    return tuple(read_operations(data))


def read_operations(data):
    place, stack, operands = 0, [], []
    while True:
        match = TOKEN.match(data, place)
        word, place = match["word"], match.end()
        if word is None:
            break
        if word == b"(":
            value, place = literal(data, place)
            operands.append(value)
        elif word in (b"[", b"<<"):
            stack.append(operands)
            operands = []
        elif word in (b"]", b">>") and stack:
            made = operands if word == b"]" else dict(zip(operands[::2], operands[1::2]))
            operands = stack.pop() + [made]
        elif word.startswith(b"<"):
            digits = re.sub(rb"[^0-9A-Fa-f]", b"", word)
            operands.append(bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode()))
        elif word.startswith(b"/"):
            plain = re.sub(rb"#([0-9A-Fa-f]{2})", lambda m: bytes.fromhex(m[1].decode()), word)
            operands.append(plain.decode("latin-1"))
        elif NUMBER.fullmatch(word):
            operands.append(float(word))
        elif word in (b"true", b"false", b"null"):
            operands.append(word.decode())
        elif word == b"ID":
            end = re.compile(rb"[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)").search(data, place)
            place = end.end() if end else len(data)
            yield "EI", [dict(zip(operands[::2], operands[1::2]))]
            operands = []
        elif word != b"BI":
            yield word.decode("latin-1"), operands
            operands = []
        else:
            operands = []


def literal(data, place):
    """The bytes of a string in parentheses, and where it ends."""
    out, depth = bytearray(), 1
    while place < len(data):
        byte = data[place : place + 1]
        place += 1
        if byte == b"\\":
            octal = re.compile(rb"[0-7]{1,3}").match(data, place)
            follows = data[place : place + 1]
            if octal:
                out.append(int(octal[0], 8) & 255)
                place = octal.end()
            else:
                place += 2 if data[place : place + 2] == b"\r\n" else 1
                out += b"" if follows in (b"\n", b"\r") else ESCAPES.get(follows, follows)
            continue
        depth += {b"(": 1, b")": -1}.get(byte, 0)
        if depth == 0:
            break
        out += byte
    return bytes(out), place
