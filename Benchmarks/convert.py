#!/usr/bin/env python3
"""Puts the words of a benchmark's inputs into canvaspress workbooks.

    convert.py INPUT.yaml OUTPUT.yml [INPUT.yaml OUTPUT.yml ...]

Every bullet, cell, quote and value is kept, word for word. What has no home yet:
  - utility, opportunity and concept: no canvas prints them, so they stay out;
  - of persona and journey, titles of sheets, sections and rows: they are the catalogue's (Obiettivi is, Azioni is Fa);
  - the journey's subtitle: project.product, the one free field of the head, holds the Business Model Canvas's.
"""
import sys
import yaml

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

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


def journey(source):
    stages = []
    for index, name in enumerate(source["stages"]):
        stage = {"stage": f"stage-{index + 1}", "name": name, "feeling": {"mood": mood(source["curve"][index])}}
        for row in source["rows"]:
            key, cell = ROWS[row["label"]], row["cells"][index]
            stage[key] = cell if key in ONE_TEXT else [cell]
        stages.append(stage)
    return {"stages": stages}


def workbook(source):
    book = {"canvaspress": 1, "language": "it", "project": project(source["bmc"])}
    if "personas" in source:
        book["personas"] = [persona(one, index + 1) for index, one in enumerate(source["personas"])]
    if "journey" in source:
        book["journeys"] = [journey(source["journey"])]
    return book | {"businessModel": business_model(source["bmc"])}


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
