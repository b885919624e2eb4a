"""PyYAML's dumper, told which words other readers of YAML might take for something else."""

from __future__ import annotations

import math
import re
from typing import Any

import yaml

from rsetk_ld.documents.core_schema import FLOAT

# PyYAML breaks a line after the word that crosses this, so lines stay below 110 or so.
_WIDTH = 100

# Beyond what PyYAML quotes by itself (YAML 1.1): words that YAML 1.2, or strict YAML 1.1, reads as no text.
_AMBIGUOUS = (
    ("tag:yaml.org,2002:float", FLOAT, "+-.0123456789"),
    ("tag:yaml.org,2002:int", r"[-+]?0[oOxXbB][0-9a-fA-F_]+|[-+]?[0-9][0-9_]*", "+-0123456789"),
    ("tag:yaml.org,2002:int", r"[-+]?[0-9][0-9_]*(?::[0-9_]+)+(?:\.[0-9_]*)?", "+-0123456789"),
    ("tag:yaml.org,2002:bool", r"y|Y|n|N", "yYnN"),
    ("tag:yaml.org,2002:timestamp", r"[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?[Tt \t].*", "0123456789"),
    # Markers that some readers take for the end of the document.
    ("tag:yaml.org,2002:null", r"(?:---|\.\.\.).*", "-."),
)


class _ReadableDumper(yaml.SafeDumper):
    """Pure Python: libyaml escapes every character above U+FFFF, so the text would depend on the machine."""

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def represent_text(self, data: str) -> yaml.ScalarNode:
        return self.represent_scalar("tag:yaml.org,2002:str", data, style=_style(data))

    def represent_finite(self, data: float) -> yaml.ScalarNode:
        if not math.isfinite(data):
            raise ValueError(f"{data} is not a number that JSON can carry")
        return self.represent_float(data)


def _add_ambiguous(dumper: type[_ReadableDumper]) -> None:
    resolvers = {first: list(rules) for first, rules in yaml.SafeDumper.yaml_implicit_resolvers.items()}
    for first in "0123456789":
        # Dates stay plain: our reader and YAML 1.2 keep them text, and people write them so.
        resolvers[first] = [rule for rule in resolvers[first] if rule[0] != "tag:yaml.org,2002:timestamp"]
    dumper.yaml_implicit_resolvers = resolvers
    for tag, expression, firsts in _AMBIGUOUS:
        dumper.add_implicit_resolver(tag, re.compile(f"^(?:{expression})$"), list(firsts))


_add_ambiguous(_ReadableDumper)
_ReadableDumper.add_representer(str, _ReadableDumper.represent_text)
_ReadableDumper.add_representer(float, _ReadableDumper.represent_finite)

_LONG = 80
# Line breaks other than the line feed must be escaped: YAML 1.1 and 1.2 treat them differently.
_NEEDS_ESCAPE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def _style(text: str) -> str | None:
    """The scalar style that shows a text best and gives it back exactly; None leaves it to PyYAML.

    >>> _style("short"), _style("a text of many words " * 8 + "end"), _style("two\\nlines"), _style("\\x85")
    (None, '>', '|', '"')
    """
    if _NEEDS_ESCAPE.search(text):
        return '"'
    if "\n" in text:
        lines = text.removesuffix("\n").split("\n")
        tidy = lines[0].strip() and not any(line != line.strip(" ") and line.endswith(" ") for line in lines)
        return "|" if tidy and not lines[0].startswith(" ") and not text.endswith("\n\n") else '"'
    if len(text) > _LONG:
        return ">" if text == text.strip(" ") and "  " not in text else '"'
    return None


def dump(data: Any) -> str:
    """The YAML text of plain data."""
    text: str = yaml.dump(
        data,
        Dumper=_ReadableDumper,
        sort_keys=False,
        default_flow_style=False,
        allow_unicode=True,
        width=_WIDTH,
    )
    return text
