"""What PDF/A asks of a file as a whole: metadata, output intent, attachments, and what it may not hold."""

import re
import struct
import xml.etree.ElementTree as XML
from datetime import datetime, timezone

from pdf import Stream, as_list, text

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "extension": "http://www.aiim.org/pdfa/ns/extension/",
}
FIELDS = {
    "/Title": "dc:title",
    "/Author": "dc:creator",
    "/Subject": "dc:description",
    "/Keywords": "pdf:Keywords",
    "/Creator": "xmp:CreatorTool",
    "/Producer": "pdf:Producer",
    "/CreationDate": "xmp:CreateDate",
    "/ModDate": "xmp:ModifyDate",
}
ACTIONS = (
    "Launch Sound Movie ResetForm ImportData JavaScript Hide SetOCGState Rendition Trans GoTo3DView"
    " SetState NOP"
).split()
BLENDS = [
    "/" + mode
    for mode in (
        "Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight"
        " Difference Exclusion Hue Saturation Color Luminosity"
    ).split()
]


def judge(pdf, claim, say):
    file(pdf, claim, say)
    metadata(pdf, claim, say)
    output_intent(pdf, say)
    attachments(pdf, claim, say)
    for place, part in pdf.dictionaries():
        forbidden(pdf, place, part, claim, say)
    root = pdf.catalog
    if "/OpenAction" in root or "/AA" in root:
        say("action", "the catalog has an action of its own")
    if "/AcroForm" in root:
        say("form", "the file has form fields")
    if "/OCProperties" in root and (
        claim.part == 1 or not text(pdf.at(root, "/OCProperties", "/D", "/Name"))
    ):
        say("layers", "the file has layers" + (", which have no name" if claim.part > 1 else ""))


def file(pdf, claim, say):
    header = re.match(rb"%PDF-1\.([0-7])\r?\n%[\x80-\xff]{4}", pdf.bytes)
    if not header or claim.part == 1 and header[1] != b"4":
        say("header", f"the file starts with {pdf.bytes[:8]!r}, or without a binary comment")
    if not re.search(rb"%%EOF\s?\n?$", pdf.bytes):
        say("end", "something stands behind the last %%EOF")
    if len(as_list(pdf.trailer.get("/ID"))) != 2:
        say("id", "the trailer has no /ID")
    if "/Encrypt" in pdf.trailer:
        say("encrypted", "the file is encrypted")
    if claim.part == 1 and re.search(rb"/Type\s*/(XRef|ObjStm)", pdf.bytes):
        say("compressed", "the file has cross-reference or object streams")


def metadata(pdf, claim, say):
    stream = pdf.at(pdf.catalog, "/Metadata")
    if not isinstance(stream, Stream):
        return say("metadata", "the catalog has no metadata stream")
    if "/Filter" in stream or stream.get("/Type") != "/Metadata" or stream.get("/Subtype") != "/XML":
        say("metadata", "the metadata stream is compressed or not called /Metadata /XML")
    try:
        root = XML.fromstring(stream.data.decode("utf-8").lstrip("\ufeff").strip())
    except (UnicodeDecodeError, XML.ParseError) as error:
        return say("metadata", f"the metadata are no UTF-8 XML: {error}")
    packet = re.match(rb"\s*<\?xpacket ([^?]*)\?>", stream.data)
    if not packet or b"bytes" in packet[1] or b"encoding" in packet[1]:
        say("metadata", "the metadata have no xpacket header, or one with bytes or encoding")
    told = properties(root)
    if told.get("pdfaid:part") != str(claim.part) or told.get("pdfaid:conformance") != claim.level:
        say("claim", f"the metadata claim PDF/A-{told.get('pdfaid:part')}{told.get('pdfaid:conformance')}")
    if told.get("pdfuaid:part") != ("1" if claim.accessible else None):
        say("claim", f"the metadata claim PDF/UA-{told.get('pdfuaid:part')}")
    if not told.get("dc:title"):
        say("title", "the metadata have no title")
    described = {element.text for element in root.iter("{http://www.aiim.org/pdfa/ns/schema#}namespaceURI")}
    known = set(SPACES.values()) - {SPACES["pdfuaid"]} | described
    for name in told:
        if name.startswith("{") and name[1:].split("}")[0] not in known:
            say("extension", f"the metadata use {name} without describing its schema")
    if claim.accessible and SPACES["pdfuaid"] not in described:
        say("extension", "the metadata do not describe the schema of PDF/UA")
    agree(pdf, told, say)


