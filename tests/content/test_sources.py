"""Titles and addresses are those of the data that they are attributed to, but for what the README lists."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest
from framework_content import SHARED, entries, table
from mapping_sets import named

DIRECT = SHARED / "direct-2.0.0"
DRAFT = SHARED / "rse-competencies-toolkit-2023" / "resources_list.csv"
HEADING = "Names and addresses that differ from the source"

Difference = tuple[str, str, str]
"""Kind and key of an entry, what the source says, and what stands here."""


@cache
def listed(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file of others, without the spaces around the values."""
    if not path.is_file():
        pytest.skip(f"there is no {path}")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [{name: (value or "").strip() for name, value in row.items()} for row in csv.DictReader(file)]


def differences(
    entry: str, ours: dict[str, str], source: list[dict[str, str]], **columns: str
) -> list[Difference]:
    """Compare an entry with the row of a source that shares most with it.

    >>> source = [{"name": "Sphynx", "url": "https://sphinx.org"}, {"name": "Make", "url": "https://make.org"}]
    >>> differences(
    ...     "tool sphinx", {"label": "Sphinx", "url": "https://sphinx.org"}, source, label="name", url="url"
    ... )
    [('tool sphinx', 'Sphynx', 'Sphinx')]
    """
    theirs = max(
        source, key=lambda row: nearness([(ours[slot], row[name]) for slot, name in columns.items()])
    )
    return [
        (entry, theirs[name], ours[slot])
        for slot, name in columns.items()
        if not same(ours[slot], theirs[name])
    ]


def nearness(pairs: list[tuple[str, str]]) -> tuple[int, int]:
    """Return how many pairs are the same, and how many letters of them are."""
    return sum(same(*pair) for pair in pairs), sum(
        a == b for pair in pairs for a, b in zip(*pair, strict=False)
    )


def same(ours: str, theirs: str) -> bool:
    """Say whether two names or addresses are the same, however the address is escaped."""
    return unquote(ours) == unquote(theirs)


def plain(name: str) -> str:
    """Return a name of a tool without capitals, hyphens and what stands in brackets.

    >>> plain("Test-driven development (TDD)")
    'testdrivendevelopment'
    """
    return re.sub(r"\W+", "", re.sub(r"\(.*?\)", "", name).lower())


def resources_from(place: str) -> dict[str, dict[str, str]]:
    """Return title and address of the resources that were found in a place."""
    return {
        f"resource {name}": {"label": each["label"]["en"], "url": each["url"]}
        for name, each in entries("LearningResource").items()
        if place in each["found_in"]
    }


def of_resources() -> Iterator[Difference]:
    found = resources_from("https://doi.org/10.5281/zenodo.19485964")
    assert len(found) == 188
    for entry, ours in found.items():
        yield from differences(entry, ours, listed(DIRECT / "learning_resource.csv"), label="name", url="url")
    found = resources_from("https://github.com/RSEToolkit/rse-competencies-toolkit")
    assert len(found) == 37
    for entry, ours in found.items():
        yield from differences(entry, ours, listed(DRAFT), label="title", url="link")


def of_providers() -> Iterator[Difference]:
    source = {row["slug"]: row for row in listed(DIRECT / "provider.csv")}
    found = entries("Provider").keys() & source.keys()
    assert len(found) == 60
    for name in sorted(found):
        each = entries("Provider")[name]
        ours = {"label": each["label"]["en"], "url": each.get("url", ""), "ror": each.get("ror", "")}
        columns = {"label": "name", "url": "url", "ror": "ror"}
        yield from differences(f"provider {name}", ours, [source[name]], **columns)


def of_tools() -> Iterator[Difference]:
    source = {row["slug"]: row for row in listed(DIRECT / "tool_language_methodology.csv")}
    pairs = [(row["subject_id"], row["object_id"]) for row in named("direct-tools")]
    assert len(pairs) == len(entries("Tool"))
    for subject, object_ in pairs:
        name = subject.removeprefix("tool:")
        each, row = entries("Tool")[name], source[object_.removeprefix("direct-tool:")]
        ours = {"label": each["label"]["en"], "url": each["url"]}
        if plain(ours["label"]) == plain(row["name"]):
            row = {**row, "name": ours["label"]}
        yield from differences(f"tool {name}", ours, [row], label="name", url="url")


@pytest.mark.parametrize(
    ("compare", "kind"),
    [(of_resources, "resource"), (of_providers, "provider"), (of_tools, "tool")],
    ids=["resources", "providers", "tools"],
)
def test_what_differs_is_listed_with_a_reason(compare: Callable[[], Iterable[Difference]], kind: str) -> None:
    rows = [row for row in table(HEADING) if row[0].startswith(kind)]
    assert all(reason for *_, reason in rows)
    assert sorted(compare()) == sorted((entry, theirs, ours) for entry, theirs, ours, _ in rows)


def test_what_is_listed_stands_in_the_framework() -> None:
    """Without the data of others, at least our half of the list is compared."""
    classes = {"resource": "LearningResource", "provider": "Provider", "tool": "Tool"}
    for entry, theirs, ours, _ in table(HEADING):
        kind, name = entry.split()
        each = entries(classes[kind])[name]
        assert ours in {each["label"]["en"], each["url"]}, entry
        assert ours != theirs, entry
