"""The commands that answer questions: exit codes, forms, files, and what a person is told."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from cli.running import run

from rsetk_ld.framework import shipped
from rsetk_ld.framework.locate import shipped_folder

EXAMPLES = shipped_folder() / "examples"
ADA, KOFI, KOFI_BEFORE = (str(EXAMPLES / f"{name}.yaml") for name in ("ada", "kofi-2026", "kofi-2025"))
CALLS: dict[str, tuple[Any, ...]] = {
    "gap": ("gap", KOFI, "senior-rse"),
    "gap to a profile": ("gap", KOFI, ADA),
    "gap to own targets": ("gap", KOFI),
    "resources": ("resources", "testing"),
    "compare": ("compare", KOFI_BEFORE, KOFI),
    "history": ("history", KOFI_BEFORE, KOFI),
    "suggest": ("suggest", KOFI),
    "query --list": ("query", "--list"),
    "query": ("query", "gap", "--param", f"profile={ADA}", "--param", "target=rse"),
}


@pytest.mark.parametrize("name", CALLS)
def test_every_form_works(name: str) -> None:
    call = CALLS[name]
    text = run(*call)
    assert text.exit_code == 0, text.output
    assert len(text.stdout.splitlines()) > 3
    made = json.loads(run(*call, "--format", "json").stdout)
    assert made["title"]
    assert run(*call, "--format", "markdown").stdout.startswith("# ")
    rows = list(csv.DictReader(io.StringIO(run(*call, "--format", "csv").stdout, newline="")))
    first = next(
        value for value in made.values() if isinstance(value, list) and value and isinstance(value[0], dict)
    )
    assert len(rows) == len(first)
    assert list(rows[0]) == list(first[0])


def test_a_table_other_than_the_first_can_be_had_as_csv() -> None:
    rows = csv.DictReader(
        io.StringIO(run("gap", KOFI, "rse", "--format", "csv", "--table", "domains").stdout)
    )
    assert {"group", "met", "unrated"} <= set(next(rows))
    assert run("gap", KOFI, "rse", "--format", "csv", "--table", "domain").exit_code == 2


def test_an_answer_goes_into_a_file(here: Path) -> None:
    assert run("gap", KOFI, "rse", "--format", "json", "-o", "gap.json").stdout == ""
    assert json.loads(Path("gap.json").read_text(encoding="utf-8"))["answer"] == "gap"


def test_the_width_of_the_terminal_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    for columns in ("80", "120"):
        monkeypatch.setenv("COLUMNS", columns)
        lines = run("gap", KOFI, "senior-rse").stdout.splitlines()
        assert max(len(line) for line in lines if "https://" not in line) <= int(columns)


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (("gap", ADA, "rsee"), "did you mean `rse`"),
        (("gap", "no-such.yaml"), "no such file"),
        (("gap", ADA, "no-such-role.yaml"), "no-such-role.yaml: no such file"),
        (("suggest", ADA, "--role", "no-such-role.yaml"), "no-such-role.yaml: no such file"),
        (("plan", ADA, "rse", "--language", "en-UK"), "did you mean `en-GB`?"),
        (("plan", ADA, "rse", "--language", "xx"), "give a tag such as `en`"),
        (("query", "skills", "--param", "framework=no-such"), "no framework `no-such`"),
        (("resources", "testin"), "did you mean `testing`"),
        (("resources", "testing", "--from", "3", "--to", "1"), "not below"),
        (("resources", "testing", "--to", "heaven"), "no level `heaven`; there are 0 (none)"),
        (("history", ADA, KOFI), "profiles of 2 people"),
        (("suggest", ADA, "--role", "kin"), "neither a file nor a role"),
        (("query", "gapp"), "did you mean `gap`"),
        (("query", "gap"), "needs the parameter"),
        (("query", "gap", "--param", "profile"), "write --param name=value"),
        (("query", "gap", "--param", "profil=x"), "did you mean `profile`"),
        (("query", "gap", "--param", "profile=x", "--param", "target=rse"), "is no file"),
        (("query", "gap", "--param", f"profile={ADA}", "--param", f"profile={KOFI}"), "takes one value"),
        (("query", "teaching", "--param", "skills=testin"), "did you mean `testing`"),
        (("query", "no-such.rq"), "cannot be read"),
        (("query", "teaching", "--param", "skills=testing", "--format", "turtle"), "CONSTRUCT and DESCRIBE"),
    ],
)
def test_what_cannot_be_answered_is_told(call: tuple[str, ...], says: str) -> None:
    result = run(*call)
    assert result.exit_code in {1, 2}
    assert says in result.output
    assert not result.stdout


def test_a_file_with_errors_is_told_with_its_lines(here: Path) -> None:
    Path("p.yaml").write_text("about: {name: X}\nskills:\n  testin: 2\n", encoding="utf-8")
    for call in (("gap", "p.yaml", "rse"), ("suggest", "p.yaml"), ("compare", ADA, "p.yaml")):
        result = run(*call)
        assert result.exit_code == 1
        assert "p.yaml:3:3" in result.stderr
        assert "did you mean `testing`" in result.stderr


# ---------------------------------------------------------------- SPARQL of one's own


def ask(text: str, *more: str) -> Any:
    Path("mine.rq").write_text(text, encoding="utf-8")
    return run("query", "mine.rq", *more)


def test_a_question_of_ones_own_sees_framework_mappings_and_data(here: Path) -> None:
    text = (
        "PREFIX rsetk: <https://w3id.org/rsetk/schema/> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n"
        "SELECT (COUNT(DISTINCT ?d) AS ?texts) (COUNT(DISTINCT ?m) AS ?mapped) (COUNT(DISTINCT ?p) AS ?people) {\n"
        "  { ?x rsetk:demonstration ?d } UNION { ?m skos:exactMatch ?o } UNION { ?p a rsetk:PersonProfile }\n}"
    )
    (row,) = json.loads(ask(text, "--format", "json", "--data", str(EXAMPLES)).stdout)["rows"]
    assert row["texts"] > 1000
    assert row["mapped"] > 100
    assert row["people"] == len(list(EXAMPLES.glob("*.yaml")))
    assert json.loads(ask(text, "--format", "json").stdout)["rows"][0]["people"] == 0


def test_the_forms_of_sparql(here: Path) -> None:
    assert ask("ASK { ?s ?p ?o }").stdout.rstrip().endswith("yes")
    assert json.loads(ask("ASK { ?s ?p ?o }", "--format", "sparql-json").stdout)["boolean"] is True
    select = "SELECT ?s { ?s a <https://w3id.org/rsetk/schema/LevelScale> }"
    bindings = json.loads(ask(select, "--format", "sparql-json").stdout)["results"]["bindings"]
    assert bindings[0]["s"]["type"] == "uri"
    assert "scale:proficiency" in ask(select).stdout
    graph = ask("DESCRIBE <https://w3id.org/rsetk/role/rse>")
    assert "rsetk:RoleProfile" in graph.stdout
    assert ask("DESCRIBE <https://w3id.org/rsetk/role/rse>", "--format", "csv").exit_code == 2


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "LOAD <http://127.0.0.1:1/>",
        "DELETE WHERE { ?s ?p ?o }",
        "SELECT * WHERE {",
    ],
)
def test_what_is_no_question_is_refused(here: Path, text: str) -> None:
    result = ask(text)
    assert result.exit_code == 2
    told = ("SERVICE is not allowed", "not a query in SPARQL 1.1", "this is an update")
    assert any(each in result.output for each in told)
    assert "\\u{" not in result.output


def test_a_shipped_question_can_be_read() -> None:
    assert "SELECT" in run("query", "gap", "--show").stdout


@pytest.mark.parametrize("framework", [shipped().iri, shipped().release, "rse", shipped_folder()], ids=str)
def test_a_framework_is_named_by_iri_release_name_or_folder(framework: object) -> None:
    done = run("query", "skills", "--param", f"framework={framework}", "--format", "csv")
    assert len(done.stdout.splitlines()) == len(shipped().entries("Skill")) + 1


def test_the_scale_is_that_of_the_framework_unless_given() -> None:
    asked = (
        "query",
        "next-skills",
        "--param",
        f"profile={ADA}",
        "--param",
        "roles=rse",
        "--param",
        "lowest=0",
    )
    given = run(*asked, "--param", f"scale={shipped().head['default_scale']}", "--format", "csv")
    assert run(*asked, "--format", "csv").stdout == given.stdout
    assert len(given.stdout.splitlines()) > 10


def test_profiles_of_a_question_may_be_a_pattern() -> None:
    people = [f"profiles={path}" for path in sorted(EXAMPLES.glob("[am]*.yaml"))]
    one_by_one = [part for each in people for part in ("--param", each)]
    pattern = run("query", "mentors", "--param", f"profiles={EXAMPLES / '[am]*.yaml'}", "--format", "csv")
    assert len(pattern.stdout.splitlines()) > 1
    assert pattern.stdout == run("query", "mentors", *one_by_one, "--format", "csv").stdout
