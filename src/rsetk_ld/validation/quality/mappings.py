"""Mappings to other frameworks: they must not contradict each other, alone or together (SKOS S46)."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from rsetk_ld.validation.quality.graphs import both_ways, classes, shortest_path
from rsetk_ld.validation.quality.report import KINDS, MATCHES, Entry, Report

APART = ("broad_match", "narrow_match", "related_match")
"""What cannot hold between concepts that an exact match joins."""


class Contradiction(NamedTuple):
    """A mapping that cannot hold beside the exact matches; `chain` leads from its subject to its object."""

    subject: str
    slot: str
    object: str
    chain: list[str]


def contradictions(statements: Mapping[str, Mapping[str, Iterable[str]]]) -> list[Contradiction]:
    """Return the broad, narrow and related matches between concepts that exact matches make the same.

    Exact match is symmetric and transitive, so two entries of ours that are mapped to one concept elsewhere
    are mapped to each other, and to whatever either of them is mapped to. Each pair is returned once, since
    broad and narrow match are inverses and related match is symmetric.

    >>> found = contradictions({
    ...     "a": {"exact_match": ["x"], "broad_match": ["y"]},
    ...     "b": {"exact_match": ["x", "y"]},
    ... })
    >>> found[0].subject, found[0].object, found[0].chain
    ('a', 'y', ['a', 'x', 'b', 'y'])
    """
    exact = [(node, other) for node, slots in statements.items() for other in slots.get("exact_match", ())]
    same = classes(exact)
    graph = both_ways(exact)
    found: dict[frozenset[str], Contradiction] = {}
    for node, slots in statements.items():
        for slot in APART:
            for other in slots.get(slot, ()):
                pair = frozenset((node, other))
                if node in same and same[node] == same.get(other) and len(pair) == 2 and pair not in found:
                    found[pair] = Contradiction(node, slot, other, shortest_path(graph, node, other))
    return list(found.values())


def check(report: Report) -> None:
    """Report contradictory mappings and mappings that stay inside the framework."""
    entries = [entry for entry in report.entries(*KINDS) if any(slot in entry for slot in MATCHES)]
    statements = {entry["id"]: {slot: entry[slot] for slot in MATCHES if slot in entry} for entry in entries}
    for found in contradictions(statements):
        through = [report.name(iri) for iri in found.chain[1:-1]]
        report.add(
            "F033",
            found.subject,
            found.slot,
            found.object,
            other=report.name(found.object),
            predicate=_spoken(found.slot),
            chain=f", by way of {', '.join(through)}" if through else "",
        )
    for entry in entries:
        _two_ways(report, entry)
        _inside(report, entry)


def _two_ways(report: Report, entry: Entry) -> None:
    """Report targets with several relations, where that is not a contradiction reported already."""
    relations: dict[str, list[str]] = {}
    for slot in MATCHES:
        for other in entry.get(slot, ()):
            relations.setdefault(other, []).append(slot)
    for other, slots in relations.items():
        contradiction = slots[0] == "exact_match" and set(slots[1:]) <= set(APART)
        if len(slots) > 1 and not contradiction:
            names = " and ".join(_spoken(slot) for slot in slots)
            report.add("F052", entry["id"], slots[-1], other, other=report.name(other), names=names)


def _inside(report: Report, entry: Entry) -> None:
    """Report mappings into the framework itself, except between levels of two scales, which compare these.

    Mappings to a scheme are worse and reported as such.
    """
    iri = entry["id"]
    for slot in MATCHES:
        for other in entry.get(slot, ()):
            scheme = other in report.class_of and report.class_of[other].name in {"Framework", "LevelScale"}
            if other == iri or scheme or not report.is_own(other):
                continue
            scales = {report.scale_of.get(iri), report.scale_of.get(other)}
            if report.class_of[iri].name == "Level" and len(scales) == 2 and None not in scales:
                continue
            report.add("F044", iri, slot, other, other=report.name(other))


def _spoken(slot: str) -> str:
    return slot.replace("_", " ")
