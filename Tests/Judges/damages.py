"""Ways to damage a good file, each with the short name of the fault that accessible.py must then name."""

import zlib

from pdf import Stream


def ua(claim):
    return claim.accessible


def part_1(claim):
    return claim.part == 1


def part_3(claim):
    return claim.part == 3


def unicode(claim):
    return claim.level == "U"


def first(found):
    """The first of several things; a LookupError without any."""
    return next(iter(found), None) or [].pop()


def element(pdf, *kinds):
    return first(
        v
        for v in pdf.objects.values()
        if isinstance(v, dict) and v.get("/Type") == "/StructElem" and v.get("/S") in kinds
    )


def long_list(pdf):
    """What is in a list whose second item is neither first nor last."""
    return first(
        items
        for v in pdf.objects.values()
        if isinstance(v, dict) and v.get("/S") == "/L" and len(items := pdf.items(v.get("/K"))) > 2
    )


def attributes(pdf, kind, key):
    sets = (
        one
        for v in pdf.objects.values()
        if isinstance(v, dict) and v.get("/S") == kind
        for one in pdf.items(v.get("/A"))
    )
    return first(pdf[one] for one in sets if key in pdf[one])


def of_kind(pdf, key, value):
    return first(v for v in pdf.objects.values() if isinstance(v, dict) and v.get(key) == value)


def page(pdf):
    return pdf[pdf.pages[0][0]]


def rewrite(stream, change):
    data = change(stream.data)
    if data == stream.data:
        raise LookupError("nothing to change")
    stream.raw = data
    stream.pop("/Filter", None)


def in_content(pdf, change):
    rewrite(pdf[pdf.items(page(pdf)["/Contents"])[0]], change)


def in_metadata(pdf, old, new):
    rewrite(pdf.at(pdf.catalog, "/Metadata"), lambda data: data.replace(old.encode(), new.encode()))


def put(dictionary, key, value):
    dictionary[key] = value


def replace_in(key, value, *path):
    return lambda pdf: put(pdf.at(pdf.catalog, *path), key, value)


def remove_in(key, *path):
    return lambda pdf: pdf.at(pdf.catalog, *path).pop(key)


def content(old, new):
    return lambda pdf: in_content(pdf, lambda data: data.replace(old, new, 1))


def add(code):
    return lambda pdf: in_content(pdf, lambda data: data + b"\n" + code)


def file_bytes(old, new):
    def change(pdf):
        pdf.bytes = pdf.bytes.replace(old, new)

    return change


