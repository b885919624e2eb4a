"""Where a profile stands in a framework: every skill in order, with what is said about it on one scale.

Charts and tables start from here. Rated, not applicable and not rated stay three different things, and a level on
another scale is a fourth.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from rsetk_ld.analysis.corpus import Corpus, Subject
from rsetk_ld.framework import Framework

RATED = "rated"
NOT_APPLICABLE = "not applicable"
NOT_RATED = "not rated"
OTHER_SCALE = "other scale"
STATES = (RATED, NOT_APPLICABLE, NOT_RATED, OTHER_SCALE)

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill in the order of its framework, with the competency and the domain it belongs to, if any."""

    iri: str
    label: str
    competency: str
    competency_label: str
    domain: str
    domain_label: str


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a scale; `step` counts from 0 for the lowest, whatever the ranks are."""

    iri: str
    label: str
    rank: int
    step: int


@dataclass(frozen=True)
class Scale:
    """A scale with its levels from the lowest to the highest."""

    iri: str
    label: str
    levels: tuple[Level, ...]

    @cached_property
    def by_iri(self) -> dict[str, Level]:
        """The levels by their IRIs."""
        return {level.iri: level for level in self.levels}

    def described(self) -> list[dict[str, Any]]:
        """Return the levels as plain data."""
        return [
            {"level": level.iri, "label": level.label, "rank": level.rank, "step": level.step}
            for level in self.levels
        ]


def skills_of(corpus: Corpus, subject: Subject) -> list[Skill]:
    """Return the skills of the framework of a subject, in its order, without deprecated ones.

    >>> from rsetk_ld.framework.locate import shipped_folder
    >>> corpus = Corpus()
    >>> ada = corpus.add(shipped_folder() / "examples" / "ada.yaml")
    >>> [skill.iri for skill in skills_of(corpus, ada)] == [one["id"] for one in ada.framework.entries("Skill")]
    True
    """
    framework = subject.framework
    return [
        Skill(
            row["skill"],
            row["label"] or framework.label(row["skill"]),
            row["competency"] or "",
            _name(framework, row["competency"], row["competencyLabel"]),
            row["domain"] or "",
            _name(framework, row["domain"], row["domainLabel"]),
        )
        for row in corpus.ask("skills", [subject], framework=framework.iri)
        if not row["deprecated"]
    ]


def _name(framework: Framework, iri: str | None, label: str | None) -> str:
    return "" if iri is None else label or framework.label(iri)


def ratings_of(corpus: Corpus, subject: Subject) -> dict[str, Row]:
    """Return what one profile says, by skill. Two versions of a profile share their IRI, so each is asked alone."""
    return {row["skill"]: row for row in corpus.ask("ratings", [subject], profiles=[subject.iri])}


def scale_for(framework: Framework, ratings: Iterable[Row]) -> Scale:
    """Return the scale that most ratings are on; where that is not decided, the default of the framework.

    >>> from rsetk_ld.framework import shipped
    >>> [level.label for level in scale_for(shipped(), []).levels][-1]
    'Expert'
    """
    default = str(framework.head.get("default_scale", ""))
    counted = Counter(row["scale"] for row in ratings if row["scale"])
    known = {scale["id"]: scale for scale in framework.entries("LevelScale")}
    # Where two are equally common, the default comes first, then the order in the framework.
    order = [default, *known]
    usable = [iri for iri in order if iri in known]
    chosen = max(usable, key=lambda iri: (counted[iri], -order.index(iri)), default="")
    levels = sorted(known.get(chosen, {}).get("levels", ()), key=lambda level: level["rank"])
    return Scale(
        chosen,
        framework.label(chosen) if chosen else "",
        tuple(
            Level(level["id"], framework.label(level["id"]), level["rank"], step)
            for step, level in enumerate(levels)
        ),
    )


def state_of(row: Row | None, scale: Scale) -> tuple[str, Level | None]:
    """Return the state of a skill by what a profile says about it, with the level where it is on the scale.

    >>> state_of(None, Scale("", "", ()))
    ('not rated', None)
    """
    if row is None:
        return NOT_RATED, None
    if row["level"] is not None:
        level = scale.by_iri.get(row["level"])
        return (RATED, level) if level is not None else (OTHER_SCALE, None)
    return (NOT_APPLICABLE if row["status"] is not None else NOT_RATED), None


def scale_notes(scale: Scale, other: int, unknown: int) -> list[str]:
    """Return sentences on what cannot be drawn: levels on other scales, and skills that the framework has not."""
    notes = []
    if other:
        notes.append(
            f"Only levels of one scale are drawn together, here {scale.label}; "
            f"{other} on other scales {'is' if other == 1 else 'are'} left out."
        )
    if unknown:
        notes.append(
            f"{unknown} {'statement is' if unknown == 1 else 'statements are'} about skills that the framework "
            "does not have, or has deprecated, and left out."
        )
    return notes
