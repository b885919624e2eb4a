"""Invented teams: what people say about some skills, and files that say so."""

import json
import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from rsetk_ld.analysis import Corpus, Subject
from rsetk_ld.framework import shipped

SKILLS = ("programming", "testing", "code-review", "statistics", "mentoring", "containers")
SAID: tuple[Any, ...] = (
    None,
    0,
    1,
    2,
    3,
    4,
    "not-applicable",
    {"level": "draft-2023-3"},
    {"level": 1, "target": 3},
    {"target": 2},
)
"""What a person can say about a skill: nothing, a level, that it does not apply, a level elsewhere, a target."""
SECRET = "Zaphod"

Said = Mapping[str, Any]


@st.composite
def teams(draw: Any, smallest: int = 1, largest: int = 14) -> list[Said]:
    """What each person says; few things said of each skill, so that large counts occur as well as small ones."""
    size = draw(st.integers(smallest, largest))
    chance = random.Random(draw(st.integers(0, 10**9)))
    people: list[dict[str, Any]] = [{} for _ in range(size)]
    for skill in SKILLS:
        pool = draw(st.lists(st.sampled_from(SAID), min_size=1, max_size=4))
        often = [chance.choice((1, 1, 3, 9)) for _ in pool]
        for person, said in zip(people, chance.choices(pool, often, k=size), strict=True):
            if said is not None:
                person[skill] = said
    return people


def document(number: int, said: Said) -> dict[str, Any]:
    """Return the profile of a person with everything in it that must not get out."""
    skills = {
        skill: {
            **(value if isinstance(value, dict) else {"level": value}),
            "evidence": [{"url": f"https://{SECRET}.example/{number}", "title": f"{SECRET} did it"}],
            "note": f"{SECRET} says so",
        }
        if value != "not-applicable"
        else value
        for skill, value in said.items()
    }
    who = {"name": f"{SECRET} Number{number}"} if number % 2 else {"pseudonym": f"{SECRET}-{number}"}
    return {
        "framework": shipped().release,
        "id": f"https://people.example/{SECRET}/{number}",
        "title": f"What {SECRET} can do",
        "about": who,
        "assessed_on": "2026-11-01",
        # A profile without any skill is an error, and nobody asks about this one.
        "skills": {**skills, "grant-writing": "not-applicable"},
    }


def write(folder: Path, people: Sequence[Said]) -> list[Path]:
    """Write a file for each person."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, said in enumerate(people):
        path = folder / f"{SECRET}-file-{number:02}.json"
        path.write_text(json.dumps(document(number, said)), encoding="utf-8")
        paths.append(path)
    return paths


def gathered(folder: Path, people: Sequence[Said]) -> tuple[Corpus, list[Subject]]:
    """Return a corpus with a team."""
    corpus = Corpus()
    return corpus, corpus.profiles(write(folder, people))


def standing(said: Any) -> int | str:
    """Return where one thing said puts a person: a rank, or what stands in its place."""
    if isinstance(said, int):
        return said
    if said == "not-applicable":
        return "not_applicable"
    if said is None or "level" not in said:
        return "unrated"
    return said["level"] if isinstance(said["level"], int) else "other_scale"
