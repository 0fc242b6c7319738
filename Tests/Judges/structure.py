"""What PDF/UA asks of the structure tree: types in order, texts for pictures, a place for every mark."""

import re

from pdf import as_list, is_reference, text

KIDS = {  # what an element may hold, where that is limited
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "L": {"L", "LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "TOC": {"TOC", "TOCI", "Caption"},
    "TOCI": {"Lbl", "Reference", "NonStruct", "P", "TOC", "Link"},
}
PARENTS = {  # where an element may be, where that is limited
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "TH": {"TR"},
    "TD": {"TR"},
    "LI": {"L"},
    "LBody": {"LI"},
    "TOCI": {"TOC"},
}
GROUPS = {"Document", "Part", "Art", "Sect", "TOC", "Table", "THead", "TBody", "TFoot", "TR", "L", "LI"}
STANDARD = (
    GROUPS
    | set(KIDS)
    | {
        "Div",
        "BlockQuote",
        "Caption",
        "Index",
        "NonStruct",
        "Private",
        "P",
        "H",
        "H1",
        "H2",
        "H3",
        "H4",
        "H5",
        "H6",
        "Lbl",
        "LBody",
        "TH",
        "TD",
        "Span",
        "Quote",
        "Note",
        "Reference",
        "BibEntry",
        "Code",
        "Link",
        "Annot",
        "Ruby",
        "RB",
        "RT",
        "RP",
        "Warichu",
        "WT",
        "WP",
        "Figure",
        "Formula",
        "Form",
    }
)


class Element:
    def __init__(self, reference, dictionary, parent, kind):
        self.reference, self.dictionary, self.parent, self.kind = reference, dictionary, parent, kind
        self.kids, self.marks, self.objects = [], [], []

    def attribute(self, pdf, owner, name):
        sets = [pdf[one] for one in pdf.items(self.dictionary.get("/A"))]
        return next(
            (
                pdf[one[name]]
                for one in sets
                if isinstance(one, dict) and one.get("/O") == owner and name in one
            ),
            None,
        )

    def walk(self):
        yield self
        for kid in self.kids:
            yield from kid.walk()

    @property
    def place(self):
        above, steps = self, []
        while above is not None:
            nth = above.parent.kids.index(above) + 1 if above.parent else 0
            steps.append(above.kind + (f"[{nth}]" if nth else ""))
            above = above.parent
        return "/".join(reversed(steps))


class Structure:
    def __init__(self, pdf, say):
        self.pdf, self.say, self.seen = pdf, say, set()
        self.root = pdf.at(pdf.catalog, "/StructTreeRoot")
        self.roles = pdf.at(self.root, "/RoleMap") or {}
        self.tops, self.elements = [], []
        if known := [name for name in self.roles if name[1:] in STANDARD]:
            say("role", f"the role map gives the known types {known} another meaning")
        if not isinstance(self.root, dict):
            return say("structure", "the file has no structure tree")
        for reference in pdf.items(self.root.get("/K")):
            self.tops.append(self.element(reference, pdf.catalog["/StructTreeRoot"], None))
        self.elements = [element for top in self.tops for element in top.walk()]

    def element(self, reference, above, parent):
        dictionary = self.pdf[reference]
        kind = (self.pdf[dictionary.get("/S")] or "/?")[1:]
        for _ in range(8):
            kind = kind if kind in STANDARD else (self.roles.get("/" + kind) or "/" + kind)[1:]
        made = Element(reference, dictionary, parent, kind)
        if parent:
            parent.kids.append(made)
        if reference in self.seen:
            self.say("tree", f"{made.place} is in the tree twice")
            return made
        self.seen.add(reference)
        if kind not in STANDARD:
            self.say("type", f"{made.place} has an unknown type")
        if dictionary.get("/P") != above:
            self.say("parent", f"{made.place} names another parent (/P)")
        for kid in self.pdf.items(dictionary.get("/K")):
            self.kid(kid, made)
        return made

    def kid(self, kid, element):
        value, page = self.pdf[kid], element.dictionary.get("/Pg")
        if isinstance(value, int):
            element.marks.append((page, value))
        elif not isinstance(value, dict):
            self.say("tree", f"{element.place} has a kid that is nothing")
        elif value.get("/Type") == "/MCR":
            element.marks.append((value.get("/Stm") or value.get("/Pg") or page, value.get("/MCID")))
        elif value.get("/Type") == "/OBJR":
            element.objects.append(value.get("/Obj"))
        elif is_reference(kid):
            self.element(kid, element.reference, element)
        else:
            self.say("tree", f"{element.place} has a kid that is no object of its own")


def judge(pdf, content, say):
    root = pdf.catalog
    if not is_language(pdf.at(root, "/Lang")):
        say("lang", f"the catalog has the language {text(pdf.at(root, '/Lang'))!r}")
    if pdf.at(root, "/MarkInfo", "/Marked") is not True or pdf.at(root, "/MarkInfo", "/Suspects") is True:
        say("marked", "the catalog does not say that the file is tagged (/MarkInfo)")
    if pdf.at(root, "/ViewerPreferences", "/DisplayDocTitle") is not True:
        say("display", "the title is not to be displayed (/DisplayDocTitle)")
    structure = Structure(pdf, say)
    if not structure.tops:
        return say("structure", "the structure tree is empty")
    if [top.kind for top in structure.tops] != ["Document"]:
        say("structure", f"the tree's top is {[top.kind for top in structure.tops]}, not one Document")
    headings(structure, say)
    notes(structure, say)
    for element in structure.elements:
        grammar(pdf, element, say)
        if element.kind == "Table":
            table(pdf, element, say)
    numbers = dict(pdf.tree(structure.root.get("/ParentTree"), "/Nums"))
    marks(pdf, structure, content, numbers, say)
    links(pdf, structure, numbers, say)


def grammar(pdf, element, say):
    kind, inner = element.kind, [kid.kind for kid in element.kids]
    if kind in KIDS and (wrong := [one for one in inner if one not in KIDS[kind]]):
        say("kids", f"{element.place} holds {wrong[0]}")
    if kind in PARENTS and (element.parent is None or element.parent.kind not in PARENTS[kind]):
        say("place", f"{element.place} may not be there")
    if "Caption" in inner[1:-1] or inner.count("Caption") > 1:
        say("caption", f"{element.place} has a caption that is neither first nor last, or two")
    if kind in GROUPS and (element.marks or element.objects):
        say("content", f"{element.place} holds content itself")
    if not (element.kids or element.marks or element.objects) and kind not in ("TD", "TH"):
        say("empty", f"{element.place} holds nothing")
    texts = [text(pdf.at(element.dictionary, key)) for key in ("/Alt", "/ActualText")]
    if kind in ("Figure", "Formula") and not any(texts):
        say("alt", f"{element.place} has no text for those who cannot see it")
    if kind == "Figure":
        box = element.attribute(pdf, "/Layout", "/BBox")
        if not isinstance(box, list) or len(box) != 4 or box[0] >= box[2] or box[1] >= box[3]:
            say("bbox", f"{element.place} does not say where it is (/BBox)")
    if kind == "TH" and element.attribute(pdf, "/Table", "/Scope") not in ("/Row", "/Column", "/Both"):
        say("scope", f"{element.place} does not say whether it heads a row or a column")
    if kind == "Link" and not element.objects:
        say("link", f"{element.place} has no annotation")
    if kind == "L" and "LI" in inner and element.attribute(pdf, "/List", "/ListNumbering") is None:
        if any(part.kind == "Lbl" for item in element.kids for part in item.kids):
            say("numbering", f"{element.place} has labels and does not say of what sort (/ListNumbering)")
    lang = pdf.at(element.dictionary, "/Lang")
    if lang is not None and not is_language(lang):
        say("lang", f"{element.place} has the language {lang!r}")


def is_language(value):
    return re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", text(value) or "") is not None


def table(pdf, element, say):
    inner = [kid.kind for kid in element.kids]
    if inner.count("THead") > 1 or inner.count("TFoot") > 1:
        say("table", f"{element.place} has several heads or feet")
    if set(inner) & {"THead", "TBody", "TFoot"} and ("TR" in inner or "TBody" not in inner):
        say("table", f"{element.place} has a head or foot without a body, or rows beside its body")
    sections = [[kid] if kid.kind == "TR" else kid.kids for kid in element.kids if kid.kind != "Caption"]
    rows = [row for section in sections for row in section]
    free = {}  # a column: how many rows below it is still taken by a cell above
    widths = []
    for row in rows:
        taken = {column: left for column, left in free.items() if left > 0}
        free, column = {c: left - 1 for c, left in taken.items()}, 0
        for cell in row.kids:
            across = cell.attribute(pdf, "/Table", "/ColSpan") or 1
            down = cell.attribute(pdf, "/Table", "/RowSpan") or 1
            while column in taken:
                column += 1
            free |= {c: down - 1 for c in range(column, column + across)}
            column += across
        widths.append(max([column] + [c + 1 for c in taken]))
    if len(set(widths)) > 1 or any(left > 0 for left in free.values()):
        say("regular", f"{element.place} has rows of {sorted(set(widths))} columns")


def headings(structure, say):
    last = 0
    for element in structure.elements:
        if match := re.fullmatch(r"H([1-6])", element.kind):
            if int(match[1]) > last + 1:
                say("heading", f"{element.place} follows " + (f"H{last}" if last else "no H1"))
            last = int(match[1])
    if last and any(element.kind == "H" for element in structure.elements):
        say("heading", "headings with and without numbers are mixed")


def notes(structure, say):
    pdf = structure.pdf
    listed = dict(pdf.tree(structure.root.get("/IDTree"), "/Names"))
    found = [text(pdf.at(element.dictionary, "/ID")) for element in structure.elements]
    for element, name in zip(structure.elements, found):
        if element.kind == "Note" and not name:
            say("note", f"{element.place} has no /ID")
        if name and (found.count(name) > 1 or listed.get("u:" + name) != element.reference):
            say("note", f"{element.place} has the /ID of another, or is not in the /IDTree")


def marks(pdf, structure, content, numbers, say):
    owners = {}
    for element in structure.elements:
        for mark in element.marks:
            if mark in owners:
                say("mcid", f"{element.place} and {owners[mark].place} claim the mark {mark[1]} of {mark[0]}")
            owners[mark] = element
            if mark not in content.marks:
                say("mcid", f"{element.place} claims the mark {mark[1]}, which {mark[0]} has not")
            elif (
                content.marks[mark][1:] != element.dictionary.get("/S", "/")[1:]
                and content.marks[mark] != "/Span"
            ):
                say("tag", f"{element.place} is called {content.marks[mark]} in the content")
    for mark in content.marks:
        owner, number = mark
        if mark not in owners:
            say("mcid", f"the mark {number} of {owner} is in no element")
            continue
        listed = as_list(pdf[numbers.get(pdf.at(owner, "/StructParents"))])
        if number >= len(listed) or listed[number] != owners[mark].reference:
            say(
                "parents",
                f"the parent tree does not lead from the mark {number} of {owner} to {owners[mark].place}",
            )


def links(pdf, structure, numbers, say):
    holders = {}
    for element in structure.elements:
        for annotation in element.objects:
            if annotation in holders or not isinstance(pdf[annotation], dict):
                say("link", f"{element.place} holds an annotation that is nothing, or another element's")
                continue
            holders[annotation] = element
            if numbers.get(pdf.at(annotation, "/StructParent")) != element.reference:
                say("parents", f"the parent tree does not lead from {annotation} to {element.place}")
    for number, (_, page) in enumerate(pdf.pages, 1):
        for annotation in pdf.items(page.get("/Annots")):
            kind = pdf.at(annotation, "/Subtype")
            wanted = {"/Link": "Link", "/Widget": "Form"}.get(kind, "Annot")
            if kind != "/Popup" and getattr(holders.get(annotation), "kind", None) != wanted:
                say("link", f"page {number}: the annotation {annotation} is in no {wanted} element")
