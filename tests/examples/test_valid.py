"""The valid examples document the format: each is valid in every layer, and survives every conversion.

`authored/` has the form that people write, `graphs/` the same as RDF, `framework/` a small framework. The files
beside these folders are canonical instances.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rsetk_ld.conversion import FORMATS, SUFFIX, convert
from rsetk_ld.framework import load_framework
from rsetk_ld.loading import load
from rsetk_ld.validation import validate
from rsetk_ld.vocabulary import vocabulary

VALID = Path(__file__).parent.parent / "data" / "valid"
FRAMEWORK = VALID / "framework"
FILES = sorted([*VALID.glob("authored/*"), *VALID.glob("graphs/*")])
EXAMPLES = [*FILES, FRAMEWORK]
TEXTS = {"yaml", "json"}


def name_of(path: Path) -> str:
    return path.relative_to(VALID).as_posix()


def instances_of(path: Path) -> list[tuple[str, dict[str, Any]]]:
    return sorted(load(path).instances, key=lambda each: str(each[1]["id"]))


@pytest.mark.parametrize("path", EXAMPLES, ids=name_of)
@pytest.mark.parametrize("engine", ["pyshacl", "rust"])
def test_an_example_is_valid_in_every_layer(path: Path, engine: str) -> None:
    (report,) = validate(path, engine=engine, today=date(2026, 11, 22))
    assert [f"{f.code} {f.message}" for f in report.findings if f.severity != "info"] == []
    assert report.statements


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_an_example_holds_what_its_name_says(path: Path) -> None:
    classes = {name for name, _ in load(path).instances}
    wanted = path.name.split("-", maxsplit=1)[0]
    assert wanted in classes | {"two", "Resources"}
    if wanted == "two":
        assert [name for name, _ in load(path).instances] == ["PersonProfile"] * 2
    if wanted == "Resources":
        assert classes == {"LearningResource", "Provider"}


def conversions() -> Iterator[tuple[Path, str, bool, str]]:
    """Yield each example with the formats that hold it in one file: path, format, whether canonical, file name."""
    for path in EXAMPLES:
        for to in FORMATS:
            several = path.name.startswith("two") and to in TEXTS
            # In the form that people write, a framework is a folder with an identity file in YAML.
            if not several and (path, to) != (FRAMEWORK, "json"):
                folder = path == FRAMEWORK and to == "yaml"
                yield path, to, False, f"{'framework' if folder else 'example'}{SUFFIX[to]}"
            if to in TEXTS and not several and not path.name.startswith("Resources"):
                yield path, to, True, f"example{SUFFIX[to]}"


@pytest.mark.parametrize(
    ("path", "to", "canonical", "name"),
    [
        pytest.param(*case, id=f"{name_of(case[0])}-{case[1]}{'-canonical' * case[2]}")
        for case in conversions()
    ],
)
def test_an_example_survives_the_way_there_and_back(
    path: Path, to: str, canonical: bool, name: str, tmp_path: Path
) -> None:
    target = tmp_path / name
    done = convert([path], to, target, canonical=canonical)
    assert (done.complete, done.findings) == (True, [])
    again = load(target)
    assert [f"{f.code} {f.message}" for f in again.findings] == []
    assert sorted(again.instances, key=lambda each: str(each[1]["id"])) == instances_of(path)
    (report,) = validate(target, graph=False, today=date(2026, 11, 22))
    assert [f"{f.code} {f.message}" for f in report.findings if f.severity != "info"] == []


@pytest.mark.parametrize("to", sorted(TEXTS))
def test_two_profiles_become_two_files_in_a_folder(to: str, tmp_path: Path) -> None:
    done = convert([VALID / "graphs" / "two-profiles.nq"], to, tmp_path)
    names = [f"two-profiles-{number}{SUFFIX[to]}" for number in (1, 2)]
    assert [path.name for path in done.written] == names
    both = [each for name in names for each in load(tmp_path / name).instances]
    assert both == load(VALID / "graphs" / "two-profiles.nq").instances


@pytest.mark.parametrize(
    ("name", "class_name", "missing"),
    [
        ("PersonProfile-full.yaml", "PersonProfile", set()),
        ("RoleProfile-imaging-rse.yaml", "RoleProfile", {"replaced_by"}),
        ("MappingSet-esco.yaml", "MappingSet", set()),
    ],
)
def test_a_full_example_has_every_slot(name: str, class_name: str, missing: set[str]) -> None:
    ((_, instance),) = load(VALID / "authored" / name).instances
    assert slots_missing(class_name, [instance]) - {f"{class_name}.in_scheme"} == {
        f"{class_name}.{slot}" for slot in missing
    }


def test_the_courses_have_every_slot() -> None:
    by_class: dict[str, list[dict[str, Any]]] = {}
    for class_name, instance in load(VALID / "authored" / "Resources-courses.yaml").instances:
        by_class.setdefault(class_name, []).append(instance)
    gone = {f"Provider.{slot}" for slot in ("deprecated", "replaced_by")}
    found = {each for name, many in by_class.items() for each in slots_missing(name, many)}
    assert found - {"LearningResource.in_scheme", "Provider.in_scheme"} <= gone


def slots_missing(class_name: str, instances: list[dict[str, Any]]) -> set[str]:
    """Return the slots that no instance has, also those of its parts."""
    missing = set()
    for slot in vocabulary().classes[class_name].slots.values():
        values = [instance[slot.name] for instance in instances if slot.name in instance]
        if slot.derived:
            continue
        if not values:
            missing.add(f"{class_name}.{slot.name}")
        elif slot.value == "part":
            parts = [part for value in values for part in (value if slot.many else [value])]
            missing |= slots_missing(slot.range, parts)
    return missing


def test_the_example_framework_works_as_a_framework(tmp_path: Path) -> None:
    framework = load_framework(FRAMEWORK)
    assert framework.label("https://tischlerei.example/level/meister", "en") == "Master"
    profile = tmp_path / "profile.yaml"
    profile.write_text(
        "about: {pseudonym: azubi-1}\nskills: {saegen: Geselle, hobeln: 2}\n", encoding="utf-8"
    )
    (report,) = validate(profile, framework=framework)
    assert [f.code for f in report.findings] == ["P014"]
