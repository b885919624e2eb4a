"""A DIRECT release becomes a framework, and each of its cells ends there or in the report."""

import csv
import json
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from interchange.restoring import entries, lost, raw_rows

from rsetk_ld.errors import RsetkError, UsageError
from rsetk_ld.framework import Framework
from rsetk_ld.interchange.direct import FrameworkImport, import_framework
from rsetk_ld.interchange.direct.tables import COLUMNS

RELEASE = Path(__file__).parent / "data" / "release"
Folders = pytest.TempPathFactory
Compile = Callable[[FrameworkImport], Framework]


def codes(made: FrameworkImport) -> Counter[str]:
    return Counter(finding.code for finding in made.findings)


def told(made: FrameworkImport, code: str, *words: str) -> bool:
    """Say whether a finding of that code has all these words."""
    return any(f.code == code and all(word in f.message for word in words) for f in made.findings)


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new).encode())


# ---------------------------------------------------------------- the small release


def test_small_release_is_complete(release: Path, compiled: Compile) -> None:
    made = import_framework(release)
    assert made.counts == {
        "domains": 2,
        "competencies": 3,
        "skills": 4,
        "levels": 5,
        "tools": 4,
        "resources": 2,
        "providers": 1,
        "related": 2,
        "skill_tools": 4,
        "skill_resources": 2,
        "tool_resources": 1,
        "resource_providers": 1,
    }
    assert set(made.files) == {
        "framework.yaml",
        "scales.yaml",
        "structure.yaml",
        "skills/growing.yaml",
        "skills/running-the-garden.yaml",
        "tools.yaml",
        "resources.yaml",
        "providers.yaml",
    }
    assert [f.code for f in made.findings] == ["I002"]
    assert told(made, "I002", "both none and not applicable")
    framework = compiled(made)
    assert framework.release == "https://w3id.org/rsetk/direct/1.2.0"
    assert not list(lost(made, release))
    assert not list(lost(made, release, ".json"))


def test_entries_of_the_small_release(release: Path) -> None:
    made = import_framework(release)
    assert entries(made, "skills")["composting"] == {
        "label": "Composting",
        "definition": "Turning waste into soil.",
        "competency": "soil",
        "related": ["soil-testing"],
        "tools": ["compost-bin", "crop-rotation"],
        "position": 30,
    }
    assert "related" not in entries(made, "skills")["soil-testing"]
    assert entries(made, "resources")["compost-course"]["teaches"] == {"composting": {}}
    assert entries(made, "resources")["compost-course"]["tools"] == ["compost-bin"]
    assert entries(made, "resources")["compost-course"]["languages"] == ["en", "gd"]
    assert list(entries(made, "levels")) == ["none", "visitor", "helper", "gardener", "master"]
    assert entries(made, "levels")["helper"] == {
        "rank": 2,
        "label": "Helper",
        "technical": "works beside somebody.",
        "non_technical": "asks for help.",
        "summary": "Works with help",
        "focus": "routine",
    }
    assert entries(made, "levels")["none"]["definition"] == "Nothing shown, or not needed."


def test_identity_comes_from_the_citation(release: Path) -> None:
    assert import_framework(release).files["framework.yaml"] == {
        "id": "https://w3id.org/rsetk/direct",
        "title": "The garden framework",
        "description": "Skills of gardeners.",
        "version": "1.2.0",
        "issued": "2026-03-01",
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "attribution": [
            "Example, A. M., The Garden Group. The garden framework (version 1.2.0). "
            "https://doi.org/10.1234/garden.1. "
            "Converted by rsetk-ld; the report of the import lists the changes."
        ],
        "homepage": "https://garden.example/framework",
        "base": "https://w3id.org/rsetk/direct/",
        "prefix": "direct",
        "default_language": "en",
        "scale": "direct",
        "see_also": ["https://doi.org/10.1234/garden.1"],
    }


def test_identity_can_be_given(release: Path, compiled: Compile) -> None:
    (release / "CITATION.cff").unlink()
    with pytest.raises(RsetkError, match="give the version"):
        import_framework(release)
    made = import_framework(release, iri="https://g.example/f", prefix="garden", version="3.0.0", title="G")
    assert compiled(made).names.prefixes["garden-skill"] == "https://g.example/f/skill/"
    assert told(made, "I002", "CITATION.cff")


