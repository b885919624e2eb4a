"""Profiles for the benchmarks: invented people, as many as asked for, the same each time."""

import random
from pathlib import Path

from rsetk_ld.documents import dump_yaml
from rsetk_ld.framework import shipped
from rsetk_ld.identifiers import key_of


def profile(number: int, skills: int = 60) -> dict:
    """Return a profile with the given number of rated skills, in the authoring form."""
    chance = random.Random(number)
    keys = [key_of(skill["id"]) for skill in shipped().entries("Skill")]
    rated: dict[str, object] = {}
    for key in chance.sample(keys, skills):
        level = chance.randint(0, 4)
        rated[key] = (
            {"level": level, "evidence": [f"https://example.org/p{number}/{key}"], "confidence": 0.8}
            if chance.random() < 0.2
            else level
        )
    return {
        "framework": shipped().release,
        "id": f"https://people.example/p{number}",
        "title": f"Profile {number}",
        "about": {"pseudonym": f"rse-{number}"},
        "assessed_on": "2026-11-01",
        "skills": rated,
    }


def write_profiles(folder: Path, count: int) -> None:
    """Write profiles as YAML files into a folder."""
    folder.mkdir(parents=True)
    for number in range(count):
        (folder / f"p{number:05}.yaml").write_text(dump_yaml(profile(number)), encoding="utf-8")
