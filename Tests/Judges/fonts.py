"""What PDF/A and PDF/UA ask of fonts: embedded subsets with true widths, and characters for all glyphs."""

import re
import struct

from pdf import Stream, text


class Font:
    """One font of the file, and which of its codes have a width and a character."""

    def __init__(self, pdf, dictionary):
        self.pdf, self.dictionary = pdf, dictionary
        self.composite = dictionary.get("/Subtype") == "/Type0"
        self.own = pdf[pdf.items(dictionary.get("/DescendantFonts"))[0]] if self.composite else dictionary
        self.descriptor = pdf.at(self.own, "/FontDescriptor") or {}
        self.name = (dictionary.get("/BaseFont") or "/?")[1:]
        self.widths = self.read_widths()
        self.characters = self.read_characters()

    def codes(self, shown):
        if not self.composite:
            return list(shown)
        return [high << 8 | low for high, low in zip(shown[::2], shown[1::2])]

    def character(self, code):
        """What a code is read as."""
        if self.characters is not None or self.composite:
            return (self.characters or {}).get(code, "\ufffd")
        return bytes([code]).decode("cp1252", "replace")

    def read_widths(self):
        if not self.composite:
            first = self.pdf[self.own.get("/FirstChar")] or 0
            return {first + n: self.pdf[w] for n, w in enumerate(self.pdf.items(self.own.get("/Widths")))}
        widths, rest = {}, [self.pdf[value] for value in self.pdf.items(self.own.get("/W"))]
        while len(rest) > 1:
            if isinstance(rest[1], list):
                widths |= {rest[0] + n: self.pdf[w] for n, w in enumerate(rest[1])}
                rest = rest[2:]
            else:
                widths |= {code: rest[2] for code in range(rest[0], rest[1] + 1)}
                rest = rest[3:]
        return widths

    def read_characters(self):
        """The characters of codes by the ToUnicode map; nothing without one."""
        stream = self.pdf.at(self.dictionary, "/ToUnicode")
        if not isinstance(stream, Stream):
            return None
        found = {}
        for block in re.findall(rb"beginbfchar(.*?)endbfchar", stream.data, re.S):
            pairs = re.findall(rb"<([^>]*)>\s*<([^>]*)>", block)
            found |= {int(code, 16): utf16(word) for code, word in pairs}
        for block in re.findall(rb"beginbfrange(.*?)endbfrange", stream.data, re.S):
            for low, high, word, words in re.findall(
                rb"<([^>]*)>\s*<([^>]*)>\s*(?:<([^>]*)>|\[(.*?)\])", block, re.S
            ):
                each = [utf16(one) for one in re.findall(rb"<([^>]*)>", words)]
                for step, code in enumerate(range(int(low, 16), int(high, 16) + 1)):
                    start = utf16(word)
                    found[code] = each[step] if each else start[:-1] + chr(ord(start[-1]) + step)
        return found

    def program_widths(self):
        """Widths of the codes by an embedded TrueType program, in thousandths; nothing for other programs.

        A code without a glyph has none.
        """
        data = getattr(self.pdf.at(self.descriptor, "/FontFile2"), "data", b"")
        tables = tables_of(data)
        if not {b"head", b"hhea", b"hmtx"} <= set(tables):
            return None
        (units,) = struct.unpack(">H", tables[b"head"][18:20])
        (metrics,) = struct.unpack(">H", tables[b"hhea"][34:36])
        widths = [struct.unpack(">H", tables[b"hmtx"][4 * n : 4 * n + 2])[0] for n in range(metrics)]

        def width(glyph):
            return widths[min(glyph, metrics - 1)] * 1000 / units

        if self.composite:
            return {n: width(n) for n in self.widths} if self.own.get("/CIDToGIDMap") == "/Identity" else None
        if self.own.get("/Encoding") != "/WinAnsiEncoding":
            return None
        glyphs = characters_of(tables.get(b"cmap", b""))
        letters = {code: ord(bytes([code]).decode("cp1252", "replace")) for code in self.widths}
        return {code: width(glyphs[letter]) for code, letter in letters.items() if glyphs.get(letter)}


def tables_of(data):
    """The tables of a TrueType program by name."""
    count = struct.unpack(">H", data[4:6])[0] if len(data) > 12 else 0
    entries = [struct.unpack(">4s4xII", data[12 + 16 * n : 28 + 16 * n]) for n in range(count)]
    return {name: data[start : start + length] for name, start, length in entries}


