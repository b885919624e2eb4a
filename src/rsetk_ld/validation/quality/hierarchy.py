"""The hierarchy from domain to skill: everything has its place, nothing is beside and above at once."""

from collections.abc import Iterable, Mapping

from rsetk_ld.validation.quality.graphs import Graph, reachable
from rsetk_ld.validation.quality.report import KINDS, MATCHES, Entry, Report

PARENT = {"Competency": "domain", "Skill": "competency"}
PARENT_CLASS = {"domain": "Domain", "competency": "Competency"}


def check(report: Report) -> None:
    """Report entries without a place, empty groups, and what breaks S27, S9 or S37 of SKOS."""
    _outside(report)
    _empty(report)
    _related_above(report)
    _scheme_and_concept(report)


def _outside(report: Report) -> None:
    """Report entries that belong nowhere, unless the framework has no such groups at all."""
    for name, parent in PARENT.items():
        if not report.living(PARENT_CLASS[parent]):
            continue
        for entry in report.living(name):
            if report.lacks(entry, parent):
                report.add("F013", entry["id"], parent=parent)


def _empty(report: Report) -> None:
    filled = {entry.get(parent) for name, parent in PARENT.items() for entry in report.living(name)}
    for entry in report.living("Domain", "Competency"):
        if entry["id"] not in filled:
            report.add("F014", entry["id"])
    for scale in report.living("LevelScale"):
        if not scale.get("levels"):
            report.add("F014", scale["id"])


# ---------------------------------------------------------------- S27

Statements = Mapping[str, Mapping[str, Iterable[str]]]


def related_to_ancestors(statements: Statements) -> list[tuple[str, str, str]]:
    """Return (node, slot, ancestor) for every link `related` or `related_match` into a node's own ancestors.

    `broad_match` is a kind of `broader`, `narrow_match` its inverse, and `related_match` a kind of `related`,
    so mappings count as much as the hierarchy does, in either direction and through concepts elsewhere.

    >>> related_to_ancestors({"a": {"related": ["b"], "broad_match": ["x"]}, "b": {"narrow_match": ["x"]}})
    [('a', 'related', 'b')]
    """
    above: dict[str, list[str]] = {}
    for node, slots in statements.items():
        for slot in ("domain", "competency", "broad_match"):
            above.setdefault(node, []).extend(slots.get(slot, ()))
        for other in slots.get("narrow_match", ()):
            above.setdefault(other, []).append(node)
    reach: dict[str, set[str]] = {}
    found: dict[frozenset[str], tuple[str, str, str]] = {}
    for node, slots in statements.items():
        for slot in ("related", "related_match"):
            for other in slots.get(slot, ()):
                for one, two in ((node, other), (other, node)):
                    if two in _above(above, reach, one):
                        found.setdefault(frozenset((node, other)), (node, slot, other))
    return list(found.values())


def _above(above: Graph, reach: dict[str, set[str]], node: str) -> set[str]:
    if node not in reach:
        reach[node] = reachable(above, node)
    return reach[node]


def _related_above(report: Report) -> None:
    slots = ("domain", "competency", "related", *MATCHES)
    statements = {
        entry["id"]: {slot: _many(entry[slot]) for slot in slots if slot in entry}
        for entry in report.entries(*KINDS)
    }
    for iri, slot, other in related_to_ancestors(statements):
        if iri == other or _direct(statements[iri], other):
            continue
        here, there = report.written(iri, slot, other) if slot == "related" else (iri, other)
        report.add("F032", here, slot, there, other=report.name(there))


def _many(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _direct(slots: Mapping[str, list[str]], other: str) -> bool:
    """Say whether two mappings of one entry contradict each other outright, which is reported as such."""
    return other in slots.get("related_match", ()) and any(
        other in slots.get(slot, ()) for slot in ("broad_match", "narrow_match")
    )


# ---------------------------------------------------------------- S9 and S37


def _scheme_and_concept(report: Report) -> None:
    """Report IRIs that stand for a scheme, by being a framework or a scale, and for a concept."""
    schemes = {report.framework.iri: "framework"}
    schemes |= {scale["id"]: "scale" for scale in report.entries("LevelScale")}
    concepts = [name for name in KINDS if "definition" in report.vocabulary.classes[name].slots]
    for name in concepts:
        if name == "LevelScale":
            continue
        for entry in report.entries(name):
            if entry["id"] in schemes:
                what = f"a {schemes[entry['id']]} and a {report.vocabulary.classes[name].kind}"
                report.add("F035", entry["id"], name=entry["id"], what=what)
            _mapped_to_scheme(report, entry, schemes)


def _mapped_to_scheme(report: Report, entry: Entry, schemes: Mapping[str, str]) -> None:
    for slot in MATCHES:
        for other in entry.get(slot, ()):
            if other in schemes:
                what = f"a {schemes[other]}, and a mapping makes it a concept"
                report.add("F035", entry["id"], slot, other, name=report.name(other), what=what)
