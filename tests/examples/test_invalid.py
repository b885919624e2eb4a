"""Every kind of finding has an example that shows it, at the line that says `# here`.

Findings about frameworks (F) have their examples in `tests/quality`, but for the two that show up while files are
merged.
"""

from datetime import date
from pathlib import Path

import pytest

from rsetk_ld.documents import DEFAULT_LIMITS
from rsetk_ld.findings import MOST, Finding, catalogue
from rsetk_ld.framework import Framework, compile_framework, load_framework, shipped
from rsetk_ld.interchange.direct import import_profile
from rsetk_ld.validation import validate

INVALID = Path(__file__).parent.parent / "data" / "invalid"
LAYERS = {
    "Y": "syntax",
    "S": "structure",
    "R": "references",
    "P": "profiles",
    "G": "graphs",
    "I": "imports",
}
EXAMPLES = sorted(path for layer in LAYERS.values() for path in (INVALID / layer).iterdir())
MERGED = [INVALID / "framework" / "F001-key-twice", INVALID / "framework" / "F036-identity-elsewhere"]

MADE_BY_TESTS = {
    "Y001": "there is no file",
    "Y002": "the file would be larger than the repository",
    "Y009": "a value of more than a million characters",
    "Y018": "hundreds of mistakes",
}
"""Codes without a file, with the reason."""


def code_of(path: Path) -> str:
    return path.name[:4]


def name_of(path: Path) -> str:
    return path.relative_to(INVALID).as_posix()


def framework_for(path: Path) -> Framework | None:
    if path.is_dir() and (path / "framework").is_dir():
        return load_framework(path / "framework")
    return shipped() if path.name.startswith("R009") else None


def file_of(path: Path) -> Path:
    """Return the file to check of an example that may be a folder with a framework of its own."""
    return next(path.glob("profile.*")) if path.is_dir() else path


def findings_of(path: Path) -> list[Finding]:
    framework = framework_for(path)
    if code_of(path).startswith("I"):
        return import_profile(file_of(path), framework or shipped()).findings
    (report,) = validate(file_of(path), framework=framework, today=date(2026, 11, 22))
    return report.findings


def marked_lines(path: Path) -> set[int]:
    text = file_of(path).read_text(encoding="utf-8", errors="replace")
    return {number for number, line in enumerate(text.split("\n"), start=1) if line.endswith("# here")}


@pytest.mark.parametrize("path", EXAMPLES, ids=name_of)
def test_an_example_shows_its_finding_at_the_marked_line(path: Path) -> None:
    found = [finding for finding in findings_of(path) if finding.code == code_of(path)]
    assert found
    marked = marked_lines(path)
    if marked:
        assert {finding.line for finding in found} == marked
        for finding in found:
            assert finding.column
            assert finding.source.endswith("# here")


@pytest.mark.parametrize("path", EXAMPLES, ids=name_of)
def test_an_example_shows_nothing_else(path: Path) -> None:
    others = {f.code for f in findings_of(path) if f.severity != "info"} - {code_of(path)}
    if not code_of(path).startswith("I"):
        assert others == set()


@pytest.mark.parametrize("path", EXAMPLES, ids=name_of)
def test_a_message_reads_as_a_sentence(path: Path) -> None:
    for finding in findings_of(path):
        assert finding.message == finding.message.strip()
        assert "{" not in finding.message.replace("`{", "")
        assert not finding.message.endswith(".")
        assert "None" not in finding.message or "`None`" in finding.message or finding.code.startswith("I")


def test_an_example_lies_in_the_folder_of_its_layer() -> None:
    for path in EXAMPLES:
        assert path.parent.name == LAYERS[code_of(path)[0]]
        assert code_of(path) in catalogue()


def test_every_kind_of_finding_has_an_example() -> None:
    shown = {code_of(path) for path in EXAMPLES} | set(MADE_BY_TESTS)
    assert shown == {code for code in catalogue() if not code.startswith("F")}
    shown_elsewhere = {path.name[:4] for path in (INVALID / "framework").iterdir()} | {"F003"}
    assert shown_elsewhere == {code for code in catalogue() if code.startswith("F")}


@pytest.mark.parametrize("folder", MERGED, ids=name_of)
def test_what_shows_while_files_are_merged(folder: Path) -> None:
    source = compile_framework(folder)
    assert [finding.code for finding in source.findings] == [code_of(folder)]
    lines = {
        (str(path), number)
        for path in folder.glob("*.yaml")
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1)
        if line.endswith("# here")
    }
    assert {(finding.file, finding.line) for finding in source.findings} == lines


def test_a_key_given_twice_names_both_places() -> None:
    (finding,) = compile_framework(MERGED[0]).findings
    first = MERGED[0] / "framework.yaml"
    line = first.read_text(encoding="utf-8").split("\n").index("  testing:") + 1
    assert finding.message == f"skills: `testing` is also in {first}:{line}"
    assert (finding.file, finding.line) == (str(MERGED[0] / "skills.yaml"), 2)


def test_no_file(tmp_path: Path) -> None:
    (report,) = validate(tmp_path / "none.yaml")
    assert [f.message for f in report.findings] == ["cannot be read: no such file"]
    assert [f.code for f in report.findings] == ["Y001"]
    assert not report.readable


@pytest.mark.parametrize("name", ["large.yaml", "large.json", "large.ttl"])
def test_a_file_that_is_too_large(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    with path.open("wb") as out:
        out.truncate((257 << 20) if name.endswith("ttl") else DEFAULT_LIMITS.max_bytes + 1)
    (report,) = validate(path)
    assert [f.code for f in report.findings] == ["Y002"]
    assert not report.readable


def test_a_value_that_is_too_long(tmp_path: Path) -> None:
    path = tmp_path / "long.yaml"
    path.write_text(f"title: {'x' * (DEFAULT_LIMITS.max_scalar + 1)}\n", encoding="utf-8")
    (report,) = validate(path)
    assert [(f.code, f.line) for f in report.findings] == [("Y009", 1)]


def test_too_many_findings(tmp_path: Path) -> None:
    path = tmp_path / "many.yaml"
    unknown = "".join(f"  skill-{number}: 1\n" for number in range(MOST + 5))
    path.write_text(f"about: {{pseudonym: a}}\nassessed_on: 2025-06-01\nskills:\n{unknown}", encoding="utf-8")
    (report,) = validate(path)
    codes = [finding.code for finding in report.findings]
    assert (codes.count("R001"), codes.count("Y018"), len(codes)) == (MOST, 1, MOST + 1)