def properties(root):
    """What the metadata say, by prefixed name: words, or the only item or x-default of a list."""
    prefixes = {uri: prefix for prefix, uri in SPACES.items()}
    told = {}
    for description in root.iter(RDF + "Description"):
        attributes = [(key, value) for key, value in description.attrib.items() if not key.startswith(RDF)]
        for name, value in attributes + [(child.tag, content(child)) for child in description]:
            space, _, local = name.removeprefix("{").partition("}")
            told[f"{prefixes[space]}:{local}" if space in prefixes else name] = value
    return told


def content(element):
    if element.find(RDF + "Alt") is not None:
        lang = "{http://www.w3.org/XML/1998/namespace}lang"
        return next((i.text for i in element.iter(RDF + "li") if i.get(lang) == "x-default"), None)
    items = element.findall(f"{RDF}Seq/{RDF}li")
    return "; ".join(item.text or "" for item in items) if items else element.text


def agree(pdf, told, say):
    info = pdf.at(pdf.trailer, "/Info") or {}
    for key, name in FIELDS.items():
        word, other = text(pdf.at(info, key)), told.get(name)
        if word is None and other is None:
            continue
        if key.endswith("Date"):
            if moment_of_info(word) is None or moment_of_info(word) != moment_of_xmp(other):
                say("info", f"{key} is {word!r}, {name} is {other!r}")
        elif word != other:
            say("info", f"{key} is {word!r}, {name} is {other!r}")
    if claimed := set(info) - set(FIELDS) - {"/Trapped"}:
        say("info", f"the information dictionary has {', '.join(sorted(claimed))}, which no metadata repeat")


def moment_of_info(word):
    match = re.fullmatch(r"D:(\d{14})(Z|Z00'00'?|([-+])(\d\d)'(\d\d)'?)", word or "")
    if not match:
        return None
    zone = "+0000" if match[2].startswith("Z") else match[3] + match[4] + match[5]
    return datetime.strptime(match[1] + zone, "%Y%m%d%H%M%S%z").astimezone(timezone.utc)


def moment_of_xmp(word):
    try:
        moment = datetime.fromisoformat((word or "").replace("Z", "+00:00"))
        return moment.astimezone(timezone.utc) if moment.tzinfo else None
    except ValueError:
        return None


