"""The framework itself: licence, version, and where its identifiers lie."""

import re

from rsetk_ld.validation.quality.report import Report

# https://semver.org, with the numbers of the official expression.
_NUMBER = r"(?:0|[1-9]\d*)"
_LABEL = rf"(?:{_NUMBER}|\d*[A-Za-z-][0-9A-Za-z-]*)"
SEMANTIC = re.compile(
    rf"{_NUMBER}\.{_NUMBER}\.{_NUMBER}(?:-{_LABEL}(?:\.{_LABEL})*)?"
    r"(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?",
    re.ASCII,
)


def check(report: Report) -> None:
    """Report a framework without licence, without a semantic version, or outside its own base."""
    data, iri = report.framework.data, report.framework.iri
    if report.lacks(data, "license"):
        report.add("F045", iri)
    if not SEMANTIC.fullmatch(data["version"]):
        report.add("F046", iri, "version", name=data["version"], suggestion=_mended(data["version"]))
    if not f"{iri}/".startswith(data["base"]):
        report.add("F050", iri, "id", name=iri, base=data["base"])


def _mended(version: str) -> str:
    """Return the semantic version that was probably meant, or nothing.

    >>> _mended("v1.2"), _mended("2026")
    ('1.2.0', '2026.0.0')
    """
    numbers = re.fullmatch(r"[vV]?(\d+)(?:\.(\d+))?(?:\.(\d+))?", version)
    return ".".join(str(int(number or 0)) for number in numbers.groups()) if numbers else ""
