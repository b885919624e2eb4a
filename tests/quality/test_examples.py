"""Every finding about frameworks has an example that shows it, and only it."""

from pathlib import Path

import pytest

from rsetk_ld.findings import Finding, catalogue
from rsetk_ld.framework import Source, compile_framework
from rsetk_ld.validation.quality import quality_findings

EXAMPLES = Path(__file__).parent.parent / "data" / "invalid" / "framework"
WITHOUT_EXAMPLE = {
    "F001": "found while files are merged; see tests/examples",
    "F003": "files cannot show it, since the link back is added on reading; see test_canonical.py",
    "F036": "found while files are merged; see tests/examples",
}
"""Codes without an example here, with the reason."""

FOLDERS = sorted(path for path in EXAMPLES.glob("F*") if path.name[:4] not in WITHOUT_EXAMPLE)

WITHOUT_LINE = {"F045": "something is missing from the file as a whole"}


def findings_of(folder: Path) -> tuple[Source, list[Finding]]:
    """Compile a folder and return the findings of compiler and quality checks."""
    source = compile_framework(folder)
    return source, [*source.findings, *quality_findings(source)]


def marked_lines(folder: Path) -> set[tuple[str, int]]:
    """Return file and number of the lines that end in the comment `# here`."""
    return {
        (str(path), number)
        for path in folder.rglob("*.yaml")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if line.endswith("# here")
    }


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_example_shows_its_finding(folder: Path) -> None:
    code = folder.name[:4]
    _, found = findings_of(folder)
    assert code in {finding.code for finding in found}, found
    if code not in WITHOUT_LINE:
        places = {(finding.file, finding.line) for finding in found if finding.code == code}
        assert places == marked_lines(folder)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_example_shows_nothing_else(folder: Path) -> None:
    code = folder.name[:4]
    _, found = findings_of(folder)
    others = [f"{f.code} {f.line}: {f.message}" for f in found if f.code != code and f.severity != "info"]
    assert not others


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_message_is_complete(folder: Path) -> None:
    _, found = findings_of(folder)
    for finding in found:
        assert finding.message
        assert "{" not in finding.message
        assert finding.file
        assert (
            finding.source
            == (folder / "framework.yaml").read_text(encoding="utf-8").split("\n")[finding.line - 1]
        )


def test_every_code_has_an_example() -> None:
    shown = {folder.name[:4] for folder in FOLDERS}
    wanted = {code for code in catalogue() if code.startswith("F")}
    assert shown | set(WITHOUT_EXAMPLE) == wanted
    assert not shown & set(WITHOUT_EXAMPLE)