def test_citation_above_the_folder_counts(release: Path) -> None:
    (release / "CITATION.cff").rename(release.parent / "CITATION.cff")
    assert import_framework(release).files["framework.yaml"]["version"] == "1.2.0"


@pytest.mark.parametrize(
    "options",
    [
        {"iri": "no iri"},
        {"base": "https://g.example/f"},
        {"prefix": "Big-One"},
        {"version": "1 2"},
        {"language": "English"},
        {"prefer": "xlsx"},
        {"licence": "CC BY"},
    ],
)
def test_bad_options_are_refused(release: Path, options: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        import_framework(release, **options)  # type: ignore[arg-type]


def test_csv_and_json_give_the_same(release: Path) -> None:
    by_csv, by_json = import_framework(release, prefer="csv"), import_framework(release, prefer="json")
    assert by_csv.texts() == by_json.texts()
    assert {Path(f.file).suffix for f in by_csv.findings} == {".csv"}
    assert {Path(f.file).suffix for f in by_json.findings} == {".json"}


def test_differences_between_the_formats_are_reported(release: Path) -> None:
    records = json.loads((release / "provider.json").read_text())
    records[0]["description"] = "Another text."
    records.append({**records[0], "slug": "only-here"})
    (release / "provider.json").write_text(json.dumps(records))
    made = import_framework(release)
    assert told(made, "I002", "`garden-school`, description", "Another text.", "A school in a garden.")
    assert told(made, "I003", "record 2 (`only-here`)", "has no such row")
    difference = next(f for f in made.findings if f.fields.get("other") == "Another text.")
    assert (Path(difference.file).name, difference.line) == ("provider.csv", 2)
    assert import_framework(release, prefer="json").counts["providers"] == 2


# ---------------------------------------------------------------- what is wrong in a table

SPOILED = {
    "trailing space": (
        "skill",
        "Watering,Giving",
        "Watering  ,Giving",
        "I001",
        ["`watering`, name", "spaces"],
    ),
    "double space": ("skill", "Giving water", "Giving  water", "I001", ["double space"]),
    "CRLF in a cell": ("skill", "Giving water at the right time.", '"Giving\r\nwater."', "I001", ["Windows"]),
    "invisible": ("skill", "Giving water", "Giving\x0b water", "I001", ["invisible"]),
    "bad slug": ("skill", "planning-rotas,vol", "Planning_Rotas,vol", "I001", ["slug", "`planning-rotas`"]),
    "no slug": ("provider", "garden-school", "", "I001", ["slug", "`garden-school`"]),
    "double slug": ("provider", "\n", "\nOther,garden-school,,,x\n", "I003", ["same slug", "left out"]),
    "no name": ("provider", "Garden school", "", "I001", ["name", "empty"]),
    "nothing": ("provider", "\n", "\n,,https://x.example,,\n", "I003", ["neither a slug nor a name"]),
    "same name": ("tool_language_methodology", "pH meter", "Compost  BIN", "I002", ["name", "same as"]),
    "same url": ("tool_language_methodology", "/ph,", "/bin,", "I002", ["url", "same as of `compost-bin`"]),
    "dangling": (
        "skill",
        "|crop-rotation",
        "|crop-rotatoin",
        "I003",
        ["`crop-rotatoin`", "not in the table"],
    ),
    "lost parent": ("skill", ",water,", ",wine,", "I003", ["competency", "`wine`"]),
    "no parent": ("skill", ",water,", ",,", "I002", ["competency", "is empty"]),
    "stray bar": ("skill", "|crop-rotation", "| crop-rotation|", "I001", ["stray spaces or bars"]),
    "repeated link": ("skill", "|crop-rotation", "|crop-rotation|compost-bin", "I001", ["repeated"]),
    "self link": ("skill", "soil-testing,30", "soil-testing|composting,30", "I003", ["the skill itself"]),
    "one-sided": ("skill", ",,composting,40", ",,,40", "I001", ["no link back to `composting`"]),
    "http": ("provider", "https://school", "http://school", "I002", ["not https"]),
    "search": ("provider", "https://school.example/", "https://s.example/search?q=soil", "I002", ["search"]),
    "space in url": ("provider", "https://school.example/", "https://school.example/a b", "I001", ["a%20b"]),
    "letters in url": ("provider", "https://school.example/", "https://school.example/é", "I001", ["%C3%A9"]),
    "host in url": (
        "provider",
        "https://school.example/",
        "https://schüle.example/",
        "I001",
        ["xn--"],
    ),
    "bare url": ("provider", "https://school.example/", "www.school.example", "I001", ["in front"]),
    "script": (
        "provider",
        "https://school.example/",
        "javascript:alert(1)",
        "I003",
        ["no address on the web"],
    ),
    "broken url": ("provider", "https://school.example/", "https://[oops", "I003", ["url"]),
    "no url": (
        "learning_resource",
        "https://school.example/water",
        "",
        "I003",
        ["`water-guide`", "needs an address"],
    ),
    "ror": ("provider", "https://ror.org/05krs5044", "05KRS5044", "I001", ["ror"]),
    "bad ror": ("provider", "https://ror.org/05krs5044", "grid.1", "I003", ["ROR"]),
    "kind case": (
        "tool_language_methodology",
        ",tool,https://garden.example/ph",
        ",Tool,https://garden.example/ph",
        "I001",
        ["kind"],
    ),
    "kind": ("tool_language_methodology", ",methodology,", ",behaviour,", "I003", ["`behaviour`"]),
    "language case": ("learning_resource", "en|gd", "EN|gd", "I001", ["language", "en"]),
    "language": ("learning_resource", "en|gd", "en|gaelic", "I003", ["`gaelic`", "language tag"]),
    "empty": ("skill", "Turning waste into soil.", "", "I002", ["description", "is empty"]),
    "unlike": (
        "tool_language_methodology",
        "pH meter",
        "pH probe",
        "I002",
        ["in 1 rows", "ph-meter (pH probe)"],
    ),
    "rank clash": ("competency", "growing,20", "growing,10", "I002", ["`soil` has the same rank"]),
    "bad rank": ("skill", ",40", ",fourth", "I003", ["`fourth`"]),
    "no rank": ("skill", "composting,40", "composting,", "I002", ["rank", "empty"]),
    "odd rank": ("skill", ",40", ",040", "I001", ["read as 40"]),
    "unused tool": ("skill", "ph-meter", "", "I002", ["1 of 4 rows", "ph-meter"]),
    "unused provider": (
        "learning_resource",
        ",garden-school,",
        ",,",
        "I002",
        ["1 of 1 rows", "garden-school"],
    ),
    "unused resource": ("skill", "water-guide", "", "I002", ["1 of 2 rows", "water-guide"]),
    "level twice": ("skill_level", ",1,Has", ",2,Has", "I003", ["same level"]),
    "level": ("skill_level", ",1,Has", ",one,Has", "I003", ["`one`"]),
    "level form": ("skill_level", ",1,Has", ",01,Has", "I001", ["rank is 1"]),
    "level names": ("skill_level", "Visitor", "Helper", "I002", ["same as"]),
    "more cells": ("provider", "in a garden.", "in a garden.,extra", "I003", ["(cell 6)"]),
    "fewer cells": ("provider", ",A school in a garden.", "", "I002", ["has 4 cells"]),
    "formula": ("skill", "Watering,", '"=HYPERLINK(""https://x.example"",""y"")",', "I002", ["in 1 rows"]),
}


@pytest.mark.parametrize("name", SPOILED)
def test_a_spoiled_table_is_reported_and_nothing_is_lost(
    name: str, csv_release: Path, compiled: Compile
) -> None:
    table, old, new, code, words = SPOILED[name]
    path = csv_release / f"{table}.csv"
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes((text + new.removeprefix("\n") if old == "\n" else text.replace(old, new, 1)).encode())
    made = import_framework(csv_release)
    assert told(made, code, *words), [f"{f.code} {f.message}" for f in made.findings]
    assert not [f.message for f in made.findings if f.severity == "error"]
    compiled(made)
    if name not in {"more cells", "fewer cells"}:
        assert not list(lost(made, csv_release))


def test_unknown_columns_are_in_the_report(csv_release: Path) -> None:
    path = csv_release / "provider.csv"
    path.write_text("name,slug,url,ror,description,motto\nA,a,https://a.example,,x,Grow!\n")
    made = import_framework(csv_release)
    assert told(made, "I003", "column motto")
    assert not list(lost(made, csv_release))


def test_colliding_keys_get_numbers(csv_release: Path, compiled: Compile) -> None:
    long = "a" * 130
    path = csv_release / "provider.csv"
    path.write_text(f"name,slug,url,ror,description\nA,{long}1,,,\nB,{long}2,,,\nC,garden-school,,,\n")
    made = import_framework(csv_release)
    assert list(entries(made, "providers")) == ["a" * 128, f"{'a' * 126}-2", "garden-school"]
    compiled(made)


CELLS = [(table, column) for table, columns in COLUMNS.items() for column in columns]
HOSTILE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
FRAGMENTS = st.lists(
    st.sampled_from(
        [
            "en",
            "|",
            "soil",
            "-",
            " ",
            "  ",
            "\r\n",
            "\n",
            "https://",
            "x.example",
            "/é",
            "%",
            "?q=",
            "07",
            ".",
            "é",
        ]
    ),
    max_size=8,
).map("".join)


@given(
    cells=st.dictionaries(st.sampled_from(CELLS), st.one_of(HOSTILE, FRAGMENTS), max_size=6),
    row=st.integers(0, 3),
)
def test_whatever_stands_in_the_cells_nothing_is_lost(
    cells: dict[tuple[str, str], str], row: int, tmp_path_factory: Folders, compiled: Compile
) -> None:
    folder = tmp_path_factory.mktemp("hostile")
    shutil.copy(RELEASE / "CITATION.cff", folder)
    for table, columns in COLUMNS.items():
        rows = raw_rows(RELEASE / f"{table}.csv")
        rows[row % len(rows)] |= {
            column: cells[table, column] for column in columns if (table, column) in cells
        }
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows(rows)
    made = import_framework(folder)
    assert not list(lost(made, folder))
    compiled(made)


# ---------------------------------------------------------------- what cannot be imported


def test_missing_tables_are_named(csv_release: Path) -> None:
    (csv_release / "provider.csv").unlink()
    with pytest.raises(RsetkError, match=r"no table provider\.csv"):
        import_framework(csv_release)


def test_the_all_in_one_file_is_not_enough(tmp_path: Path, csv_release: Path) -> None:
    (tmp_path / "DIRECT-framework-all-in-one.csv").write_text("competency_domain\n")
    (tmp_path / "CITATION.cff").write_text("version: 1.0.0\n")
    with pytest.raises(RsetkError, match="all-in-one file is not enough"):
        import_framework(tmp_path)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name,slug\nA,a\n", "no column url, ror, description"),
        ("", "no column"),
        ("name,slug,url,ror,description,name\n", "there twice"),
        ("name,slug,url,ror,description\nA,\0,,,\n", "provider.csv:2: .*NULL"),
        ('name,slug,url,ror,description\nA,a,,,"open\n', "provider.csv:2: .*not CSV"),
        ('name,slug,url,ror,description\nA,a,,,"x"y\n', "not CSV"),
        (f"name,slug,url,ror,description\nA,a,,,{'x' * 200_000}\n", "not CSV"),
        (f"name,slug,url,ror,description\nA,a,,,{',' * 300}\n", "a row of 305 cells"),
        (f"name,slug,url,ror,description\n{chr(10).join(['A'] * 100_002)}", "rows"),
    ],
)
def test_hostile_csv_is_refused(csv_release: Path, text: str, message: str) -> None:
    (csv_release / "provider.csv").write_text(text)
    with pytest.raises(RsetkError, match=message):
        import_framework(csv_release)


