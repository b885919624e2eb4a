"""What the schema says about classes, slots and values, read from `generated/types.json`.

The table drives everything that the run time does with data: the authoring form, RDF in both directions,
the schemas for editors. No other module knows the name of a predicate.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

# `importlib.resources` would find the files in a zip too, and costs a tenth of the time of a small run.
PACKAGE = Path(__file__).parent

ValueKind = Literal[
    "texts", "tagged", "string", "integer", "decimal", "boolean", "date", "iri", "enum", "reference", "part"
]


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot of one class.

    `authored` is its name in the files that people write; `keyed`, `keyed_by`, `numbered` and `short` say how
    parts are abbreviated there (see the annotations at the head of `schema/rsetk.yaml`).
    """

    name: str
    iri: str
    value: ValueKind
    authored: str
    range: str = ""
    many: bool = False
    required: bool = False
    symmetric: bool = False
    derived: bool = False
    inherit: bool = False
    keyed: bool = False
    numbered: bool = False
    keyed_by: str = ""
    short: str = ""
    inverse: str = ""
    refers: str = ""
    default: str = ""
    pattern: str = ""
    minimum: float | None = None
    maximum: float | None = None
    description: str = ""


@dataclass(frozen=True, slots=True)
class Class:
    """One class of the model, with its own IRI first among the `types` it has in RDF."""

    name: str
    types: tuple[str, ...]
    slots: Mapping[str, Slot]
    kind: str = ""
    document: bool = False
    description: str = ""
    by_predicate: Mapping[str, Slot] = field(default_factory=dict)
    by_authored: Mapping[str, Slot] = field(default_factory=dict)
    defaults: Mapping[str, str] = field(default_factory=dict)

    @property
    def iri(self) -> str:
        """The IRI of the class itself."""
        return self.types[0]


@dataclass(frozen=True, slots=True)
class Enum:
    """The values of an enumeration: IRI by text, and text by the name that people write."""

    name: str
    iris: Mapping[str, str]
    texts: Mapping[str, str]
    authored: Mapping[str, str]
    descriptions: Mapping[str, str]


class Vocabulary:
    """The classes, enumerations and prefixes of the schema.

    >>> skill = vocabulary().classes["Skill"]
    >>> skill.kind, skill.slots["label"].iri
    ('skill', 'http://www.w3.org/2004/02/skos/core#prefLabel')
    """

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.version: str = table["version"]
        self.prefixes: dict[str, str] = table["prefixes"]
        self.classes = {name: _class(name, facts) for name, facts in table["classes"].items()}
        self.enums = {name: _enum(name, values) for name, values in table["enums"].items()}
        self.by_iri = {cls.iri: cls for cls in self.classes.values()}
        self.kinds = {cls.kind: cls for cls in self.classes.values() if cls.kind}

    def prefixes_for(self, base: str, prefix: str = "") -> dict[str, str]:
        """Return the prefixes for a framework with this base IRI: one per kind, before all others.

        >>> vocabulary().prefixes_for("https://fw.example/", "fw")["fw-skill"]
        'https://fw.example/skill/'
        """
        lead = f"{prefix}-" if prefix else ""
        own = {f"{lead}{kind}": f"{base}{kind}/" for kind in self.kinds}
        return {**{p: iri for p, iri in self.prefixes.items() if p not in own}, **own}


def _class(name: str, facts: Mapping[str, Any]) -> Class:
    slots = {}
    for slot, given in facts["slots"].items():
        named = {key: value for key, value in given.items() if key != "authored_as"}
        if named.get("refers") == "same":
            named["refers"] = name
        slots[slot] = Slot(name=slot, authored=given.get("authored_as", slot), **named)
    return Class(
        name=name,
        types=tuple(facts["types"]),
        slots=slots,
        kind=facts.get("kind", ""),
        document=facts.get("document", False),
        description=facts["description"],
        by_predicate={slot.iri: slot for slot in slots.values()},
        by_authored={slot.authored: slot for slot in slots.values() if not slot.derived},
        defaults={slot.name: slot.default for slot in slots.values() if slot.default},
    )


def _enum(name: str, values: Mapping[str, Any]) -> Enum:
    authored = {facts.get("authored_as", text): text for text, facts in values.items()}
    return Enum(
        name=name,
        iris={text: facts["iri"] for text, facts in values.items()},
        texts={facts["iri"]: text for text, facts in values.items()},
        authored=authored,
        descriptions={text: facts["description"] for text, facts in values.items()},
    )


def generated_text(name: str) -> str:
    """Return the text of a file in `rsetk_ld/generated/`, such as `shapes.ttl`."""
    return (PACKAGE / "generated" / name).read_text(encoding="utf-8")


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary of the installed schema."""
    return Vocabulary(json.loads(generated_text("types.json")))
