"""Where things lead and lie: annotations, destinations, outline, page labels and page boxes."""

from pdf import text

MILLIMETRE = 72 / 25.4


def judge(pdf, claim, say):
    pages = [reference for reference, _ in pdf.pages]
    named = destinations(pdf, say)
    for number, (_, page) in enumerate(pdf.pages, 1):
        box = page.get("/MediaBox")
        if not isinstance(pdf[box], list) or not all(3 <= side <= 14400 for side in size(pdf, box)):
            say("size", f"page {number} has no size, or one that PDF/A does not allow")
        annotations = [(reference, pdf[reference]) for reference in pdf.items(page.get("/Annots"))]
        if annotations and claim.accessible and page.get("/Tabs") != "/S":
            say("tabs", f"page {number} does not follow its structure (/Tabs)")
        for reference, annotation in annotations:
            judge_annotation(pdf, reference, annotation, claim, say, f"page {number}")
            lead(pdf, annotation, pages, named, say, f"page {number}: {reference}")
    for name, target in named.items():
        target_page(pdf, target, pages, say, f"the destination {name!r}")
    outline(pdf, pages, named, say)
    labels(pdf, len(pages), say)


def judge_annotation(pdf, reference, annotation, claim, say, place):
    flags, kind = pdf[annotation.get("/F")] or 0, annotation.get("/Subtype")
    if not flags & 4 or flags & (1 | 2 | 32 | 256):
        say("flags", f"{place}: the annotation {reference} is not printed, or hidden")
    if kind not in ("/Link", "/Widget", "/Text", "/Popup"):
        say("annotation", f"{place}: the annotation {reference} is a {kind}")
    if kind not in ("/Link", "/Popup") and pdf.at(annotation, "/AP", "/N") is None:
        say("annotation", f"{place}: the annotation {reference} has no appearance")
    if claim.accessible and kind == "/Link" and not text(pdf.at(annotation, "/Contents")):
        say("contents", f"{place}: the link {reference} has no words (/Contents)")
    if not all(side > 0 for side in size(pdf, annotation.get("/Rect"))):
        say("annotation", f"{place}: the annotation {reference} has no area")


def destinations(pdf, say):
    pairs = pdf.tree(pdf.at(pdf.catalog, "/Names", "/Dests"), "/Names")
    names = [text(name) for name, _ in pairs]
    if names != sorted(set(names)):
        say("names", "the names of destinations are not in order, or one is there twice")
    old = pdf.at(pdf.catalog, "/Dests") or {}
    return dict(zip(names, (target for _, target in pairs))) | old


def lead(pdf, source, pages, named, say, place):
    """Where a link or a line of the outline leads."""
    action = pdf.at(source, "/A")
    if source.get("/Subtype", "/Link") != "/Link" and action is None:
        return
    if isinstance(action, dict) and action.get("/S") == "/URI":
        uri = text(pdf.at(action, "/URI")) or ""
        if ":" not in uri or any(not "!" <= letter <= "~" or letter in '<>"\\' for letter in uri):
            say("uri", f"{place}: {uri!r} is no address")
        return
    if isinstance(action, dict) and action.get("/S") != "/GoTo":
        return say("action", f"{place}: the action is {action.get('/S')}")
    target = pdf.at(action, "/D") if action else pdf.at(source, "/Dest")
    name = target if isinstance(target, str) and target.startswith("/") else text(target)
    if name is not None and name not in named:
        return say("destination", f"{place}: there is no destination {name!r}")
    target_page(pdf, named[name] if name is not None else target, pages, say, place)


def target_page(pdf, target, pages, say, place):
    target = pdf[target]
    target = pdf[target.get("/D")] if isinstance(target, dict) else target
    if not isinstance(target, list) or target[0] not in pages:
        say("destination", f"{place} leads to no page")


def outline(pdf, pages, named, say):
    def walk(parent, reference):
        """The number of lines that show below a parent."""
        before, shown, item = None, 0, pdf.at(parent, "/First")
        key = pdf[parent].get("/First")
        while isinstance(item, dict) and key not in seen:
            seen.add(key)
            title = text(pdf.at(item, "/Title"))
            if not title:
                say("outline", f"the outline's line {key} has no title")
            if item.get("/Parent") != reference or item.get("/Prev") != before:
                say("outline", f"the outline's line {title!r} names another parent or neighbour")
            lead(pdf, item, pages, named, say, f"the outline's line {title!r}")
            inner = walk(key, key) if "/First" in item else 0
            count = pdf[item.get("/Count")] or 0
            if abs(count) != inner:
                say("outline", f"the outline's line {title!r} counts {abs(count)} lines, not {inner}")
            shown += 1 + (inner if count > 0 else 0)
            before, key = key, item.get("/Next")
            item = pdf[key]
        if pdf.at(parent, "/First") is not None and pdf[parent].get("/Last") != before:
            say("outline", "the outline's last line is another")
        return shown

    seen = set()
    root = pdf.catalog.get("/Outlines")
    if isinstance(pdf[root], dict) and walk(root, root) != abs(pdf.at(root, "/Count") or 0):
        say("outline", "the outline counts other lines than it has")


def labels(pdf, count, say):
    if "/PageLabels" not in pdf.catalog:
        return
    pairs = pdf.tree(pdf.catalog["/PageLabels"], "/Nums")
    starts = [number for number, _ in pairs]
    if not starts or starts[0] != 0 or starts != sorted(set(starts)) or starts[-1] >= count:
        say("labels", f"the page labels begin at the pages {starts[:9]} of {count}")
    for number, label in pairs:
        style = pdf.at(label, "/S")
        if style not in (None, "/D", "/R", "/r", "/A", "/a") or (pdf.at(label, "/St") or 1) < 1:
            say("labels", f"the page label at {number} has the style {style}")


def size(pdf, box):
    box = [pdf[side] for side in pdf[box] or [0, 0, 0, 0]]
    return box[2] - box[0], box[3] - box[1]


def judge_press(pdf, press, say):
    """Boxes of a file for a printer: `press` has slug and bleed and perhaps trim, in millimetres."""
    for number, (_, page) in enumerate(pdf.pages, 1):
        boxes = {
            name: [pdf[side] / MILLIMETRE for side in pdf[page["/" + name]]]
            for name in ("MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox")
            if "/" + name in page
        }
        if set(boxes) != {"MediaBox", "CropBox", "BleedBox", "TrimBox"}:
            say("boxes", f"page {number} has the boxes {', '.join(boxes)}")
            continue
        media, inset = boxes["MediaBox"], {
            "CropBox": 0,
            "BleedBox": press.slug - press.bleed,
            "TrimBox": press.slug,
        }
        for name, by in inset.items():
            wanted = [media[0] + by, media[1] + by, media[2] - by, media[3] - by]
            if any(abs(a - b) > 0.05 for a, b in zip(boxes[name], wanted)):
                say("boxes", f"page {number}: the {name} is not {by:g} mm inside the page")
        trim = [boxes["TrimBox"][2] - boxes["TrimBox"][0], boxes["TrimBox"][3] - boxes["TrimBox"][1]]
        if press.trim and any(abs(a - b) > 0.05 for a, b in zip(trim, press.trim)):
            say("trim", f"page {number} is {trim[0]:.2f} x {trim[1]:.2f} mm when cut")
        if pdf.items(page.get("/Annots")):
            say("press", f"page {number} has links")
    for key in ("/StructTreeRoot", "/Outlines", "/AcroForm"):
        if key in pdf.catalog:
            say("press", f"the catalog has {key}")
