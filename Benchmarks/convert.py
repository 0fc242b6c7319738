#!/usr/bin/env python3
"""Puts the words of a benchmark's inputs into canvaspress workbooks.

    convert.py INPUT.yaml OUTPUT.yml [INPUT.yaml OUTPUT.yml ...]

Every title line, bullet, cell, paragraph and value is kept, word for word and once; `check.py` proves it. A canvas of the
peers becomes the canvaspress canvas nearest to it, with as many texts on it:

    bmc            business-model-canvas      9 blocks of 5 bullets
    personas (2)   persona-a (2 sheets)       6 of its cells with 5 bullets, the quote, 6 lines of demographics
    journey        customer-journey           7 own stages, 6 rows, the curve
    utility        buyer-utility-map          6 x 7 cells. Six of the peers' seven rows are levers of the method, in their six
                                              stages; the seventh, Adattabilità, fills the method's first stage
    opportunity    high-value-opportunities   10 rows of two texts and four scores; the total is canvaspress's own sum
    concept        servitization-concept      6 paragraphs and 18 bullets in its twelve elements

What is not carried over, because the sheet says it in its own way:
  - headings (titles of sheets, blocks, sections, rows, columns and fields): the catalogue's stand there;
  - figures: the curve's points become moods, -2 to +2; scores, 1 to 10, become 1 to 5.
A subtitle without a field in the head goes into the sheet: the journey's as the words of its feelings, the map's as a
43rd mark, the opportunities' as what the first one's customer wants; the concept's is the tagline. The Business Model
Canvas's is `project.product`, which the head of every sheet repeats, as the peers' foot repeats the company.
Ids and references lead from solution to concept; what an opportunity answers is left out, because its table would
print those words again.

A report's title, author and chapters go under `report`, each chapter as CommonMark: sections as headings, paragraphs in
lines of 98 characters, tables with bars. Its subtitle is in `w3-report.yml`; organisation, date and version on the cover
are the project's.
"""
import sys
import textwrap

import yaml

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class Block(str):
    """A text of several lines, written as it stands."""


def literally(dumper, text):
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style="|")


Dumper.add_representer(Block, literally)

MONTHS = """gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre""".split()
BLOCKS = {
    "Partner chiave": "partners",
    "Attività chiave": "activities",
    "Risorse chiave": "resources",
    "Proposta di valore": "propositions",
    "Relazioni con i clienti": "relationships",
    "Canali": "channels",
    "Segmenti di clientela": "segments",
    "Struttura dei costi": "costs",
    "Flussi di ricavi": "revenue",
}
# The six larger cells of the sheet.
SECTIONS = {
    "Obiettivi": "goals",
    "Frustrazioni": "challenges",
    "Comportamenti": "work",
    "Bisogni": "values",
    "Strumenti usati": "role",
    "Criteri di scelta": "fears",
}
ROWS = {
    "Azioni": "doing",
    "Punti di contatto": "frontstage",
    "Pensieri": "thinking",
    "Problemi": "pains",
    "Opportunità": "opportunities",
    "Responsabili": "backstage",
}
ONE_TEXT = {"doing", "thinking"}
STAGES = {
    "Acquisto": "purchase",
    "Consegna": "delivery",
    "Uso": "use",
    "Integrazioni": "supplements",
    "Manutenzione": "maintenance",
    "Smaltimento": "disposal",
}
LEVERS = {
    "Produttività": "productivity",
    "Semplicità": "simplicity",
    "Convenienza": "convenience",
    "Rischio": "risk",
    "Immagine e piacere": "fun",
    "Ambiente": "environment",
}
# The row that is no lever of the method: its cells, one a lever, fill this stage.
SPARE_ROW, SPARE_STAGE = "Adattabilità", "information"
# The peers' dot in a cell is dark in every third one.
MARKS = ["blocker", "today", "new"]
# The columns between an opportunity's name and its total.
SCORES = ["important", "doable", "unsatisfied", "lucrative"]
# Where a section of the concept goes: its paragraph and its three bullets.
CONCEPT = {
    "Problema": ("description", "emotions"),
    "Soluzione": ("description", "value"),
    "Servizio e contratto": ("experience", "processes"),
    "Ricavi ricorrenti": ("implementation", "benefits"),
    "Rischi e mitigazioni": ("structure", "resources"),
    "Prossimi passi": ("development", "kpis"),
}


def date(words):
    day, month, year = words.split()
    return f"{year}-{MONTHS.index(month) + 1:02d}-{int(day):02d}"


def project(bmc):
    fields = {field["label"]: field["value"] for field in bmc["fields"]}
    return {
        "company": fields["Progettato per"],
        "product": bmc["subtitle"],
        "designedFor": fields["Progettato per"],
        "designedBy": fields["Progettato da"],
        "date": date(fields["Data"]),
        "version": fields["Versione"],
    }


def business_model(bmc):
    return {BLOCKS[block["title"]]: block["bullets"] for block in bmc["blocks"]}


def persona(source, number):
    sheet = {
        "id": f"persona-{number}",
        "template": "A",
        "name": source["name"],
        "job": source["role"],
        "quote": source["quote"],
        "demographics": [f"{field['label']}: {field['value']}" for field in source["fields"]],
    }
    return sheet | {SECTIONS[section["title"]]: section["bullets"] for section in source["sections"]}


def mood(height):
    """A point of the curve, 5 to 95, as a mood, -2 to +2."""
    return min(2, max(-2, round((height - 50) / 22.5)))


