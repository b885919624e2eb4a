"""What the tests of the framework's content share: the files, the entries, the texts."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from rsetk_ld.framework import Framework, compile_framework

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "framework"
SHARED = ROOT.parent / "shared" / "data"
README = FOLDER / "README.md"
LEVELS = ("awareness", "working", "practitioner", "expert")

Entry = Mapping[str, Any]


@cache
def framework() -> Framework:
    """Return the framework as its files say, without any cache."""
    source = compile_framework(FOLDER)
    assert source.framework is not None
    assert source.valid
    return source.framework


def key(iri: str) -> str:
    """Return the last part of an IRI."""
    return iri.rpartition("/")[2]


def entries(class_name: str) -> dict[str, Entry]:
    """Return the entries of a class by key."""
    return {key(entry["id"]): entry for entry in framework().entries(class_name)}


def words(text: str) -> list[str]:
    """Return the words of a text in small letters.

    >>> words("Reads a co-worker's code.")
    ['reads', 'a', 'co', "worker's", 'code']
    """
    return re.findall(r"\w+(?:['’]\w+)*", text.lower())


class Demonstration(NamedTuple):
    """A sentence, with the keys of its skill and level."""

    skill: str
    level: str
    text: str


@cache
def demonstrations() -> list[Demonstration]:
    """Return every demonstration of every skill."""
    return [
        Demonstration(skill, key(descriptor["level"]), one["text"]["en"])
        for skill, entry in entries("Skill").items()
        for descriptor in entry.get("descriptors", ())
        for one in descriptor["demonstrations"]
    ]


TITLES = {"LearningResource", "Provider", "Tool"}
"""Classes whose labels are names given by others."""


def own_texts() -> Iterator[tuple[str, str]]:
    """Yield the texts that are ours, with the path to them; alternative labels and names by others are not."""
    for name in ("Domain", "Competency", "Skill", "LevelScale", "Tool", "LearningResource", "RoleProfile"):
        for at, entry in entries(name).items():
            for path, text in _texts(entry, f"{name} {at}"):
                if not (name in TITLES and path.endswith(" label")):
                    yield path, text


def _texts(node: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(node, Mapping):
        if set(node) <= {"en"} and node:
            yield path, node["en"]
            return
        for slot, value in node.items():
            if slot != "alt_labels":
                yield from _texts(value, f"{path} {slot}")
    elif isinstance(node, list):
        for place, value in enumerate(node):
            yield from _texts(value, f"{path} {place}")


def table(heading: str) -> list[list[str]]:
    """Return the rows of the first table below a heading of the README, cell by cell."""
    text = README.read_text(encoding="utf-8")
    part = re.split(rf"^## {re.escape(heading)}$", text, flags=re.MULTILINE)[1]
    lines = [line for line in re.split(r"^## ", part, flags=re.MULTILINE)[0].splitlines() if line[:1] == "|"]
    return [[cell.strip().strip("`") for cell in line.strip("|").split("|")] for line in lines[2:]]