def characters_of(cmap):
    """The glyphs of characters by the Unicode table (3, 1), which is of format 4."""
    count = struct.unpack(">H", cmap[2:4])[0] if cmap else 0
    entries = [struct.unpack(">HHI", cmap[4 + 8 * n : 12 + 8 * n]) for n in range(count)]
    table = next((cmap[start:] for one, two, start in entries if (one, two) == (3, 1)), b"")
    if table[:2] != b"\0\4":
        return {}
    parts = struct.unpack(">H", table[6:8])[0] // 2
    words = struct.unpack(f">{len(table) // 2}H", table[: len(table) // 2 * 2])
    ends, starts, deltas, offsets = (words[7 + n * parts + (n > 0) :][:parts] for n in range(4))
    found = {}
    for n, (end, start, delta, offset) in enumerate(zip(ends, starts, deltas, offsets)):
        for letter in range(start, min(end, 0xFFFE) + 1):
            glyph = letter
            if offset:
                glyph = words[8 + 3 * parts + n + offset // 2 + letter - start]
            found[letter] = (glyph + delta) % 65536 if glyph or not offset else 0
    return found


def utf16(digits):
    return bytes.fromhex(re.sub(rb"\s", b"", digits).decode()).decode("utf-16-be", "replace")


def judge(pdf, content, claim, say):
    for font, shown in content.fonts.values():
        judge_font(pdf, font, shown, claim, say)


def judge_font(pdf, font, shown, claim, say):
    """Judges a font of which the codes `shown` stand on pages."""
    own, descriptor = font.own, font.descriptor
    program = next(
        (
            pdf.at(descriptor, key)
            for key in ("/FontFile", "/FontFile2", "/FontFile3")
            if isinstance(pdf.at(descriptor, key), Stream)
        ),
        None,
    )
    if program is None:
        say("embedded", f"the font {font.name} is not embedded")
    elif "/FontFile3" in descriptor and program.get("/Subtype") not in (
        "/Type1C",
        "/CIDFontType0C",
        "/OpenType",
    ):
        say("embedded", f"the font {font.name} is embedded as {program.get('/Subtype')}")
    if not re.match(r"[A-Z]{6}\+", font.name) or font.name != (descriptor.get("/FontName") or "/")[1:]:
        say("subset", f"the font {font.name} is no subset, or its descriptor has another name")
    if font.composite:
        if own.get("/Subtype") == "/CIDFontType2" and pdf[own.get("/CIDToGIDMap")] is None:
            say("gid", f"the font {font.name} has no /CIDToGIDMap")
        if font.dictionary.get("/Encoding") not in ("/Identity-H", "/Identity-V"):
            say("encoding", f"the font {font.name} has no identity encoding")
    else:
        if len(font.widths) != (own.get("/LastChar") or 0) - (own.get("/FirstChar") or 0) + 1:
            say("widths", f"the font {font.name} has {len(font.widths)} widths for other codes")
        symbolic, encoding = (pdf[descriptor.get("/Flags")] or 0) & 4, pdf[own.get("/Encoding")]
        if own.get("/Subtype") == "/TrueType" and bool(symbolic) == (encoding is not None):
            say("encoding", f"the font {font.name} has an encoding and is symbolic, or neither")
    if missing := sorted(code for code in shown if code not in font.widths):
        say("widths", f"the font {font.name} has no width for the codes {missing[:5]}")
    real = font.program_widths()
    for code in sorted(shown) if real is not None else []:
        if code not in real:
            say("notdef", f"the font {font.name} has no glyph for the code {code}")
        elif abs(font.widths.get(code, real[code]) - real[code]) > 1:
            said = font.widths[code]
            say(
                "widths",
                f"the font {font.name} says {said} for the code {code}, which is {real[code]:.0f} wide",
            )
    if 0 in shown:
        say("notdef", f"the font {font.name} shows its glyph for what it has not (.notdef)")
    if claim.level == "U" or claim.accessible:
        characters(font, shown, say)
    if claim.part == 1:
        if font.composite and not isinstance(pdf.at(descriptor, "/CIDSet"), Stream):
            say("glyphs", f"the font {font.name} has no /CIDSet")
        if own.get("/Subtype") == "/Type1" and not text(pdf.at(descriptor, "/CharSet")):
            say("glyphs", f"the font {font.name} has no /CharSet")


def characters(font, shown, say):
    if font.characters is None:
        if font.composite or font.own.get("/Encoding") not in ("/WinAnsiEncoding", "/MacRomanEncoding"):
            say("unicode", f"the font {font.name} has no /ToUnicode")
        return
    # U+FFFD is allowed: a part of a letter that has no character of its own says what it belongs to by /ActualText.
    bad = [
        code
        for code in sorted(shown)
        if not font.characters.get(code) or any(c in "\0\ufffe\ufeff" for c in font.characters[code])
    ]
    if bad:
        say("unicode", f"the font {font.name} has no character for the codes {bad[:5]}")