def shares(words, count):
    """The words in so many runs, as even as can be."""
    words = words.split()
    ends = [round(index * len(words) / count) for index in range(count + 1)]
    return [" ".join(words[start:end]) for start, end in zip(ends, ends[1:])]


def journey(source):
    stages = []
    feelings = shares(source["subtitle"], len(source["stages"]))
    for index, name in enumerate(source["stages"]):
        feeling = {"mood": mood(source["curve"][index])}
        if feelings[index]:
            feeling["words"] = feelings[index]
        stage = {"stage": f"stage-{index + 1}", "name": name, "feeling": feeling}
        for row in source["rows"]:
            key, cell = ROWS[row["label"]], row["cells"][index]
            if key == "pains":
                stage[key] = [{"id": f"p{index + 1}", "text": cell}]
            elif key == "opportunities":
                stage[key] = [{"text": cell, "opportunity": f"o{index + 1}"}]
            else:
                stage[key] = cell if key in ONE_TEXT else [cell]
        stages.append(stage)
    return {"stages": stages}


def utility(source):
    marks = []

    def add(stage, lever, mark, note):
        marks.append({"id": f"u{len(marks) + 1}", "stage": stage, "lever": lever, "mark": mark, "note": note})

    levers = list(LEVERS.values())
    for line, row in enumerate(source["rows"]):
        for index, cell in enumerate(row["cells"]):
            mark = MARKS[(index + line) % 3]
            if row["label"] == SPARE_ROW:
                add(SPARE_STAGE, levers[index], mark, cell)
            else:
                add(STAGES[source["stages"][index]], LEVERS[row["label"]], mark, cell)
    add(SPARE_STAGE, levers[0], "today", source["subtitle"])
    return marks


def opportunities(source):
    """Its rows. They answer nothing: the table would print the words of pains and marks a second time."""
    rows = []
    for index, row in enumerate(source["rows"]):
        name, *scores, _, note = row
        one = {"id": f"o{index + 1}", "name": name, "description": note, "kind": "improvement", "origin": "outside-in"}
        if index == 0:
            one["wants"] = source["subtitle"]
        one |= {key: (int(score) + 1) // 2 for key, score in zip(SCORES, scores, strict=True)}
        rows.append(one | {"evidence": "observed"})
    return rows


def solution(source):
    scores = dict.fromkeys(["investment", "effort", "marketRisk", "technologyRisk", "change"], 3)
    return {"id": "s1", "opportunity": "o1", "name": source["title"]} | scores


def sentences(paragraph):
    *others, last = paragraph.split(". ")
    return [sentence + "." for sentence in others] + [last]


def measure(bullet):
    """A bullet as a measure and, its last two words, a target."""
    words = bullet.split()
    return {"measure": " ".join(words[:-2]), "target": " ".join(words[-2:])}


def concept(source):
    paragraphs, lists = {}, {}
    for section in source["sections"]:
        paragraph, bullets = CONCEPT[section["title"]]
        paragraphs.setdefault(paragraph, []).append(section["text"])
        lists[bullets] = section["bullets"]
    whole = {key: " ".join(texts) for key, texts in paragraphs.items()}
    return {
        "id": "c1",
        "solution": "s1",
        "tagline": source["subtitle"],
        "description": whole["description"],
        "experience": sentences(whole["experience"]),
        "benefits": lists["benefits"],
        "emotions": lists["emotions"],
        "value": lists["value"],
        "organisation": {
            "resources": lists["resources"],
            "processes": [{"text": bullet, "change": "new"} for bullet in lists["processes"]],
            "structure": whole["structure"],
            "kpis": [measure(bullet) for bullet in lists["kpis"]],
        },
        "responsibilities": {
            "development": whole["development"],
            "implementation": whole["implementation"],
        },
    }


def table(source):
    """With bars; the last column's figures end below each other."""
    rows = [source["columns"], ["---"] * (len(source["columns"]) - 1) + ["---:"], *source["rows"]]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def chapter(source):
    blocks = []
    for section in source["sections"]:
        blocks.append("## " + section["title"])
        blocks += (textwrap.fill(text, 98, break_on_hyphens=False) for text in section["paragraphs"])
        if "table" in section:
            blocks.append(table(section["table"]))
    return {"title": source["title"], "text": Block("\n\n".join(blocks) + "\n")}


def report(source):
    fields = {field["label"]: field["value"] for field in source["fields"]}
    return {
        "title": source["title"],
        "authors": [fields["Autrice"]],
        "chapters": [chapter(one) for one in source["chapters"]],
    }


def workbook(source):
    book = {"canvaspress": 1, "language": "it", "project": project(source["bmc"])}
    model = business_model(source["bmc"])
    if "journey" in source:
        book["personas"] = [persona(one, index + 1) for index, one in enumerate(source["personas"])]
        book["journeys"] = [journey(source["journey"])]
        book["utility"] = utility(source["utility"])
        book["opportunities"] = opportunities(source["opportunity"])
        book["solutions"] = [solution(source["concept"])]
        book["concepts"] = [concept(source["concept"])]
        model = {"concept": "c1"} | model
    if "report" in source:
        book["report"] = report(source["report"])
    return book | {"businessModel": model}


def main(paths):
    if not paths or len(paths) % 2:
        sys.exit(__doc__)
    for source, target in zip(paths[::2], paths[1::2]):
        with open(source, encoding="utf-8") as file:
            book = workbook(yaml.load(file, Loader))
        with open(target, "w", encoding="utf-8") as file:
            yaml.dump(book, file, Dumper, allow_unicode=True, sort_keys=False, width=100)


if __name__ == "__main__":
    main(sys.argv[1:])
