"""Deprecation: what is retired says what takes its place, and nothing living leans on it."""

from rsetk_ld.validation.quality.report import KINDS, Entry, Report


def check(report: Report) -> None:
    """Report missing, useless and premature successors, and links to deprecated entries."""
    for entry in report.entries(*KINDS):
        if entry.get("replaced_by"):
            if not entry.get("deprecated"):
                report.add("F027", entry["id"], "replaced_by")
            for other in entry["replaced_by"]:
                _successor(report, entry["id"], other)
        elif entry.get("deprecated") and "scope_note" in report.class_of[entry["id"]].slots:
            _without_successor(report, entry)
    _links(report)


def _without_successor(report: Report, entry: Entry) -> None:
    """Report a retired concept, which profiles may refer to, unless its scope note can tell why it ended."""
    if not entry.get("scope_note"):
        report.add("F024", entry["id"], "deprecated")


def _successor(report: Report, iri: str, other: str) -> None:
    what, last = "", ""
    if other == iri:
        what = "is the entry itself"
    elif other not in report.by_iri:
        # A successor in another framework is none of our business.
        what = "is not in the framework" if report.is_own(other) else ""
    elif report.class_of[other] is not report.class_of[iri]:
        what = f"is a {report.kind(other)}, not a {report.kind(iri)}"
    elif report.is_deprecated(other):
        what, last = "is deprecated itself", _last(report, other)
    if what:
        report.add("F025", iri, "replaced_by", other, suggestion=last, other=report.name(other), what=what)


def _last(report: Report, iri: str) -> str:
    """Return where a chain of successors ends; nothing where it forks, breaks or runs in a circle."""
    seen = {iri}
    while report.is_deprecated(iri):
        following = report.by_iri[iri].get("replaced_by", [])
        if len(following) != 1 or following[0] in seen or following[0] not in report.by_iri:
            return ""
        iri = following[0]
        seen.add(iri)
    return f"{report.kind(iri)}:{report.name(iri)}"


def _links(report: Report) -> None:
    for link in report.links:
        if not report.is_deprecated(link.other) or report.is_deprecated(link.iri) or link.iri == link.other:
            continue
        slot = report.class_of[link.iri].slots[str(link.steps[0])]
        # What was retired may keep its links; the other end of a symmetric one is made by the toolkit.
        if slot.symmetric and not report.states(link.iri, slot.name, link.other):
            continue
        steps = link.steps
        report.add("F026", link.iri, *steps, kind=report.kind(link.other), other=report.name(link.other))