@pytest.mark.parametrize("data", [b"name\xff\n", b"\xff\xfen\0a\0m\0e\0", b"x" * (16 * 1024 * 1024 + 1)])
def test_bytes_that_are_no_text_are_refused(csv_release: Path, data: bytes) -> None:
    (csv_release / "provider.csv").write_bytes(data)
    with pytest.raises(RsetkError, match=r"provider\.csv"):
        import_framework(csv_release)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{}", "not a list of records"),
        ("[1]", "not a list of records"),
        ('[{"name": "A"}]', "no column"),
        ('[{"name": {}, "slug": "a", "url": "", "ror": "", "description": ""}]', "record 1, name"),
        ('[{"name": true, "slug": "a", "url": "", "ror": "", "description": ""}]', "record 1, name"),
        ("[" * 100_000, "levels of nesting"),
        ('[{"a": 1, "a": 2}]', "twice"),
    ],
)
def test_hostile_json_is_refused(release: Path, text: str, message: str) -> None:
    (release / "provider.json").write_text(text)
    with pytest.raises(RsetkError, match=message):
        import_framework(release, prefer="json")


def test_numbers_and_nulls_in_json_are_cells(release: Path) -> None:
    records = json.loads((release / "skill.json").read_text())
    records[0] |= {"rank": 30, "learning_resources": None}
    del records[1]["learning_resources"]
    (release / "skill.json").write_text(json.dumps(records))
    made = import_framework(release, prefer="json")
    assert entries(made, "skills")["composting"]["position"] == 30
    assert told(made, "I002", "record 2", "no learning_resources")
    lines = {f.line for f in made.findings if f.fields.get("record") == 2}
    assert lines


