"""Nothing in the toolkit knows our framework: another base, language and scale works from end to end."""

import json
from pathlib import Path

import pytest

from rsetk_ld.conversion import FORMATS, SUFFIX, convert
from rsetk_ld.framework import Framework, compile_framework, load_framework
from rsetk_ld.framework.outline import described, found_entries, outline
from rsetk_ld.loading import load
from rsetk_ld.validation import validate

TINY = Path(__file__).parent.parent / "data" / "valid" / "framework"
PROFILE = """
id: https://azubi.example/koennen
title: Was ich kann
about: {pseudonym: azubi-1}
assessed_on: 2025-06-01
skills:
  saegen: {level: Journeyman, target: Meister}
  holz-skill:hobeln: 2
"""


@pytest.fixture
def framework() -> Framework:
    """Return the small framework in German."""
    return load_framework(TINY)


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """Return a profile in its terms."""
    (tmp_path / "profil.yaml").write_text(PROFILE, encoding="utf-8")
    return tmp_path / "profil.yaml"


@pytest.mark.parametrize("engine", ["pyshacl", "rust"])
def test_validate(engine: str, profile: Path, framework: Framework) -> None:
    (report,) = validate(profile, framework=framework, engine=engine)
    assert [f.message for f in report.findings] == []
    assert report.statements == 2


@pytest.mark.parametrize("to", FORMATS)
@pytest.mark.parametrize("canonical", [False, True], ids=["", "canonical"])
def test_convert_there_and_back(
    to: str, canonical: bool, profile: Path, framework: Framework, tmp_path: Path
) -> None:
    target = tmp_path / f"made{SUFFIX[to]}"
    assert convert([profile], to, target, framework=framework, canonical=canonical).complete
    ((_, instance),) = load(profile, framework).instances
    assert load(target, framework).instances == [("PersonProfile", instance)]
    assert instance["title"] == {"de": "Was ich kann"}
    assert instance["framework"] == "https://tischlerei.example/rahmen/2.1.0"
    assert {each["level"] for each in instance["assertions"]} == {"https://tischlerei.example/level/geselle"}
    assert convert([target], "yaml", tmp_path / "back.yaml", framework=framework).complete
    assert load(tmp_path / "back.yaml", framework).instances == [("PersonProfile", instance)]


def test_the_canonical_form_needs_no_prefix_that_linkml_does_not_know(
    profile: Path, framework: Framework, tmp_path: Path
) -> None:
    convert([profile], "json", tmp_path / "c.json", framework=framework, canonical=True)
    assertion = json.loads((tmp_path / "c.json").read_text(encoding="utf-8"))["assertions"][0]
    assert assertion["skill"] == "https://tischlerei.example/skill/hobeln"


def test_a_framework_without_a_prefix_of_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "fw"
    (folder / "skills").mkdir(parents=True)
    for name in ("framework.yaml", "skills/handarbeit.yaml"):
        text = (TINY / name).read_text(encoding="utf-8").replace("prefix: holz\n", "")
        (folder / name).write_text(text, encoding="utf-8")
    framework = load_framework(folder)
    path = tmp_path / "p.yaml"
    path.write_text(
        "about: {pseudonym: a}\naims_for: ['https://w3id.org/rsetk/role/rse']\nassessed_on: 2025-06-01\n"
        "skills: {skill:saegen: 2}\n"
    )
    ((_, instance),) = load(path, framework).instances
    assert instance["assertions"][0]["skill"] == "https://tischlerei.example/skill/saegen"
    for to in FORMATS:
        for canonical in (False, True):
            target = tmp_path / f"made{SUFFIX[to]}"
            assert convert([path], to, target, framework=framework, canonical=canonical).complete
            assert load(target, framework).instances == [("PersonProfile", instance)], to


def test_show(framework: Framework) -> None:
    assert next(iter(outline(framework))) == "Was man in der Tischlerei kann, version 2.1.0"
    for name in ("saegen", "Planing", "Lehrling", "holz-domain:werkstatt"):
        (entry,) = found_entries(framework, name)
        assert "\n".join(described(framework, entry))


def shown(framework: Framework, name: str) -> list[str]:
    (entry,) = found_entries(framework, name)
    return [line.strip() for line in described(framework, entry)]


def test_show_says_what_a_resource_teaches_and_a_role_asks_for(framework: Framework) -> None:
    """Skill first, then the level, or the step between two, as people say it."""
    for entry in framework.entries("LearningResource"):
        lines = shown(framework, entry["id"])
        for part in entry["outcomes"]:
            skill, low, high = (framework.label(part[slot]) for slot in ("skill", "from_level", "to_level"))
            assert f"{skill}: {low} to {high}" in lines
    for entry in framework.entries("RoleProfile"):
        lines = shown(framework, entry["id"])
        for part in entry["requirements"]:
            skill, level = (framework.label(part[slot]) for slot in ("skill", "level"))
            assert f"{skill}: {level}, {part['importance']}" in lines


# ---------------------------------------------------------------- all problems at once


def test_compiling_collects_the_problems_of_all_files(tmp_path: Path) -> None:
    files = {
        "framework.yaml": "id: https://fw.example/framework\ntitle: T\nversion: 1.0.0\nbase: https://fw.example/\n"
        "default_language: en\nscale: none\n",
        "a.yaml": "skills:\n  one: {label: One, related: [tow]}\n  two: {lable: Two}\n",
        "b.yaml": "skills: [\n",
        "c/d.yaml": "skills:\n  one: {label: Again}\ntools:\n  hammer: {label: Hammer, kind: weapon}\ntitle: Other\n",
        "e.json": '{"skills": {"Three": {"label": "Three"}}}',
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    source = compile_framework(tmp_path)
    found = {(Path(f.file).relative_to(tmp_path).as_posix(), f.line, f.code) for f in source.findings}
    assert found >= {
        ("a.yaml", 2, "R001"),
        ("a.yaml", 3, "S001"),
        ("a.yaml", 3, "S002"),
        ("c/d.yaml", 2, "F001"),
        ("c/d.yaml", 4, "S004"),
        ("c/d.yaml", 5, "F036"),
        ("e.json", 1, "S010"),
    }
    assert ("b.yaml", "Y004") in {(file, code) for file, _, code in found}
    (twice,) = [f for f in source.findings if f.code == "F001"]
    assert twice.message == f"skills: `one` is also in {tmp_path / 'a.yaml'}:2"
    assert twice.file == str(tmp_path / "c" / "d.yaml")
    assert source.framework is not None
    assert source.framework.entries("Skill")[0]["id"] == "https://fw.example/skill/one"
