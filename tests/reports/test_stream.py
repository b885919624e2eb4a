"""Reports are a stream: written as they come, one held at a time; and the tally is right."""

import io
import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from rsetk_ld.findings import Finding
from rsetk_ld.reports import FORMATS, Tally, write_reports
from rsetk_ld.validation import Report, validate


class Sink(io.StringIO):
    """Takes everything and keeps nothing but its length."""

    length = 0

    def write(self, text: str) -> int:
        self.length += len(text)
        return len(text)


def many(number: int) -> Iterator[Report]:
    for index in range(number):
        fields = {"what": "skill", "name": "x" * 100}
        yield Report(
            f"{index}.yaml", "profile", [Finding("R001", ("skills", "x"), fields, line=3, column=1)], 4
        )


@pytest.mark.parametrize("form", FORMATS)
def test_memory_is_flat(form: str) -> None:
    def peak(number: int) -> int:
        tracemalloc.start()
        write_reports(many(number), form, Sink())
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return top

    peak(10)
    assert peak(3000) < peak(300) + 300_000


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_findings_are_written_before_the_next_file_is_read(form: str) -> None:
    out = io.StringIO()

    def reports() -> Iterator[Report]:
        yield from many(1)
        assert "x" * 100 in out.getvalue()

    write_reports(reports(), form, out)


def test_tally_and_exit_code(reports: list[Report]) -> None:
    tally = write_reports(reports, "text", io.StringIO())
    assert tally == Tally(files=4, valid=2, errors=2, warnings=2, infos=1, unreadable=1)
    assert [tally.exit_code(), tally.exit_code(strict=True)] == [2, 2]
    codes = [
        [write_reports(part, "json", io.StringIO()).exit_code(strict) for strict in (False, True)]
        for part in (reports[:1], reports[1:2], reports[2:3], [])
    ]
    assert codes == [[1, 1], [0, 1], [0, 0], [0, 0]]


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_counts_alike(reports: list[Report], form: str) -> None:
    assert write_reports(reports, form, io.StringIO()) == write_reports(reports, "text", io.StringIO())


@pytest.mark.parametrize("form", FORMATS)
def test_a_failure_on_the_way_is_passed_on(form: str) -> None:
    def reports() -> Iterator[Report]:
        yield from many(1)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_reports(reports(), form, io.StringIO())


def test_reports_of_the_validator_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("ada.yaml").write_text("about: {name: Ada}\nskills:\n  nonsuch-skill: 2\n", encoding="utf-8")
    text, report = io.StringIO(), io.StringIO()
    assert write_reports(validate("ada.yaml", "gone.yaml"), "text", text).exit_code() == 2
    assert "ada.yaml:3:3: error: skills: unknown skill `nonsuch-skill`" in text.getvalue()
    assert "    3 |   nonsuch-skill: 2\n      |   ^^^^^^^^^^^^^\n" in text.getvalue()
    write_reports(validate("ada.yaml", "gone.yaml"), "json", report)
    assert json.loads(report.getvalue())["summary"]["unreadable"] == 1


def test_nothing_heavy_is_imported() -> None:
    import subprocess
    import sys

    program = (
        "import sys, io; from rsetk_ld.reports import FORMATS, write_reports\n"
        "for format in FORMATS: write_reports([], format, io.StringIO())\n"
        "heavy = {'rdflib', 'pyshacl', 'yaml', 'jsonschema_rs', 'pyoxigraph', 'linkml_runtime'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