def output_intent(pdf, say):
    intents = [pdf[i] for i in pdf.items(pdf.catalog.get("/OutputIntents"))]
    intent = next((i for i in intents if i.get("/S") == "/GTS_PDFA1"), None)
    profile = pdf.at(intent, "/DestOutputProfile") if intent else None
    if not isinstance(profile, Stream) or not text(pdf.at(intent, "/OutputConditionIdentifier")):
        return say("intent", "there is no output intent GTS_PDFA1 with a name and a profile")
    data = profile.data
    if profile.get("/N") != 3 or len(data) < 132:
        return say("intent", "the profile has not three colours")
    (size,), (count,) = struct.unpack(">I", data[:4]), struct.unpack(">I", data[128:132])
    if (size, data[8], data[12:20], data[36:40]) != (len(data), 2, b"mntrRGB ", b"acsp"):
        say("intent", "the profile's header is not that of a version 2 RGB monitor profile of its size")
    tags = [
        struct.unpack(">4sII", data[132 + 12 * n : 144 + 12 * n])
        for n in range(min(count, (size - 132) // 12))
    ]
    if len(tags) != count or any(
        start < 132 + 12 * count or start + length > size for _, start, length in tags
    ):
        say("intent", "the profile's tags lie outside it")
    wanted = {b"desc", b"cprt", b"wtpt", b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC"}
    if missing := wanted - {name for name, _, _ in tags}:
        say("intent", f"the profile has no {', '.join(sorted(name.decode() for name in missing))}")


def attachments(pdf, claim, say):
    names = pdf.tree(pdf.at(pdf.catalog, "/Names", "/EmbeddedFiles"), "/Names")
    linked = pdf.items(pdf.catalog.get("/AF"))
    if claim.part != 3:
        if names or linked:
            say("attachment", f"PDF/A-{claim.part} may not carry a file")
        return
    if not names:
        say("attachment", "PDF/A-3 is claimed and no file is attached")
    if sorted(map(str, linked)) != sorted(str(spec) for _, spec in names):
        say("attachment", "/AF and the names of embedded files do not list the same")
    for _, reference in names:
        spec = pdf[reference]
        held = pdf.at(spec, "/EF", "/F")
        if not text(spec.get("/F")) or not text(spec.get("/UF")) or not text(spec.get("/Desc")):
            say("attachment", "an attached file has no name (/F, /UF) or no description")
        if spec.get("/AFRelationship") not in (
            "/Source",
            "/Data",
            "/Alternative",
            "/Supplement",
            "/Unspecified",
        ):
            say("attachment", "an attached file has no /AFRelationship")
        if not isinstance(held, Stream) or not re.fullmatch(r"/\w+/[\w.+-]+", held.get("/Subtype") or ""):
            say("attachment", "an attached file has no media type")
        elif moment_of_info(text(pdf.at(held, "/Params", "/ModDate"))) is None:
            say("attachment", "an attached file has no time of change")
        elif pdf.at(held, "/Params", "/Size") != len(held.data):
            say("attachment", "an attached file's size is wrong")


def forbidden(pdf, place, part, claim, say):
    """What no dictionary of the file may say, wherever it is."""
    kind = part.get("/Type")
    if part.get("/S") in ["/" + action for action in ACTIONS] and kind != "/StructElem":
        say("action", f"{place} is a {part['/S']} action")
    if part.get("/JS") is not None or kind in ("/Page", "/Annot") and "/AA" in part:
        say("action", f"{place} has a script or an additional action")
    if part.get("/Interpolate") is True:
        say("interpolate", f"{place} is to be interpolated")
    if "/TR" in part and kind == "/ExtGState" or part.get("/TR2", "/Default") != "/Default" or "/HTP" in part:
        say("transfer", f"{place} has a transfer function or halftone phase")
    if part.get("/BM") is not None and any(mode not in BLENDS for mode in as_list(pdf[part["/BM"]])):
        say("blend", f"{place} has the unknown blend mode {part['/BM']}")
    if isinstance(part, Stream):
        if {"/LZWDecode", "/Crypt"} & set(as_list(pdf[part.get("/Filter")])):
            say("lzw", f"{place} is compressed by LZW or encrypted")
        if "/F" in part or "/FFilter" in part:
            say("external", f"{place} keeps its data in another file")
        if "/OPI" in part or "/Alternates" in part or "/Ref" in part or part.get("/Subtype") == "/PS":
            say("xobject", f"{place} has OPI, alternates, a reference or PostScript")
    if "/DeviceCMYK" in as_list(pdf[part.get("/ColorSpace")]) or "/DeviceCMYK" in as_list(
        pdf[part.get("/CS")]
    ):
        say("cmyk", f"{place} has CMYK colours")
    if claim.part == 1:
        transparent(pdf, place, part, say)


def transparent(pdf, place, part, say):
    if pdf.at(part, "/Group", "/S") == "/Transparency":
        say("transparency", f"{place} is a transparency group")
    if any(isinstance(pdf[part.get(key)], (int, float)) and pdf[part.get(key)] < 1 for key in ("/ca", "/CA")):
        say("transparency", f"{place} has an opacity below 1")
    if part.get("/SMask", "/None") != "/None":
        say("transparency", f"{place} has a soft mask")
    if part.get("/BM") is not None and pdf[part["/BM"]] not in ("/Normal", "/Compatible"):
        say("transparency", f"{place} has a blend mode")