def test_a_byte_order_mark_is_no_part_of_the_first_name(csv_release: Path) -> None:
    path = csv_release / "provider.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert import_framework(csv_release).counts["providers"] == 1


# ---------------------------------------------------------------- the real release


def test_direct_is_complete(direct: Path, compiled: Compile) -> None:
    made = import_framework(direct)
    expected = {
        "domains": 7,
        "competencies": 20,
        "skills": 164,
        "levels": 5,
        "tools": 549,
        "resources": 207,
        "providers": 61,
        "related": 90,
        "skill_tools": 685,
        "skill_resources": 151,
        "resource_providers": 175,
        "tool_resources": 0,
    }
    assert made.counts == expected
    assert codes(made) == {"I001": 34, "I002": 31, "I003": 1}
    assert told(made, "I003", "`conflict-prevention-and-resolution`", "the skill itself")
    framework = compiled(made)
    assert (framework.release, len(framework.entries("Skill"))) == (
        "https://w3id.org/rsetk/direct/2.0.0",
        164,
    )


@pytest.mark.parametrize("prefer", ["csv", "json"])
def test_no_cell_of_direct_is_lost(direct: Path, prefer: str) -> None:
    made = import_framework(direct, prefer=prefer)  # type: ignore[arg-type]
    assert not list(lost(made, direct, f".{prefer}"))


