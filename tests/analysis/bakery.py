"""Profiles and roles of a small framework, written to files, for questions with an answer that plain Python knows."""

from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from rsetk_ld.analysis import Corpus, Subject
from rsetk_ld.documents import dump_yaml
from rsetk_ld.framework import Framework, compile_framework

FOLDER = Path(__file__).resolve().parent.parent / "data" / "questions"


def bakery() -> Framework:
    """Return the framework, without a cache in between."""
    made = compile_framework(FOLDER / "bakery").framework
    assert made is not None
    return made


BAKERY = bakery()
SKILLS = ("kneading", "sourdough", "baking", "serving", "accounts")
RANKS = (0, 1, 2, 3)
BASE = "https://bakery.example/"
NO_PLACE = "not-applicable"

Said = dict[str, Any]
"""What a profile says by key of the skill: a rank, `not-applicable`, or a mapping with `level` and `target`."""


def profile(said: Said, name: str = "ida", **more: Any) -> dict[str, Any]:
    """Return a profile in the form that people write."""
    return {
        "framework": BAKERY.release,
        "id": f"https://{name}.example/skills",
        "about": {"name": f"{name.title()} Example"},
        "assessed_on": "2026-06-30",
        **more,
        "skills": said,
    }


def role(needs: dict[str, Any]) -> dict[str, Any]:
    """Return a role in the form that people write."""
    return {
        "id": "https://oven.example/roles/mine",
        "label": "Mine",
        "framework": BAKERY.release,
        "requirements": needs,
    }


def write(folder: Path, name: str, document: dict[str, Any]) -> Path:
    """Write a document to a file."""
    path = folder / name
    path.write_text(dump_yaml(document), encoding="utf-8")
    return path


def given(corpus: Corpus, folder: Path, document: dict[str, Any], name: str = "p.yaml") -> Subject:
    """Write a document and add it to a corpus."""
    return corpus.add(write(folder, name, document))


@st.composite
def sayings(draw: st.DrawFn) -> Said:
    """Draw what a profile says; it says something about one skill at least."""
    chosen = draw(st.lists(st.sampled_from(SKILLS), min_size=1, unique=True))
    said: Said = {}
    for key in chosen:
        kind = draw(st.sampled_from(["rank", "rank", "rank", "absent", "target", "other"]))
        rank = draw(st.sampled_from(RANKS))
        if kind == "rank":
            said[key] = rank
        elif kind == "absent":
            said[key] = NO_PLACE
        elif kind == "target":
            said[key] = {"target": draw(st.sampled_from(RANKS[1:]))}
        else:
            said[key] = {"level": draw(st.sampled_from(["one-star", "two-stars"]))}
    return said


def needs() -> st.SearchStrategy[dict[str, Any]]:
    """Return a strategy for what a role asks for."""
    one = st.builds(
        lambda rank, importance: {"level": rank, "importance": importance},
        st.sampled_from(RANKS[1:]),
        st.sampled_from(["essential", "desirable"]),
    )
    return st.dictionaries(st.sampled_from(SKILLS), one, min_size=1)


def rank_of(said: Said, key: str) -> int | str | None:
    """Return what a profile says about a skill: a rank, `not-applicable`, `other scale`, or None."""
    value = said.get(key)
    if isinstance(value, dict):
        return "other scale" if "level" in value else None
    return value
