"""What pages paint: marks around everything, balanced states, the codes that fonts show, and the words."""

from fonts import Font
from pdf import Stream, operations, string

PAINTING = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "Tj", "TJ", "'", '"', "EI"}
OTHERS = {
    "q",
    "Q",
    "cm",
    "w",
    "J",
    "j",
    "M",
    "d",
    "ri",
    "i",
    "gs",
    "m",
    "l",
    "c",
    "v",
    "y",
    "h",
    "re",
    "W",
    "W*",
    "n",
    "CS",
    "cs",
    "SC",
    "SCN",
    "sc",
    "scn",
    "G",
    "g",
    "RG",
    "rg",
    "K",
    "k",
    "BT",
    "ET",
    "Tc",
    "Tw",
    "Tz",
    "TL",
    "Tf",
    "Tr",
    "Ts",
    "Td",
    "TD",
    "Tm",
    "T*",
    "BX",
    "EX",
    "MP",
    "DP",
    "BMC",
    "BDC",
    "EMC",
    "d0",
    "d1",
}
RESOURCES = {
    "Tf": "/Font",
    "Do": "/XObject",
    "gs": "/ExtGState",
    "sh": "/Shading",
    "cs": "/ColorSpace",
    "CS": "/ColorSpace",
}
DEVICE = ("/DeviceGray", "/DeviceRGB", "/Pattern")


class Content:
    """All that the pages of a file paint."""

    def __init__(self, pdf, claim, say):
        self.pdf, self.claim, self.say = pdf, claim, say
        self.marks = {}  # (page or form, number of the mark): the tag's name
        self.words = {}  # the same: what is read aloud there
        self.fonts = {}  # a font's reference: the font and the codes of it that are shown
        for number, (reference, page) in enumerate(pdf.pages, 1):
            parts = [pdf[part] for part in pdf.items(page.get("/Contents"))]
            data = b"\n".join(part.data for part in parts if isinstance(part, Stream))
            self.read(data, pdf[page.get("/Resources")] or {}, reference, [], f"page {number}", ())

    def read(self, data, resources, owner, around, place, forms):
        """Reads one stream; `around` are the marks that it is painted within."""
        marks, states, font, in_text = list(around), [], None, False
        for operator, operands in operations(data):
            if (
                operator in RESOURCES
                and operands
                and not self.is_there(resources, operator, operands[-1 - (operator == "Tf")])
            ):
                self.say("resource", f"{place}: {operator} {operands[0]} is not in the resources")
            if operator in PAINTING and not self.is_form(resources, operator, operands):
                self.painted(operator, marks, place)
            match operator:
                case "q":
                    states.append(font)
                    if len(states) > 28:
                        self.say("states", f"{place}: more than 28 states are nested")
                case "Q":
                    if not states:
                        self.say("states", f"{place}: Q without q")
                    font = states.pop() if states else None
                case "BT" | "ET":
                    if in_text == (operator == "BT"):
                        self.say("text", f"{place}: {operator} is not expected here")
                    in_text = operator == "BT"
                case "BMC" | "BDC":
                    marks.append(self.mark(operands, resources, owner, marks, place))
                case "EMC":
                    if len(marks) == len(around):
                        self.say("marks", f"{place}: EMC without a beginning")
                    else:
                        marks.pop()
                case "Tf":
                    font = self.font(resources, operands[0])
                case "Tj" | "TJ" | "'" | '"':
                    self.shown(font, operands[-1], marks, place)
                case "k" | "K":
                    self.say("cmyk", f"{place}: CMYK colours are used")
                case "Do":
                    form = self.pdf.at(resources, "/XObject", operands[0])
                    if isinstance(form, Stream) and form.get("/Subtype") == "/Form" and len(forms) < 12:
                        inner = self.pdf.at(resources, "/XObject").get(operands[0])
                        self.read(
                            form.data,
                            self.pdf[form.get("/Resources")] or resources,
                            inner,
                            marks,
                            f"{place}, form {operands[0]}",
                            forms + (inner,),
                        )
                case _ if operator not in OTHERS and operator not in PAINTING:
                    self.say("operator", f"{place}: {operator!r} is no operator")
        if len(marks) != len(around):
            self.say("marks", f"{place}: {len(marks) - len(around)} marks are not ended")
        if states or in_text:
            self.say("states", f"{place}: {len(states)} states, or a text, are not ended")

    def is_there(self, resources, operator, name):
        return name in DEVICE or self.pdf.at(resources, RESOURCES[operator], name) is not None

    def is_form(self, resources, operator, operands):
        return (
            operator == "Do"
            and (self.pdf.at(resources, "/XObject", operands[0]) or {}).get("/Subtype") == "/Form"
        )

    def mark(self, operands, resources, owner, marks, place):
        tag = operands[0] if operands else None
        kept = operands[1] if len(operands) > 1 else {}
        if isinstance(kept, str):
            kept = self.pdf.at(resources, "/Properties", kept) or {}
        mark = (owner, int(kept["/MCID"])) if "/MCID" in kept else None
        if mark is not None:
            if mark in self.marks:
                self.say("mcid", f"{place}: the mark {mark[1]} is there twice")
            self.marks[mark] = tag
        if self.claim.accessible:
            if tag == "/Artifact" and any(other is not None for _, other, _ in marks):
                self.say("nesting", f"{place}: an artifact is inside tagged content")
            if mark is not None and any(other == "/Artifact" for other, _, _ in marks):
                self.say("nesting", f"{place}: tagged content is inside an artifact")
        spoken = kept.get("/ActualText")
        if spoken is not None:
            self.read_aloud(marks + [(tag, mark, None)], string(spoken))
        return tag, mark, spoken

    def read_aloud(self, marks, words):
        """Keeps words where they are said, unless a mark around them says others."""
        if not any(spoken is not None for _, _, spoken in marks):
            inner = next((mark for _, mark, _ in reversed(marks) if mark is not None), None)
            self.words[inner] = self.words.get(inner, "") + words

    def painted(self, operator, marks, place):
        if self.claim.accessible and not any(
            tag == "/Artifact" or mark is not None for tag, mark, _ in marks
        ):
            self.say("unmarked", f"{place}: {operator} paints outside of every tag and artifact")

    def font(self, resources, name):
        fonts = self.pdf.at(resources, "/Font") or {}
        reference = fonts.get(name)
        if not isinstance(self.pdf[reference], dict):
            return None
        key = str(reference)
        if key not in self.fonts:
            self.fonts[key] = (Font(self.pdf, self.pdf[reference]), set())
        return self.fonts[key]

    def shown(self, font, operand, marks, place):
        if font is None:
            return self.say("font", f"{place}: text is shown without a font")
        for part in operand if isinstance(operand, list) else [operand]:
            if isinstance(part, bytes):
                codes = font[0].codes(part)
                font[1].update(codes)
                self.read_aloud(marks, "".join(font[0].character(code) for code in codes))
