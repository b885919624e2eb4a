"""Whoever knows the skills of the RSE competencies toolkit of 2023 finds each of them here by its name."""

import json
from pathlib import Path

import pytest

from rsetk_ld.framework import shipped

OWN_LIST = Path(__file__).parent.parent / "data" / "names" / "rse-competencies-toolkit-2023.txt"
THEIR_LIST = Path(__file__).parents[3] / "shared" / "data" / "rse-competencies-toolkit-2023" / "skills.json"
NAMES = OWN_LIST.read_text(encoding="utf-8").splitlines()


def test_the_list_is_whole() -> None:
    assert len(NAMES) == len(set(NAMES)) == 52


@pytest.mark.parametrize("name", NAMES)
def test_a_skill_has_the_name(name: str) -> None:
    found = [shipped().class_of[str(entry["id"])] for entry in shipped().find(name)]
    assert "Skill" in found


@pytest.mark.skipif(not THEIR_LIST.is_file(), reason="the toolkit of 2023 is not part of the project")
def test_the_list_is_theirs() -> None:
    categories = json.loads(THEIR_LIST.read_text(encoding="utf-8"))
    assert sorted({name for names in categories.values() for name in names}) == NAMES
