"""Judges YAML texts by a JSON Schema, as an editor would: judge.py schema.json texts.json.

texts.json is a list of texts; the answer is a list with null for each good one, else the first error.
"""
import json
import re
import sys

import yaml
from jsonschema import Draft202012Validator


class Core(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """YAML 1.2's core schema: numbers as numbers, dates as strings, keys as strings, no merge keys."""

    yaml_implicit_resolvers = {}

    def mapping(self, node):
        return {str(key.value): self.construct_object(value, deep=True) for key, value in node.value}

    def integer(self, node):
        text = node.value
        return int(text, 8) if text.startswith("0o") else int(text, 16) if text.startswith("0x") else int(text)

    def number(self, node):
        return float(node.value.lower().replace(".inf", "inf").replace(".nan", "nan"))

    def truth(self, node):
        return node.value.lower() == "true"


for tag, pattern in [
    ("null", r"~|null|Null|NULL|"),
    ("bool", r"true|True|TRUE|false|False|FALSE"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"),
]:
    Core.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(f"^(?:{pattern})$"), None)
for tag, construct in [("map", Core.mapping), ("int", Core.integer), ("float", Core.number), ("bool", Core.truth)]:
    Core.add_constructor("tag:yaml.org,2002:" + tag, construct)


def judge(validator, text):
    error = next(validator.iter_errors(yaml.load(text, Core)), None)
    return error and "/".join(map(str, error.absolute_path)) + ": " + error.message[:200]


schema, texts = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:])
Draft202012Validator.check_schema(schema)
print(json.dumps([judge(Draft202012Validator(schema), text) for text in texts]))