# The short name of the fault that a damage makes, the claims that forbid it (None: all), and the damage,
# which fails where it finds no place.
DAMAGES = [
    # The file as a whole
    ("header", None, file_bytes(b"%PDF-1.", b"%PDF-2.")),
    ("end", None, lambda pdf: setattr(pdf, "bytes", pdf.bytes + b"more")),
    ("id", None, lambda pdf: pdf.trailer.pop("/ID")),
    ("encrypted", None, lambda pdf: put(pdf.trailer, "/Encrypt", {})),
    ("compressed", part_1, lambda pdf: setattr(pdf, "bytes", b"/Type /XRef" + pdf.bytes)),
    ("metadata", None, remove_in("/Metadata")),
    ("metadata", None, lambda pdf: compress(pdf.at(pdf.catalog, "/Metadata"))),
    ("metadata", None, lambda pdf: in_metadata(pdf, "</rdf:RDF>", "")),
    ("metadata", None, lambda pdf: in_metadata(pdf, "<?xpacket begin", "<?xpacket bytes='9' begin")),
    ("claim", None, lambda pdf: in_metadata(pdf, "pdfaid:conformance>", "pdfaid:other>")),
    ("claim", ua, lambda pdf: in_metadata(pdf, "<pdfuaid:part>1", "<pdfuaid:part>2")),
    ("title", None, lambda pdf: in_metadata(pdf, "x-default", "x-other")),
    ("extension", ua, lambda pdf: in_metadata(pdf, "pdfaSchema:namespaceURI>", "pdfaSchema:other>")),
    ("info", None, lambda pdf: put(pdf.at(pdf.trailer, "/Info"), "/Title", "u:Another")),
    ("info", None, lambda pdf: put(pdf.at(pdf.trailer, "/Info"), "/CreationDate", "u:20260102030405Z")),
    ("info", None, lambda pdf: put(pdf.at(pdf.trailer, "/Info"), "/Mood", "u:good")),
    ("intent", None, remove_in("/OutputIntents")),
    ("intent", None, lambda pdf: rewrite(profile(pdf), lambda data: data[:8] + b"\x04" + data[9:])),
    ("intent", None, lambda pdf: rewrite(profile(pdf), lambda data: data[:-8])),
    ("intent", None, lambda pdf: rewrite(profile(pdf), lambda data: data.replace(b"gTRC", b"gTRD"))),
    ("intent", None, lambda pdf: put(profile(pdf), "/N", 4)),
    ("attachment", lambda claim: claim.part != 3, replace_in("/AF", ["9 0 R"])),
    ("attachment", part_3, remove_in("/AF")),
    ("attachment", part_3, lambda pdf: attached(pdf).pop("/AFRelationship")),
    ("attachment", part_3, lambda pdf: attached(pdf).pop("/UF")),
    ("attachment", part_3, lambda pdf: attached(pdf).pop("/Desc")),
    ("attachment", part_3, lambda pdf: pdf.at(attached(pdf), "/EF", "/F").pop("/Subtype")),
    ("attachment", part_3, lambda pdf: put(pdf.at(attached(pdf), "/EF", "/F", "/Params"), "/Size", 7)),
    ("attachment", part_3, lambda pdf: pdf.at(attached(pdf), "/EF", "/F", "/Params").pop("/ModDate")),
    # What may not be there
    ("action", None, replace_in("/OpenAction", {"/S": "/GoTo"})),
    ("action", None, lambda pdf: put(pdf.objects, "9999 0 R", {"/S": "/Launch"})),
    ("action", None, lambda pdf: put(pdf.objects, "9999 0 R", {"/S": "/Other", "/JS": "u:app.beep()"})),
    ("form", None, replace_in("/AcroForm", {})),
    ("layers", None, replace_in("/OCProperties", {"/D": {}})),
    ("interpolate", None, lambda pdf: put(pdf.objects, "9999 0 R", Stream({"/Interpolate": True}, b""))),
    ("transfer", None, lambda pdf: put(pdf.objects, "9999 0 R", {"/Type": "/ExtGState", "/TR": "/Identity"})),
    ("blend", None, lambda pdf: put(pdf.objects, "9999 0 R", {"/BM": "/Mixed"})),
    ("lzw", None, lambda pdf: put(pdf.objects, "9999 0 R", Stream({"/Filter": ["/LZWDecode"]}, b""))),
    ("external", None, lambda pdf: put(pdf.objects, "9999 0 R", Stream({"/F": "u:elsewhere"}, b""))),
    ("xobject", None, lambda pdf: put(pdf.objects, "9999 0 R", Stream({"/Subtype": "/PS"}, b""))),
    ("cmyk", None, lambda pdf: put(pdf.objects, "9999 0 R", Stream({"/ColorSpace": "/DeviceCMYK"}, b""))),
    ("cmyk", None, add(b"0 0 0 1 k")),
    ("transparency", part_1, lambda pdf: put(page(pdf), "/Group", {"/S": "/Transparency"})),
    ("transparency", part_1, lambda pdf: put(pdf.objects, "9999 0 R", {"/ca": 0.5})),
    ("transparency", part_1, lambda pdf: put(pdf.objects, "9999 0 R", {"/SMask": {}})),
    ("transparency", part_1, lambda pdf: put(pdf.objects, "9999 0 R", {"/BM": "/Multiply"})),
    # Content
    ("resource", None, add(b"/nothing gs")),
    ("states", None, add(b"q")),
    ("states", None, add(b"Q")),
    ("states", None, add(b"q " * 29 + b"Q " * 29)),
    ("text", None, add(b"ET")),
    ("font", None, lambda pdf: in_content(pdf, lambda data: b"/Artifact BMC BT (x) Tj ET EMC " + data)),
    ("operator", None, add(b"paint")),
    ("marks", None, add(b"/Artifact BMC")),
    ("marks", None, add(b"EMC")),
    ("unmarked", ua, add(b"0 0 9 9 re f")),
    ("unmarked", ua, add(b"/Span BMC 0 0 9 9 re f EMC")),
    ("unmarked", ua, content(b"/Artifact BMC", b"/Span BMC")),
    ("nesting", ua, add(b"/Artifact BMC /P << /MCID 9999 >> BDC EMC EMC")),
    ("nesting", ua, add(b"/P << /MCID 9999 >> BDC /Artifact BMC EMC EMC")),
    ("mcid", ua, content(b"/MCID 1 ", b"/MCID 0 ")),
    ("mcid", ua, content(b"/MCID 1 ", b"/MCID 9999 ")),
    # Fonts
    (
        "embedded",
        None,
        lambda pdf: [put(d, "/FontFile" + n, None) for d in descriptors(pdf) for n in ("", "2", "3")],
    ),
    ("subset", None, lambda pdf: put(of_kind(pdf, "/Type", "/FontDescriptor"), "/FontName", "/Other")),
    (
        "encoding",
        None,
        lambda pdf: [put(f, "/Encoding", "/UniGB-UCS2-H") for f in fonts(pdf) if f["/Subtype"] == "/Type0"][
            0
        ],
    ),
    ("gid", None, lambda pdf: of_kind(pdf, "/Subtype", "/CIDFontType2").pop("/CIDToGIDMap")),
    ("widths", None, lambda pdf: [f.pop("/W") for f in cid_fonts(pdf)][0]),
    ("widths", None, lambda pdf: put(pdf[of_kind(pdf, "/Subtype", "/CIDFontType2")["/W"]], 1, [1] * 2000)),
    ("widths", None, lambda pdf: pdf[first(f for f in fonts(pdf) if "/Widths" in f)["/Widths"]].pop()),
    (
        "widths",
        None,
        lambda pdf: put(
            first(f for f in fonts(pdf) if "/Widths" in f and f["/Subtype"] == "/TrueType"),
            "/Widths",
            [7] * 256,
        ),
    ),
    ("notdef", None, lambda pdf: in_content(pdf, no_glyph)),
    ("glyphs", part_1, lambda pdf: first(d for d in descriptors(pdf) if "/CIDSet" in d).pop("/CIDSet")),
    ("glyphs", part_1, lambda pdf: first(d for d in descriptors(pdf) if "/CharSet" in d).pop("/CharSet")),
    ("unicode", unicode, lambda pdf: [f.pop("/ToUnicode") for f in fonts(pdf) if "/ToUnicode" in f][0]),
    (
        "unicode",
        unicode,
        lambda pdf: [
            rewrite(
                pdf[f["/ToUnicode"]],
                lambda data: data.replace(b"begincmap", b"").replace(b"beginbf", b"begin"),
            )
            for f in fonts(pdf)
            if "/ToUnicode" in f
        ][0],
    ),
    # Structure
    ("lang", ua, remove_in("/Lang")),
    ("lang", ua, lambda pdf: put(element(pdf, "/P", "/H1"), "/Lang", "u:very english")),
    ("marked", ua, remove_in("/Marked", "/MarkInfo")),
    ("display", ua, remove_in("/DisplayDocTitle", "/ViewerPreferences")),
    ("structure", ua, remove_in("/StructTreeRoot")),
    ("structure", ua, lambda pdf: put(element(pdf, "/Document"), "/S", "/Part")),
    ("role", ua, replace_in("/RoleMap", {"/P": "/Div"}, "/StructTreeRoot")),
    ("tree", ua, lambda pdf: twice(pdf, element(pdf, "/Document"))),
    ("type", ua, lambda pdf: put(element(pdf, "/H1"), "/S", "/Headline")),
    ("parent", ua, lambda pdf: put(element(pdf, "/H1"), "/P", "1 0 R")),
    ("kids", ua, lambda pdf: put(element(pdf, "/LI"), "/S", "/P")),
    ("place", ua, lambda pdf: put(element(pdf, "/L", "/Table"), "/S", "/Sect")),
    ("caption", ua, lambda pdf: put(pdf[long_list(pdf)[1]], "/S", "/Caption")),
    ("content", ua, lambda pdf: put(element(pdf, "/H1"), "/S", "/Sect")),
    ("empty", ua, lambda pdf: element(pdf, "/H1").pop("/K")),
    ("alt", ua, lambda pdf: element(pdf, "/Figure").pop("/Alt")),
    ("alt", ua, lambda pdf: put(element(pdf, "/Figure"), "/Alt", "u:")),
    ("bbox", ua, lambda pdf: attributes(pdf, "/Figure", "/BBox").pop("/BBox")),
    ("scope", ua, lambda pdf: attributes(pdf, "/TH", "/Scope").pop("/Scope")),
    ("scope", ua, lambda pdf: put(attributes(pdf, "/TH", "/Scope"), "/Scope", "/Rows")),
    ("regular", ua, lambda pdf: put(element(pdf, "/TD"), "/A", {"/O": "/Table", "/ColSpan": 2})),
    ("regular", ua, lambda pdf: put(element(pdf, "/TD"), "/A", {"/O": "/Table", "/RowSpan": 99})),
    ("table", ua, lambda pdf: put(element(pdf, "/TBody"), "/S", "/THead")),
    ("numbering", ua, lambda pdf: attributes(pdf, "/L", "/ListNumbering").pop("/ListNumbering")),
    ("heading", ua, lambda pdf: put(element(pdf, "/H1"), "/S", "/H2")),
    ("heading", ua, lambda pdf: put(element(pdf, "/H2"), "/S", "/H4")),
    ("heading", ua, lambda pdf: put(element(pdf, "/H2"), "/S", "/H")),
    ("note", ua, lambda pdf: put(element(pdf, "/P", "/H1"), "/S", "/Note")),
    ("tag", ua, lambda pdf: put(element(pdf, "/H1"), "/S", "/P")),
    ("parents", ua, remove_in("/ParentTree", "/StructTreeRoot")),
    ("parents", ua, lambda pdf: page(pdf).pop("/StructParents")),
    ("parents", ua, lambda pdf: of_kind(pdf, "/Subtype", "/Link").pop("/StructParent")),
    ("link", ua, lambda pdf: put(element(pdf, "/Link"), "/S", "/Span")),
    (
        "link",
        ua,
        lambda pdf: put(
            element(pdf, "/Link"),
            "/K",
            [k for k in pdf.items(element(pdf, "/Link")["/K"]) if isinstance(k, int)],
        ),
    ),
    # Places
    (
        "tabs",
        ua,
        lambda pdf: first(
            p for p in map(pdf.__getitem__, pdf.objects) if isinstance(p, dict) and "/Annots" in p
        ).pop("/Tabs"),
    ),
    ("flags", None, lambda pdf: put(of_kind(pdf, "/Subtype", "/Link"), "/F", 6)),
    ("contents", ua, lambda pdf: of_kind(pdf, "/Subtype", "/Link").pop("/Contents")),
    ("annotation", None, lambda pdf: put(of_kind(pdf, "/Subtype", "/Link"), "/Subtype", "/Movie")),
    ("annotation", None, lambda pdf: put(of_kind(pdf, "/Subtype", "/Link"), "/Rect", [9, 9, 9, 9])),
    (
        "uri",
        None,
        lambda pdf: put(first(d for _, d in pdf.dictionaries() if "/URI" in d), "/URI", "u:a place"),
    ),
    (
        "destination",
        None,
        lambda pdf: put(first(d for _, d in pdf.dictionaries() if "/Dest" in d), "/Dest", "u:nowhere"),
    ),
    (
        "destination",
        None,
        lambda pdf: put(first(d for _, d in pdf.dictionaries() if "/Dest" in d), "/Dest", ["1 0 R", "/Fit"]),
    ),
    (
        "names",
        None,
        lambda pdf: pdf.at(pdf.catalog, "/Names", "/Dests", "/Names").extend(
            ["u:b", [pdf.pages[0][0], "/Fit"], "u:a", [pdf.pages[0][0], "/Fit"]]
        ),
    ),
    ("outline", None, lambda pdf: put(pdf[pdf.at(pdf.catalog, "/Outlines")["/First"]], "/Title", "u:")),
    ("outline", None, lambda pdf: put(pdf[pdf.at(pdf.catalog, "/Outlines")["/First"]], "/Parent", "1 0 R")),
    ("outline", None, lambda pdf: put(pdf.at(pdf.catalog, "/Outlines"), "/Count", 999)),
    ("outline", None, lambda pdf: pdf.at(pdf.catalog, "/Outlines").pop("/Last")),
    ("labels", None, replace_in("/PageLabels", {"/Nums": [1, {"/S": "/D"}]})),
    ("labels", None, replace_in("/PageLabels", {"/Nums": [0, {"/S": "/X"}]})),
    ("size", None, lambda pdf: put(page(pdf), "/MediaBox", [0, 0, 14401, 9])),
    ("boxes", "press", lambda pdf: put(page(pdf), "/ArtBox", [0, 0, 9, 9])),
    ("boxes", "press", lambda pdf: page(pdf).pop("/TrimBox")),
    ("boxes", "press", lambda pdf: put(page(pdf), "/BleedBox", page(pdf)["/TrimBox"])),
    (
        "boxes",
        "press",
        lambda pdf: put(page(pdf), "/TrimBox", [side + 0.2 for side in page(pdf)["/TrimBox"]]),
    ),
    (
        "trim",
        "press",
        lambda pdf: [
            put(page(pdf), key, page(pdf)[key][:2] + [side + 1 for side in page(pdf)[key][2:]])
            for key in ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox")
        ],
    ),
    ("press", "press", lambda pdf: put(page(pdf), "/Annots", [{"/Subtype": "/Link", "/F": 4}])),
    ("press", "press", replace_in("/StructTreeRoot", {})),
]


def compress(stream):
    stream["/Filter"], stream.raw = "/FlateDecode", zlib.compress(stream.data)


def profile(pdf):
    return pdf.at(pdf[pdf.at(pdf.catalog, "/OutputIntents")[0]], "/DestOutputProfile")


def attached(pdf):
    return of_kind(pdf, "/Type", "/Filespec")


def descriptors(pdf):
    return [d for d in pdf.objects.values() if isinstance(d, dict) and d.get("/Type") == "/FontDescriptor"]


def fonts(pdf):
    return [d for d in pdf.objects.values() if isinstance(d, dict) and d.get("/Type") == "/Font"]


def cid_fonts(pdf):
    return [font for font in fonts(pdf) if font["/Subtype"].startswith("/CIDFont")]


def no_glyph(data):
    """Shows glyph 0 where a text starts."""
    before, _, rest = data.partition(b"Tf")
    return before + b"Tf <0000> Tj " + rest


def twice(pdf, parent):
    parent["/K"] = pdf.items(parent["/K"]) + [pdf.items(parent["/K"])[0]]
