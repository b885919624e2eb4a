"""The quality of a framework: what its structure allows and a maintainer would still want to know.

`quality_findings` looks at the canonical data, so a framework in RDF is judged like one in files; only the
places in the files are missing then. There is one module for each concern; what is known of sites on the web
is in `urls.toml`.
"""

from rsetk_ld.findings import Finding
from rsetk_ld.framework import Source

__all__ = ["quality_findings"]


def quality_findings(source: Source) -> list[Finding]:
    """Return what is wrong or doubtful in a compiled framework, in the order of its files.

    Nothing is found where the source gave no framework; why is among the findings of the source itself.
    """
    if source.framework is None:
        return []
    from rsetk_ld.validation.quality import (
        addresses,
        hierarchy,
        identity,
        labels,
        lifecycle,
        links,
        mappings,
        prerequisites,
        repeats,
        roles,
        scales,
        skills,
        teaching,
        texts,
    )
    from rsetk_ld.validation.quality.report import Report

    report = Report(source, source.framework)
    for concern in (
        identity,
        scales,
        hierarchy,
        labels,
        texts,
        repeats,
        links,
        prerequisites,
        mappings,
        skills,
        teaching,
        roles,
        lifecycle,
        addresses,
    ):
        concern.check(report)
    order = {document.name: place for place, document in enumerate(source.documents)}
    return sorted(report.findings, key=lambda f: (order.get(f.file, 0), f.line or 0, f.column or 0, f.code))
