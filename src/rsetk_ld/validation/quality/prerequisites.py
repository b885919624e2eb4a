"""Prerequisites among skills: no circles, nothing twice."""

from rsetk_ld.validation.quality.graphs import circles, components, reachable
from rsetk_ld.validation.quality.report import Report


def check(report: Report) -> None:
    """Report circles, and links that say what another link says already."""
    graph = {skill["id"]: skill.get("requires", []) for skill in report.entries("Skill")}
    _circles(report, graph)
    _following(report, graph)
    _related(report, graph)


def _circles(report: Report, graph: dict[str, list[str]]) -> None:
    for circle in circles({node: [o for o in others if o in graph] for node, others in graph.items()}):
        names = " → ".join(report.name(iri) for iri in (*circle, circle[0]))
        report.add("F004", circle[0], "requires", circle[1], names=names)


def _following(report: Report, graph: dict[str, list[str]]) -> None:
    for iri, other, via in redundant(graph):
        if not report.is_deprecated(iri):
            report.add("F006", iri, "requires", other, other=report.name(other), via=report.name(via))


def redundant(graph: dict[str, list[str]]) -> list[tuple[str, str, str]]:
    """Return the links a → c for which a → b and a path from b to c exist, as (a, c, b).

    Links on a circle are left out: there each makes the other redundant.

    >>> redundant({"a": ["b", "c"], "b": ["c"], "c": []})
    [('a', 'c', 'b')]
    """
    part = components(graph)
    reach: dict[str, set[str]] = {}
    found = []
    for node, others in graph.items():
        for other in others:
            for via in others:
                if len({part[node], part[other], part[via]}) < 3:
                    continue
                if via not in reach:
                    reach[via] = reachable(graph, via)
                if other in reach[via]:
                    found.append((node, other, via))
                    break
    return found


def _related(report: Report, graph: dict[str, list[str]]) -> None:
    """Report pairs that are linked both ways, at the link `related`, which is the one to remove."""
    for skill in report.entries("Skill"):
        for other in skill.get("related", ()):
            if other in graph[skill["id"]] and other != skill["id"]:
                here, there = report.written(skill["id"], "related", other)
                report.add("F005", here, "related", there, other=report.name(there))
