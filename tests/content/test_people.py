"""The invented people: valid, different, and showing everything that a profile can hold."""

import re
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from framework_content import FOLDER, framework

from rsetk_ld.loading import load
from rsetk_ld.validation import Validator

PEOPLE = sorted((FOLDER / "examples").glob("*.yaml"))
NAME = {"ids": lambda path: path.stem}
ORCID = "https://orcid.org/0000-0002-1825-0097"
"""What ORCID gives as its example; it belongs to nobody."""


def profile(path: Path) -> dict[str, Any]:
    ((class_name, found),) = load(path).instances
    assert class_name == "PersonProfile"
    return found


def every(slot: str) -> list[Any]:
    return [each[slot] for path in PEOPLE for each in profile(path)["assertions"] if slot in each]


def test_there_are_enough_and_they_differ() -> None:
    assert len(PEOPLE) >= 6
    assert len({str(profile(path)["about"]) for path in PEOPLE}) >= 6
    aims = {aim for path in PEOPLE for aim in profile(path).get("aims_for", ())}
    assert len(aims) >= 6


@pytest.mark.parametrize("path", PEOPLE, **NAME)
def test_a_profile_is_valid_without_a_warning(path: Path) -> None:
    (report,) = Validator(today=date(2026, 11, 22)).validate([path])
    assert [f"{each.code} {each.message}" for each in report.findings if each.severity != "info"] == []


@pytest.mark.parametrize("path", PEOPLE, **NAME)
def test_a_profile_names_the_release(path: Path) -> None:
    assert profile(path)["framework"] == framework().release
    assert path.read_text(encoding="utf-8").startswith("# ")


def test_together_they_show_everything() -> None:
    rank = framework().rank
    assert {rank[level] for level in every("level")} == {0, 1, 2, 3, 4}
    assert {rank[level] for level in every("target")} >= {1, 2, 3, 4}
    assert set(every("status")) == {"not-applicable"}
    methods = {*every("assessed_by"), *(profile(path).get("assessed_by", "") for path in PEOPLE)} - {""}
    assert methods >= {"self-assessment", "peer", "manager", "test", "badge"}
    for slot in ("confidence", "assessed_on", "valid_until", "evidence", "note"):
        assert every(slot), slot
    titled = [each for evidence in every("evidence") for each in evidence if "title" in each]
    assert titled
    assert len(titled) < sum(len(evidence) for evidence in every("evidence"))


def test_not_rated_not_applicable_and_none_stay_apart() -> None:
    for path in PEOPLE:
        for each in profile(path)["assertions"]:
            assert not ("level" in each and "status" in each)
            assert {"level", "status", "target"} & set(each)
        assert len(profile(path)["assertions"]) < len(framework().entries("Skill"))


def test_a_person_at_two_points_in_time() -> None:
    before, after = (profile(FOLDER / "examples" / f"kofi-{year}.yaml") for year in (2025, 2026))
    assert before["about"]["name"] == after["about"]["name"]
    assert before["id"] != after["id"]
    rank = framework().rank
    was = {each["skill"]: rank[each["level"]] for each in before["assertions"] if "level" in each}
    now = {each["skill"]: rank[each["level"]] for each in after["assertions"] if "level" in each}
    assert sum(now[skill] > was[skill] for skill in was.keys() & now.keys()) >= 5


@pytest.mark.parametrize("path", PEOPLE, **NAME)
def test_nobody_real_is_in_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\S+@\S+\.\w+", text)
    assert all(ORCID.endswith(each) for each in re.findall(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]", text))
    for address in re.findall(r"https?://[^\s\"',\]}]+", text):
        host = urlsplit(address).hostname or ""
        own = address.startswith(("https://w3id.org/rsetk/", "https://creativecommons.org/"))
        assert own or host in {"example.org", "example.com"} or host.endswith(".example"), address