def test_the_proof_notices_a_loss(direct: Path) -> None:
    made = import_framework(direct)
    assert sum("before" in f.fields for f in made.findings) < 50
    entries(made, "tools")["git"].pop("definition")
    entries(made, "skills")["programming"].pop("tools")
    made.findings = [f for f in made.findings if f.fields.get("column") != "related_skills"]
    found = {(table, column) for table, _, column in lost(made, direct)}
    assert found == {
        ("tool_language_methodology", "description"),
        ("skill", "tools_languages_methodologies"),
        ("skill", "related_skills"),
    }


def test_direct_from_csv_and_json_differ_only_as_reported(direct: Path) -> None:
    by_csv, by_json = import_framework(direct), import_framework(direct, prefer="json")
    files = [name for name in by_csv.files if by_csv.files[name] != by_json.files[name]]
    assert files == ["scales.yaml"]
    reported = {
        (f.fields["table"], f.fields["record"], f.fields["column"]): f.fields["other"]
        for f in by_csv.findings
        if f.code == "I002" and "other" in f.fields
    }
    for table in (
        "competency",
        "skill",
        "skill_level",
        "tool_language_methodology",
        "learning_resource",
        "provider",
    ):
        pairs = zip(raw_rows(direct / f"{table}.csv"), raw_rows(direct / f"{table}.json"), strict=True)
        for number, (row, record) in enumerate(pairs, start=1):
            for column in row:
                if row[column] != record[column]:
                    assert reported[table, number, column] == record[column]
