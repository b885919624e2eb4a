"""Links between entries: none to itself, the symmetric ones on both sides."""

from rsetk_ld.validation.quality.report import KINDS, MATCHES, Report


def check(report: Report) -> None:
    """Report links of an entry to itself and links without the link back."""
    _itself(report)
    _one_sided(report)


def _itself(report: Report) -> None:
    for link in report.links:
        if link.iri == link.other:
            report.add("F002", link.iri, *link.steps)
    for entry in report.entries(*KINDS):
        for slot in MATCHES:
            if entry["id"] in entry.get(slot, ()):
                report.add("F002", entry["id"], slot, entry["id"])


def _one_sided(report: Report) -> None:
    """Report what only data made elsewhere show: a symmetric link that is stated on one side."""
    for iri, entry in report.by_iri.items():
        for slot in report.class_of[iri].slots.values():
            if not slot.symmetric:
                continue
            for other in entry.get(slot.name, ()):
                if other in report.by_iri and iri not in report.by_iri[other].get(slot.name, ()):
                    report.add("F003", iri, slot.name, other, other=report.name(other))
